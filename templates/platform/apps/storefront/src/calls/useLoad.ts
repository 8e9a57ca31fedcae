import { useEffect, useState } from 'preact/hooks';

import { asFailure, type Failure } from './failure';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly failure: Failure; readonly retry: () => void };

/** What `load` gives for `key`. Another key loads anew and abandons the call under way, so that a late answer never replaces a newer one. */
export function useLoad<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const [latest, setLatest] = useState<{ readonly key: string; readonly loaded: Loaded<T> }>();

  useEffect(() => {
    const abort = new AbortController();
    const show = (loaded: Loaded<T>) => {
      if (!abort.signal.aborted) setLatest({ key, loaded });
    };
    const retry = () => {
      setLatest(undefined);
      setAttempt(attempt + 1);
    };
    load(abort.signal).then(
      (value) => {
        show({ state: 'ready', value });
      },
      (error: unknown) => {
        show({ state: 'failed', failure: asFailure(error), retry });
      },
    );
    return () => {
      abort.abort();
    };
  }, [key, attempt]);

  return latest?.key === key ? latest.loaded : { state: 'loading' };
}
