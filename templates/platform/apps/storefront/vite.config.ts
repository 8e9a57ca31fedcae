import { createReadStream } from 'node:fs';

import type { Plugin, ProxyOptions } from 'vite';
import { defineConfig } from 'vitest/config';

/** On a developer's machine `/config.json` is `config/local.json`. The bundle holds none: each environment puts its own beside it. */
const localConfig: Plugin = {
  name: 'local-config',
  apply: 'serve',
  configureServer: (server) => {
    server.middlewares.use('/config.json', (_, response) => {
      response.setHeader('Content-Type', 'application/json');
      createReadStream(new URL('config/local.json', import.meta.url)).pipe(response);
    });
  },
};

/** The service behind `/api/<name>`, as the gateway of an environment has it. */
function service(name: string, port: number): Record<string, ProxyOptions> {
  const prefix = `/api/${name}`;
  return { [prefix]: { target: `http://localhost:${port}`, rewrite: (path) => path.slice(prefix.length) } };
}

export default defineConfig({
  base: './',
  plugins: [localConfig],
  build: { target: 'es2022' },
  server: { proxy: { ...service('catalog', 5101), ...service('ordering', 5102), ...service('assistant', 5103) } },
  test: { environment: 'happy-dom', setupFiles: 'tests/setup.ts', testTimeout: 60_000 },
});
