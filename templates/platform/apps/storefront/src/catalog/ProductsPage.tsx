import type { CatalogClient } from '@harborline/catalog-client';

import { Page } from '../navigation/Page';
import { slideTo } from '../navigation/useRoute';
import { ProductGrid } from './ProductGrid';
import { SearchBox } from './SearchBox';

interface ProductsPageProps {
  readonly catalog: CatalogClient;
  readonly search: string;
}

export function ProductsPage({ catalog, search }: ProductsPageProps) {
  return (
    <Page title="Fit out your boat">
      <SearchBox
        search={search}
        onSearch={(words) => {
          slideTo({ page: 'products', search: words });
        }}
      />
      <ProductGrid key={search} catalog={catalog} search={search} />
    </Page>
  );
}
