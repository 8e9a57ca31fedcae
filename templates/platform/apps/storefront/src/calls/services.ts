import { type AssistantClient, createAssistantClient } from '@harborline/assistant-client';
import { type CatalogClient, createCatalogClient } from '@harborline/catalog-client';
import { createOrderingClient, type OrderingClient } from '@harborline/ordering-client';

import type { Config } from '../config';

export type Fetch = (request: Request) => Promise<Response>;

export interface Services {
  readonly catalog: CatalogClient;
  readonly ordering: OrderingClient;
  readonly assistant: AssistantClient | undefined;
}

export function connect({ catalog, ordering, assistant }: Config, fetch: Fetch): Services {
  return {
    catalog: createCatalogClient({ baseUrl: catalog, fetch }),
    ordering: createOrderingClient({ baseUrl: ordering, fetch }),
    assistant: assistant === undefined ? undefined : createAssistantClient({ baseUrl: assistant, fetch }),
  };
}
