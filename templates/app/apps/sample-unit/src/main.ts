import { start } from './start';

const root = document.getElementById('app');
if (root) await start(root);
