import './look/shop.css';

import { start } from './start';

const root = document.getElementById('shop');
if (root) await start(root);
