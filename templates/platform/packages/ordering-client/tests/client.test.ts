import { expect, test } from 'vitest';

import { createOrderingClient } from '../src/index';

test('an order carries its idempotency key as a header', async () => {
  const requests: Request[] = [];
  const client = createOrderingClient({
    baseUrl: 'https://ordering.test',
    fetch: (request) => {
      requests.push(request);
      return Promise.resolve(Response.json({}, { status: 201 }));
    },
  });

  await client.POST('/orders', {
    params: { header: { 'Idempotency-Key': 'k-1' } },
    body: { customerId: 'c-1', lines: [{ productId: 'p-1', quantity: 2 }] },
  });

  const [request] = requests;
  expect(request?.url).toBe('https://ordering.test/orders');
  expect(request?.headers.get('Idempotency-Key')).toBe('k-1');
  expect(await request?.json()).toEqual({ customerId: 'c-1', lines: [{ productId: 'p-1', quantity: 2 }] });
});
