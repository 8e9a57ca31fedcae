/** Where in the shop the customer is. It lives in the fragment of the address, so any file server can serve the shop. */
export type Route =
  | { readonly page: 'products'; readonly search: string }
  | { readonly page: 'product'; readonly id: string }
  | { readonly page: 'basket' }
  | { readonly page: 'order'; readonly id: string }
  | { readonly page: 'nowhere' };

export function parseRoute(hash: string): Route {
  const { pathname, searchParams } = new URL(hash.replace(/^#/, '') || '/', 'route://shop');
  const [page = '', id = '', ...rest] = pathname.split('/').filter(Boolean).map(decodeURIComponent);
  if (rest.length > 0) return { page: 'nowhere' };
  if (page === '') return { page: 'products', search: searchParams.get('search') ?? '' };
  if (page === 'basket' && id === '') return { page };
  if (page === 'products' && id !== '') return { page: 'product', id };
  if (page === 'orders' && id !== '') return { page: 'order', id };
  return { page: 'nowhere' };
}

export function hrefOf(route: Route): string {
  switch (route.page) {
    case 'products':
      return route.search === '' ? '#/' : `#/?${new URLSearchParams({ search: route.search }).toString()}`;
    case 'product':
      return `#/products/${encodeURIComponent(route.id)}`;
    case 'order':
      return `#/orders/${encodeURIComponent(route.id)}`;
    case 'basket':
      return '#/basket';
    case 'nowhere':
      return '#/nowhere';
  }
}
