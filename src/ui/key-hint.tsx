import { Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from '@/ui/marks.module.css';

export interface KeyHintProps {
  /** One or several keys, as written on the key. */
  keys: string | readonly string[];
  children: ReactNode;
}

/** A key and what it does. */
export function KeyHint({ keys, children }: KeyHintProps) {
  return (
    <span className={classes.hint}>
      {(typeof keys === 'string' ? [keys] : keys).map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
      {children}
    </span>
  );
}

/** The key of a button, inside it; hidden from assistive technology, which reads `aria-keyshortcuts`. */
export function KeyCap({ children }: { children: ReactNode }) {
  return (
    <span className={classes.cap} aria-hidden="true">
      {children}
    </span>
  );
}
