import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

import type { Plugin } from 'vite';

import { FakePlatform } from './FakePlatform.ts';

/** Puts the services of the tests behind the preview server, so that the built shop can be looked at and used with no service running. */
export function servePlatform(): Plugin {
  const platform = new FakePlatform();
  const served = /^\/(config\.json|catalog\/|ordering\/|assistant\/)/;

  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { method = 'GET', url = '/', headers } = incoming;
    const body = method === 'GET' ? null : await text(incoming);
    const request = new Request(new URL(url, 'http://localhost'), { method, headers: new Headers(headers as Record<string, string>), body });
    const response = await platform.fetch(request);
    outgoing.writeHead(response.status, { 'Content-Type': 'application/json' }).end(await response.text());
  };

  return {
    name: 'serve-platform',
    configurePreviewServer: (server) => {
      server.middlewares.use((incoming, outgoing, next) => {
        if (served.test(incoming.url ?? '')) void serve(incoming, outgoing);
        else next();
      });
    },
  };
}
