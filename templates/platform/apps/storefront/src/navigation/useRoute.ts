import { useLayoutEffect, useState } from 'preact/hooks';

import { hrefOf, parseRoute, type Route } from './route';

export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);

  // Before the browser paints: what a customer can see, a customer can click.
  useLayoutEffect(() => {
    const follow = () => {
      setHash(location.hash);
    };
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('hashchange', follow);
    };
  }, []);

  return parseRoute(hash);
}

export function goTo(route: Route): void {
  location.hash = hrefOf(route);
}

/** Goes there without a step in the history, as a search does that follows the typing. */
export function slideTo(route: Route): void {
  history.replaceState(null, '', hrefOf(route));
  dispatchEvent(new Event('hashchange'));
}
