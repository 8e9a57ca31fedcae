import type { CatalogClient, ProductView } from '@harborline/catalog-client';
import { useState } from 'preact/hooks';

import { answerOf } from '../calls/failure';
import { type Loaded, useLoad } from '../calls/useLoad';

const PAGE = 12;

interface ProductPages {
  readonly products: readonly ProductView[];
  /** How the newest page is doing. */
  readonly newest: Loaded<unknown>;
  /** Fetches the next page; absent at the end of the catalog and while a page is on its way. */
  readonly more: (() => void) | undefined;
}

/** The products that match, a page more each time `more` is called. */
export function useProductPages(catalog: CatalogClient, search: string): ProductPages {
  const [earlier, setEarlier] = useState<readonly ProductView[]>([]);
  const [after, setAfter] = useState<string>();

  const newest = useLoad(after ?? '', (signal) => {
    const query = { limit: PAGE, ...(search !== '' && { q: search }), ...(after !== undefined && { after }) };
    return answerOf(catalog.GET('/products', { params: { query }, signal }));
  });
  if (newest.state !== 'ready') return { products: earlier, newest, more: undefined };

  const products = [...earlier, ...newest.value.items];
  const { next } = newest.value;
  if (next === null) return { products, newest, more: undefined };
  const more = () => {
    setEarlier(products);
    setAfter(next);
  };
  return { products, newest, more };
}
