import { screen } from '@testing-library/dom';
import { expect, test } from 'vitest';

import { FakePlatform, problem } from './platform/FakePlatform';
import { click, openShop } from './platform/openShop';

test('services are called where the configuration says, on another host too', async () => {
  const platform = new FakePlatform();
  platform.config = { catalog: 'https://eu.example/catalog/', ordering: '/ordering' };
  const hosts = new Set<string>();
  const fetch = platform.fetch;
  Object.assign(platform, {
    fetch: (request: Request) => {
      hosts.add(new URL(request.url).host);
      return fetch(request);
    },
  });

  await openShop('', platform);

  expect(await screen.findByText('Bulkhead compass')).toBeTruthy();
  expect([...hosts]).toContain('eu.example');
});

test('a configuration without an address names the key', async () => {
  const platform = new FakePlatform();
  platform.config = { catalog: '/catalog' };

  await openShop('', platform);

  expect(screen.getByRole('alert').textContent).toContain('config.json: "ordering" must be the address of a service');
});

test('a configuration that does not come can be tried again', async () => {
  const platform = new FakePlatform();
  platform.faults.set('GET /config.json', problem(503, 'Not yet.'));

  const { user } = await openShop('', platform);
  expect(screen.getByRole('alert').textContent).toContain('/config.json answered 503.');
  await click(user, 'button', 'Try again');

  expect(await screen.findByText('Bulkhead compass')).toBeTruthy();
});
