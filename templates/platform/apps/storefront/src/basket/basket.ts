import type { ProductView } from '@harborline/catalog-client';

import type { Money } from '../look/money';

export interface Line {
  readonly product: ProductView;
  readonly quantity: number;
}

/**
 * What the customer means to buy. The key names this very content: an order that is sent twice carries the same key and is placed once,
 * and a changed basket carries another.
 */
export interface Basket {
  readonly lines: readonly Line[];
  readonly key: string;
}

export const MOST_OF_ONE = 99;

export function emptyBasket(): Basket {
  return { lines: [], key: crypto.randomUUID() };
}

/** The basket with exactly this many of the product; with none of it, the line is gone. */
export function withQuantity(basket: Basket, product: ProductView, quantity: number): Basket {
  const wanted = { product, quantity: Math.min(Math.max(Math.trunc(quantity), 0), MOST_OF_ONE) };
  const known = basket.lines.some((line) => line.product.id === product.id);
  const lines = known ? basket.lines.map((line) => (line.product.id === product.id ? wanted : line)) : [...basket.lines, wanted];
  return { lines: lines.filter((line) => line.quantity > 0), key: crypto.randomUUID() };
}

export function quantityOf(basket: Basket, product: ProductView): number {
  return basket.lines.find((line) => line.product.id === product.id)?.quantity ?? 0;
}

export function countOf(basket: Basket): number {
  return basket.lines.reduce((count, line) => count + line.quantity, 0);
}

/** One sum per currency, in order of appearance. */
export function totalsOf(basket: Basket): readonly Money[] {
  const sums = new Map<string, number>();
  for (const { product, quantity } of basket.lines)
    sums.set(product.currency, (sums.get(product.currency) ?? 0) + product.price * quantity);
  return [...sums].map(([currency, amount]) => ({ currency, amount }));
}
