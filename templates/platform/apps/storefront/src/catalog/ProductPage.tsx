import type { CatalogClient, ProductView } from '@harborline/catalog-client';

import { answerOf } from '../calls/failure';
import { useLoad } from '../calls/useLoad';
import { FailureNotice } from '../look/FailureNotice';
import { priced } from '../look/money';
import { ProductPicture } from '../look/ProductPicture';
import { Page } from '../navigation/Page';
import { hrefOf } from '../navigation/route';

interface ProductPageProps {
  readonly catalog: CatalogClient;
  readonly id: string;
  readonly inBasket: (product: ProductView) => number;
  readonly onTake: (product: ProductView, quantity: number) => void;
}

export function ProductPage({ catalog, id, inBasket, onTake }: ProductPageProps) {
  const loaded = useLoad(id, (signal) => answerOf(catalog.GET('/products/{id}', { params: { path: { id } }, signal })));

  if (loaded.state === 'loading')
    return (
      <Page title="One moment …">
        <div class="product ghost" aria-hidden="true" />
      </Page>
    );
  if (loaded.state === 'failed')
    return (
      <Page title="Product">
        <FailureNotice failure={loaded.failure} onRetry={loaded.retry} />
      </Page>
    );

  const product = loaded.value;
  const already = inBasket(product);
  return (
    <Page title={product.name} class="product">
      <ProductPicture product={product} />
      <p class="price">{priced({ amount: product.price, currency: product.currency })}</p>
      <p class="description">{product.description}</p>
      <p class="sku">Article {product.sku}</p>
      <p class="actions">
        <button
          type="button"
          onClick={() => {
            onTake(product, already + 1);
          }}
        >
          Add to basket
        </button>
        <span role="status">{already > 0 && <a href={hrefOf({ page: 'basket' })}>{already} in your basket</a>}</span>
      </p>
    </Page>
  );
}
