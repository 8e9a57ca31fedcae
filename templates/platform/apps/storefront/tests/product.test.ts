import { screen, waitFor } from '@testing-library/dom';
import { expect, test } from 'vitest';

import { click, openShop } from './platform/openShop';

test('a product shows its name, price and description, and becomes the title of the document', async () => {
  await openShop('#/products/id-of-comp-1');

  const heading = await screen.findByRole('heading', { level: 1, name: 'Bulkhead compass' });
  expect(screen.getByText('€129.00')).toBeTruthy();
  expect(screen.getByText('Lit, damped, and swung before it leaves us.')).toBeTruthy();
  await waitFor(() => {
    expect(document.title).toBe('Bulkhead compass · Harborline');
  });
  expect(document.activeElement).toBe(heading);
});

test('adding it twice puts two into the basket', async () => {
  const { user } = await openShop('#/products/id-of-comp-1');

  await click(user, 'button', 'Add to basket');
  await click(user, 'button', 'Add to basket');

  expect(await screen.findByRole('link', { name: '2 in your basket' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Basket 2 items' })).toBeTruthy();
});

test('a product that is gone is told from a shop that is broken', async () => {
  await openShop('#/products/gone');
  expect(await screen.findByText('We do not have that any more.')).toBeTruthy();
});

test('an address that the shop does not know leads back to the products', async () => {
  const { user } = await openShop('#/captain/quarters');

  await click(user, 'link', 'Back to the products');

  expect(await screen.findByRole('heading', { level: 1, name: 'Fit out your boat' })).toBeTruthy();
});
