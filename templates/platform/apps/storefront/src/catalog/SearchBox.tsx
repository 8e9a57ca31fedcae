import { useEffect, useState } from 'preact/hooks';

interface SearchBoxProps {
  readonly search: string;
  readonly onSearch: (words: string) => void;
}

const PAUSE_IN_TYPING = 250;

export function SearchBox({ search, onSearch }: SearchBoxProps) {
  const [words, setWords] = useState(search);

  useEffect(() => {
    setWords(search);
  }, [search]);

  useEffect(() => {
    if (words === search) return;
    const pause = setTimeout(() => {
      onSearch(words);
    }, PAUSE_IN_TYPING);
    return () => {
      clearTimeout(pause);
    };
  }, [words]);

  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(words);
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
