import { useEffect, useRef, useState } from 'preact/hooks';

interface SearchBoxProps {
  readonly search: string;
  readonly onSearch: (words: string) => void;
}

const PAUSE_IN_TYPING = 250;

export function SearchBox({ search, onSearch }: SearchBoxProps) {
  const [words, setWords] = useState(search);
  const asked = useRef(search);

  const ask = () => {
    asked.current = words;
    onSearch(words);
  };

  useEffect(() => {
    // The answer to our own question comes while the next letters are being typed: it must not take them back.
    if (search === asked.current) return;
    asked.current = search;
    setWords(search);
  }, [search]);

  useEffect(() => {
    if (words === search) return;
    const pause = setTimeout(ask, PAUSE_IN_TYPING);
    return () => {
      clearTimeout(pause);
    };
  }, [words]);

  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <label class="unseen" for="search">
        Search products
      </label>
      <input
        id="search"
        type="search"
        placeholder="Rope, compass, lantern …"
        maxLength={100}
        value={words}
        onInput={(event) => {
          setWords(event.currentTarget.value);
        }}
      />
    </form>
  );
}
