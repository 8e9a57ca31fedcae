import { screen } from '@testing-library/dom';
import { expect, test } from 'vitest';

import { FakePlatform, problem } from './platform/FakePlatform';
import { click, openShop } from './platform/openShop';

test('a question is answered beside the products', async () => {
  const { user } = await openShop();

  await user.type(screen.getByRole('textbox', { name: 'Your question' }), 'How is the Bulkhead compass lit?{Enter}');

  expect(await screen.findByText(/^The Bulkhead compass\? Lit/)).toBeTruthy();
});

test('on a product’s page the question is about that product', async () => {
  const { user } = await openShop('#/products/id-of-comp-1');

  await user.type(screen.getByRole('textbox', { name: 'Your question' }), 'Is it lit?{Enter}');

  expect(await screen.findByText(/^The Bulkhead compass\? Lit/)).toBeTruthy();
});

test('a customer who asks too often is asked to wait, and the question is kept', async () => {
  const { user, platform } = await openShop();
  platform.faults.set('POST /assistant/ask', problem(429, 'Ten questions a minute.'));

  await user.type(screen.getByRole('textbox', { name: 'Your question' }), 'How is the Bulkhead compass lit?{Enter}');
  await screen.findByText('That was a lot at once.');
  await click(user, 'button', 'Try again');

  expect(await screen.findByText(/^The Bulkhead compass\? Lit/)).toBeTruthy();
});

test('an assistant that is broken leaves the rest of the shop alone', async () => {
  const { user, platform } = await openShop();
  platform.faults.set('POST /assistant/ask', problem(500, 'Out of tea.'));

  await user.type(screen.getByRole('textbox', { name: 'Your question' }), 'Which compass?{Enter}');

  expect(await screen.findByText('Something broke on our side.')).toBeTruthy();
  expect(await screen.findByText('Bulkhead compass')).toBeTruthy();
});

test('without an assistant in the configuration there is no box', async () => {
  const platform = new FakePlatform();
  platform.config = { catalog: '/catalog', ordering: '/ordering' };

  await openShop('', platform);

  expect(await screen.findByText('Bulkhead compass')).toBeTruthy();
  expect(screen.queryByRole('textbox', { name: 'Your question' })).toBeNull();
});
