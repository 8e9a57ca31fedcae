import { expect, test } from 'vitest';

import { createAssistantClient } from '../src/index';

test('a question is sent as JSON and answered with text', async () => {
  const requests: Request[] = [];
  const client = createAssistantClient({
    baseUrl: 'https://assistant.test',
    fetch: (request) => {
      requests.push(request);
      return Promise.resolve(Response.json({ answer: 'Twelve metres.', outcome: 'answered', skus: [] }));
    },
  });

  const { data } = await client.POST('/ask', { body: { question: 'How long is the rope?' } });

  expect(data?.answer).toBe('Twelve metres.');
  expect(await requests[0]?.json()).toEqual({ question: 'How long is the rope?' });
});
