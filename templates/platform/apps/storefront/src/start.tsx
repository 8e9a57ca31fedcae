import { render } from 'preact';

import { connect, type Fetch } from './calls/services';
import { loadConfig } from './config';
import { Notice } from './look/Notice';
import { Shop } from './Shop';

export interface Surroundings {
  readonly fetch: Fetch;
  readonly storage: Storage;
}

// The one place that names the browser's own fetch: everything else is handed a client of a service.
// eslint-disable-next-line no-restricted-globals
const browser = (): Surroundings => ({ fetch: (request) => fetch(request), storage: localStorage });

export async function start(root: Element, { fetch, storage } = browser()): Promise<void> {
  try {
    const services = connect(await loadConfig(fetch), fetch);
    render(<Shop services={services} storage={storage} />, root);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    render(<Notice title="The shop cannot open." detail={reason} onRetry={() => void start(root, { fetch, storage })} />, root);
  }
}
