'use client';
import { useCallback, useState, useSyncExternalStore } from 'react';

/** What was typed here and is not saved; storage may be full or forbidden, and then it lasts as long as the page. */
const read = (key: string): unknown => {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as unknown;
  } catch {
    return null;
  }
};
const write = (key: string, value: object): void => {
  try {
    if (Object.keys(value).length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // The page still holds them.
  }
};

/** Drops what was kept under keys that begin so, for somebody who leaves a browser to others. */
export const forgetKept = (prefix: string): void => {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept where nothing may be.
  }
};

/** Keys of what a candidate typed in the portal begin so. */
export const OWN_KEPT = 'fb-own-';

const never = (): (() => void) => () => undefined;
const EMPTY = {};

/**
 * Changes that are typed and not saved yet, kept in this tab when the page is left or loaded again. `{}` is none of them, and
 * keeps nothing. What the tab kept is read after the first render, which must equal the server's.
 */
export const useKept = <T extends object>(key: string) => {
  const here = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [typed, setTyped] = useState<Partial<T> | null>(null);
  const changes: Partial<T> = typed ?? (here ? ((read(key) as Partial<T> | null) ?? EMPTY) : EMPTY);
  const change = useCallback(
    (more: Partial<T>) =>
      setTyped((now) => {
        const next = { ...(now ?? (read(key) as Partial<T> | null)), ...more };
        write(key, next);
        return next;
      }),
    [key],
  );
  /** They were saved, or taken back. */
  const clear = useCallback(() => {
    write(key, EMPTY);
    setTyped(EMPTY);
  }, [key]);
  return { changes, change, clear };
};
