import { screen } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { render } from 'preact';
import { onTestFinished } from 'vitest';

import { start } from '../../src/start';
import { FakePlatform } from './FakePlatform';

/** Opens the shop at a page, as a browser does: the configuration first, then everything else through `fetch`. */
export async function openShop(hash = '', platform = new FakePlatform()) {
  location.hash = hash;
  const root = document.body.appendChild(document.createElement('div'));
  onTestFinished(() => {
    render(null, root);
    root.remove();
    localStorage.clear();
  });
  await start(root, { fetch: platform.fetch, storage: localStorage });
  return { platform, user: userEvent.setup(), root };
}

export async function click(user: ReturnType<typeof userEvent.setup>, role: 'button' | 'link', name: RegExp | string) {
  await user.click(await screen.findByRole(role, { name }));
}
