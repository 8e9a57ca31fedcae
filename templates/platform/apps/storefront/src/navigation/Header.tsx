import { type Basket, countOf } from '../basket/basket';
import { hrefOf } from './route';

export function Header({ basket }: { readonly basket: Basket }) {
  const count = countOf(basket);
  return (
    <header>
      <a class="skip" href="#content" onClick={skip}>
        Skip to content
      </a>
      <a class="brand" href={hrefOf({ page: 'products', search: '' })}>
        Harborline
      </a>
      <nav aria-label="Shop">
        <a href={hrefOf({ page: 'products', search: '' })}>Products</a>
        <a class="basket-link" href={hrefOf({ page: 'basket' })}>
          Basket <span class="count">{count}</span>
          <span class="unseen">{count === 1 ? 'item' : 'items'}</span>
        </a>
      </nav>
    </header>
  );
}

/** The fragment of the address belongs to the shop's pages, so the jump is made by hand. */
function skip(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('h1')?.focus();
}
