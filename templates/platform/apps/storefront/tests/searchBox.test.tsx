import { screen, waitFor } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { render } from 'preact';
import { expect, onTestFinished, test, vi } from 'vitest';

import { SearchBox } from '../src/catalog/SearchBox';

test('a letter that is typed while the list follows is kept', async () => {
  const root = document.body.appendChild(document.createElement('div'));
  onTestFinished(() => {
    render(null, root);
    root.remove();
  });
  const onSearch = vi.fn<(words: string) => void>();
  const show = (search: string) => {
    render(<SearchBox search={search} onSearch={onSearch} />, root);
  };
  show('');
  const box = screen.getByRole<HTMLInputElement>('searchbox');

  await userEvent.type(box, 'l');
  await waitFor(() => {
    expect(onSearch).toHaveBeenLastCalledWith('l');
  });
  await userEvent.type(box, 'a');
  show('l');
  await waitFor(() => {
    expect(onSearch).toHaveBeenLastCalledWith('la');
  });

  expect(box.value).toBe('la');
});
