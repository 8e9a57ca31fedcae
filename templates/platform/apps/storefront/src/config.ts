import type { Fetch } from './calls/services';

/** Where the services are. It comes from `config.json` beside the bundle, so that one bundle serves every environment. */
export interface Config {
  readonly catalog: string;
  readonly ordering: string;
  /** Without it the shop has no ask box. */
  readonly assistant?: string;
}

export async function loadConfig(fetch: Fetch): Promise<Config> {
  const address = new URL('config.json', document.baseURI);
  const response = await fetch(new Request(address, { cache: 'no-store' }));
  if (!response.ok) throw new Error(`${address.pathname} answered ${response.status}.`);
  return readConfig(await response.json().catch(() => undefined));
}

function readConfig(content: unknown): Config {
  if (typeof content !== 'object' || content === null) throw new Error('config.json is not a JSON object.');
  const entries = new Map<string, unknown>(Object.entries(content));
  const assistant = entries.has('assistant') ? { assistant: readAddress(entries, 'assistant') } : {};
  return { catalog: readAddress(entries, 'catalog'), ordering: readAddress(entries, 'ordering'), ...assistant };
}

function readAddress(entries: ReadonlyMap<string, unknown>, key: string): string {
  const value = entries.get(key);
  if (typeof value !== 'string' || !URL.canParse(value, document.baseURI))
    throw new Error(`config.json: "${key}" must be the address of a service, such as "https://api.example/${key}".`);
  return new URL(value, document.baseURI).href.replace(/\/$/, '');
}
