import { screen } from '@testing-library/dom';
import { expect, test } from 'vitest';

import { problem } from './platform/FakePlatform';
import { click, openShop } from './platform/openShop';

async function withCompassInBasket() {
  const shop = await openShop('#/products/id-of-comp-1');
  await click(shop.user, 'button', 'Add to basket');
  await click(shop.user, 'link', '1 in your basket');
  return shop;
}

test('an order is placed and thanked for, and the basket is empty again', async () => {
  const { user, platform } = await withCompassInBasket();

  await click(user, 'button', 'Place order');

  await screen.findByRole('heading', { name: 'Thank you. Your order is placed.' });
  expect(screen.getByText('1 × Bulkhead compass')).toBeTruthy();
  expect(location.hash).toBe('#/orders/order-1');
  expect(platform.orders.size).toBe(1);
  expect(screen.getByRole('link', { name: 'Basket 0 items' })).toBeTruthy();
});

test('an order whose answer was lost is placed once, however often it is tried', async () => {
  const { user, platform } = await withCompassInBasket();
  platform.faults.set('POST /ordering/orders', 'answer lost');

  await click(user, 'button', 'Place order');
  await click(user, 'button', 'Try again');

  await screen.findByRole('heading', { name: /Thank you/ });
  expect(platform.orders.size).toBe(1);
});

test('another basket is another order of the same customer', async () => {
  const { user, platform } = await withCompassInBasket();

  await click(user, 'button', 'Place order');
  await click(user, 'link', 'Keep looking around');
  await click(user, 'link', /Shackle/);
  await click(user, 'button', 'Add to basket');
  await click(user, 'link', '1 in your basket');
  await click(user, 'button', 'Place order');

  await screen.findByText('1 × Shackle, 8 mm');
  const customers = [...platform.orders.values()].map((order) => order.customerId);
  expect(customers).toHaveLength(2);
  expect(new Set(customers).size).toBe(1);
});

test('a refused order says why and keeps the basket', async () => {
  const { user, platform } = await withCompassInBasket();
  platform.faults.set('POST /ordering/orders', problem(400, 'Invalid', { 'lines[0].quantity': ['We have three left.'] }));

  await click(user, 'button', 'Place order');

  expect(await screen.findByText('We have three left.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Basket 1 item' })).toBeTruthy();
});

test('changing a quantity changes the total, and removing the last line empties the basket', async () => {
  const { user } = await withCompassInBasket();

  const quantity = await screen.findByRole('spinbutton', { name: 'Quantity of Bulkhead compass' });
  await user.tripleClick(quantity);
  await user.keyboard('3');
  await user.tab();
  expect((await screen.findAllByText('€387.00')).length).toBe(2);

  await click(user, 'button', 'Remove Bulkhead compass');
  expect(await screen.findByText(/It is empty/)).toBeTruthy();
});
