import createClient, { type Client, type ClientOptions } from 'openapi-fetch';

import type { paths } from './generated/api';

export type * from './generated/api';

/** Every call of the assistant service, typed: `client.GET('/…')` gives `{ data, error, response }` and throws only when the network fails. */
export type AssistantClient = Client<paths>;

/** `baseUrl` is where the service is; `fetch` may be another than the platform's own. */
export function createAssistantClient(options: ClientOptions & { baseUrl: string }): AssistantClient {
  return createClient<paths>(options);
}
