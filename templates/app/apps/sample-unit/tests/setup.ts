import { configure } from '@testing-library/dom';

// A page that appears late is slow; it is not wrong. Build machines are busy, and a second is short there.
configure({ asyncUtilTimeout: 20_000 });
