import { useState } from 'preact/hooks';

import type { Config } from './config';

export function Greeting({ title }: Config) {
  const [name, setName] = useState('');
  return (
    <main>
      <h1>{title}</h1>
      <label>
        Your name{' '}
        <input
          value={name}
          onInput={(event) => {
            setName(event.currentTarget.value);
          }}
        />
      </label>
      <p role="status">{name.trim() !== '' && `Welcome aboard, ${name.trim()}.`}</p>
    </main>
  );
}
