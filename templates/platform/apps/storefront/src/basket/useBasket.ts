import { useEffect, useState } from 'preact/hooks';

import type { Basket } from './basket';
import { readBasket, writeBasket } from './storedBasket';

export type KeepBasket = (basket: Basket) => void;

/** The basket, kept on this device and shared by all its tabs. */
export function useBasket(storage: Storage): [Basket, KeepBasket] {
  const [basket, setBasket] = useState(() => readBasket(storage));

  useEffect(() => {
    const follow = () => {
      setBasket(readBasket(storage));
    };
    addEventListener('storage', follow);
    return () => {
      removeEventListener('storage', follow);
    };
  }, [storage]);

  const keep = (changed: Basket) => {
    writeBasket(storage, changed);
    setBasket(changed);
  };
  return [basket, keep];
}
