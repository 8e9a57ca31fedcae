import type { CatalogClient } from '@harborline/catalog-client';

import { FailureNotice } from '../look/FailureNotice';
import { ProductCard } from './ProductCard';
import { useProductPages } from './useProductPages';

interface ProductGridProps {
  readonly catalog: CatalogClient;
  readonly search: string;
}

export function ProductGrid({ catalog, search }: ProductGridProps) {
  const { products, newest, more } = useProductPages(catalog, search);
  return (
    <section aria-label="Products" aria-busy={newest.state === 'loading'}>
      <p class="unseen" role="status">
        {newest.state === 'ready' && `${products.length === 1 ? 'One product' : `${products.length} products`} shown`}
      </p>
      <ul class="grid">
        {products.map((product) => (
          <ProductCard key={product.id} product={product} />
        ))}
        {newest.state === 'loading' && Array.from({ length: 6 }, (_, index) => <li key={index} class="card ghost" aria-hidden="true" />)}
      </ul>
      {newest.state === 'ready' && products.length === 0 && <p class="empty">Nothing on board matches “{search}”.</p>}
      {newest.state === 'failed' && <FailureNotice failure={newest.failure} onRetry={newest.retry} />}
      {more && (
        <button type="button" class="quiet more" onClick={more}>
          Show more
        </button>
      )}
    </section>
  );
}
