import { expect, test } from 'vitest';

import { createCatalogClient } from '../src/index';

const rope = { id: '1', sku: 'RP-10', name: 'Rope', description: 'Ten metres.', price: 12.5, currency: 'EUR', updatedAt: '2026-01-01T00:00:00Z', version: 1 };

function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const client = createCatalogClient({
    baseUrl: 'https://catalog.test',
    fetch: (request) => {
      requests.push(request);
      return Promise.resolve(Response.json(body, { status }));
    },
  });
  return { client, requests };
}

test('a query becomes the parameters of the address', async () => {
  const { client, requests } = answering(200, { items: [rope], next: null });

  const { data } = await client.GET('/products', { params: { query: { q: 'rope & line', limit: 5 } } });

  expect(data?.items).toEqual([rope]);
  expect(requests.map((request) => request.url)).toEqual(['https://catalog.test/products?q=rope%20%26%20line&limit=5']);
});

test('a refusal is an error that the caller can read, not an exception', async () => {
  const { client } = answering(404, { title: 'Not Found', status: 404 });

  const { data, error } = await client.GET('/products/{id}', { params: { path: { id: 'gone' } } });

  expect(data).toBeUndefined();
  expect(error?.title).toBe('Not Found');
});
