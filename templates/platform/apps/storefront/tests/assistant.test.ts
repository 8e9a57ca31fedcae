import { screen } from '@testing-library/dom';
import { expect, test } from 'vitest';

import { FakePlatform, problem } from './platform/FakePlatform';
import { openShop } from './platform/openShop';

test('a question is answered beside the products', async () => {
  const { user } = await openShop();

  await user.type(screen.getByRole('textbox', { name: 'Your question' }), 'How is the Bulkhead compass lit?{Enter}');

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
