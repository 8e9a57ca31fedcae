import { defineConfig } from 'vite';

import { servePlatform } from './servePlatform.ts';

// `npm run try`: the built shop, served as any file server would, with the services of the tests behind it.
export default defineConfig({ plugins: [servePlatform()] });
