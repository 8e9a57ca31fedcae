import { expect, test } from 'vitest';

import { countOf, emptyBasket, MOST_OF_ONE, totalsOf, withQuantity } from '../src/basket/basket';
import { readBasket, writeBasket } from '../src/basket/storedBasket';
import { products } from './platform/products';

const [rope, compass] = products as [(typeof products)[0], (typeof products)[0]];

test('every change of the content gets a key of its own', () => {
  const one = withQuantity(emptyBasket(), rope, 1);
  const two = withQuantity(one, rope, 2);

  expect(new Set([one.key, two.key]).size).toBe(2);
});

test.each([
  [0, 0],
  [-4, 0],
  [2.9, 2],
  [1000, MOST_OF_ONE],
])('a wish for %d of a product is taken as %d', (wish, taken) => {
  expect(countOf(withQuantity(emptyBasket(), rope, wish))).toBe(taken);
});

test('currencies are never added to each other', () => {
  const basket = withQuantity(withQuantity(emptyBasket(), rope, 2), { ...compass, currency: 'SEK' }, 1);

  expect(totalsOf(basket)).toEqual([
    { currency: 'EUR', amount: 37 },
    { currency: 'SEK', amount: 129 },
  ]);
});

test('a stored basket comes back as it was', () => {
  const basket = withQuantity(emptyBasket(), rope, 2);
  writeBasket(localStorage, basket);

  expect(readBasket(localStorage)).toEqual(basket);
});

test.each(['{', '[]', '{"key":"k","lines":[{}]}', '7'])('a stored basket that nobody can read, %s, is an empty one', (stored) => {
  localStorage.setItem('basket/1', stored);

  expect(readBasket(localStorage).lines).toEqual([]);
});
