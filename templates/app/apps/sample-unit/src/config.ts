export type Fetch = (request: Request) => Promise<Response>;

/** What differs from one environment to the other. It comes from `config.json` beside the bundle, so that one bundle serves them all. */
export interface Config {
  readonly title: string;
}

export async function loadConfig(fetch: Fetch): Promise<Config> {
  const address = new URL('config.json', document.baseURI);
  const response = await fetch(new Request(address, { cache: 'no-store' }));
  if (!response.ok) throw new Error(`${address.pathname} answered ${response.status}.`);
  const content: unknown = await response.json();
  if (typeof content === 'object' && content !== null && 'title' in content && typeof content.title === 'string')
    return { title: content.title };
  throw new Error('config.json: "title" must be a text.');
}
