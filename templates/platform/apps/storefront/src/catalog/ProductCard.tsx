import type { ProductView } from '@harborline/catalog-client';

import { priced } from '../look/money';
import { ProductPicture } from '../look/ProductPicture';
import { hrefOf } from '../navigation/route';

export function ProductCard({ product }: { readonly product: ProductView }) {
  return (
    <li class="card">
      <a href={hrefOf({ page: 'product', id: product.id })}>
        <ProductPicture product={product} />
        <span class="name">{product.name}</span>
        <span class="price">{priced({ amount: product.price, currency: product.currency })}</span>
      </a>
    </li>
  );
}
