import { render } from 'preact';

import { type Fetch, loadConfig } from './config';
import { Greeting } from './Greeting';

// The one place that names the browser's own fetch. Services are called through their SDK packages, which take a fetch.
// eslint-disable-next-line no-restricted-globals
const browser: Fetch = (request) => fetch(request);

export async function start(root: Element, fetch = browser): Promise<void> {
  try {
    render(<Greeting {...await loadConfig(fetch)} />, root);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    render(<p role="alert">This app cannot start: {reason}</p>, root);
  }
}
