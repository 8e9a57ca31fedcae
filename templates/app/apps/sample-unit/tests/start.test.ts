import { screen } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { render } from 'preact';
import { expect, onTestFinished, test } from 'vitest';

import { start } from '../src/start';

async function open(config: Response): Promise<void> {
  const root = document.body.appendChild(document.createElement('div'));
  onTestFinished(() => {
    render(null, root);
    root.remove();
  });
  await start(root, () => Promise.resolve(config));
}

test('the page bears the title of its environment', async () => {
  await open(Response.json({ title: 'Bridge' }));

  expect(screen.getByRole('heading', { name: 'Bridge' })).toBeTruthy();
});

test('whoever says a name is greeted by it', async () => {
  await open(Response.json({ title: 'Bridge' }));

  await userEvent.type(screen.getByRole('textbox', { name: 'Your name' }), 'Ada');

  expect(await screen.findByText('Welcome aboard, Ada.')).toBeTruthy();
});

test.each([
  [Response.json({ titel: 'Bridge' }), 'config.json: "title" must be a text.'],
  [new Response('', { status: 503 }), '/config.json answered 503.'],
])('a configuration that cannot be used is told, not hidden', async (config, reason) => {
  await open(config);

  expect(screen.getByRole('alert').textContent).toBe(`This app cannot start: ${reason}`);
});
