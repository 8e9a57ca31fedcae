import { createReadStream } from 'node:fs';

import type { Plugin } from 'vite';
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

export default defineConfig({
  base: './',
  plugins: [localConfig],
  build: { target: 'es2022' },
  server: { port: 5299 },
  test: { environment: 'happy-dom', setupFiles: 'tests/setup.ts', testTimeout: 60_000 },
});
