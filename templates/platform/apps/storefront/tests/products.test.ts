import { screen, waitFor, within } from '@testing-library/dom';
import { expect, test } from 'vitest';

import { click, openShop } from './platform/openShop';

const shown = async () => {
  const grid = await screen.findByRole('region', { name: 'Products' });
  await within(grid).findAllByRole('link');
  return within(grid)
    .getAllByRole('link')
    .map((link) => link.textContent);
};

test('the first page shows twelve products with their prices', async () => {
  await openShop();

  const names = await shown();
  expect(names).toHaveLength(12);
  expect(names[0]).toBe('Braided rope, 10 m€18.50');
});

test('show more adds the next page after those already there, and is gone at the end', async () => {
  const { user } = await openShop();

  await click(user, 'button', 'Show more');
  await screen.findByText('Wooden plug no. 12');

  expect(await shown()).toHaveLength(18);
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('a search narrows the list and can be linked to', async () => {
  const { user } = await openShop();

  await user.type(await screen.findByRole('searchbox', { name: 'Search products' }), 'compass');
  await screen.findByText('One product shown');

  expect(await shown()).toEqual(['Bulkhead compass€129.00']);
  expect(location.hash).toBe('#/?search=compass');
});

test('a search that was linked to stands in the box', async () => {
  await openShop('#/?search=rope');
  const box = await screen.findByRole<HTMLInputElement>('searchbox');
  expect(box.value).toBe('rope');

  location.hash = '#/?search=lantern';

  await waitFor(() => {
    expect(box.value).toBe('lantern');
  });
});

test('a search that finds nothing says so', async () => {
  await openShop('#/?search=submarine');

  expect(await screen.findByText('Nothing on board matches “submarine”.')).toBeTruthy();
});

test('a page that does not come can be asked for again', async () => {
  const { user, platform } = await openShop('#/basket');
  platform.faults.set('GET /catalog/products', 'request lost');

  await click(user, 'link', 'Products');
  await screen.findByText('We cannot reach the shop just now.');
  await click(user, 'button', 'Try again');

  expect(await shown()).toHaveLength(12);
});
