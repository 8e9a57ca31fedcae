import { type Basket, emptyBasket } from './basket';

const PLACE = 'basket/1';

export function readBasket(storage: Storage): Basket {
  try {
    const stored: unknown = JSON.parse(storage.getItem(PLACE) ?? 'null');
    return isBasket(stored) ? stored : emptyBasket();
  } catch {
    return emptyBasket();
  }
}

export function writeBasket(storage: Storage, basket: Basket): void {
  storage.setItem(PLACE, JSON.stringify(basket));
}

function isBasket(value: unknown): value is Basket {
  const { key, lines } = (value ?? {}) as Partial<Record<keyof Basket, unknown>>;
  return typeof key === 'string' && Array.isArray(lines) && lines.every(isLine);
}

function isLine(value: unknown): boolean {
  const { product, quantity } = (value ?? {}) as { product?: Record<string, unknown>; quantity?: unknown };
  return typeof quantity === 'number' && typeof product?.['id'] === 'string' && typeof product['price'] === 'number';
}
