import type { ReactNode } from 'react';
import classes from '@/ui/marks.module.css';

/** A fact nobody told us yet: dashed underline and a question mark, never a zero. */
export function Unknown({ children }: { children: ReactNode }) {
  return <span className={classes.unknown}>{children}?</span>;
}

/** Honey tag for what was not there on the last visit. */
export function NewTag() {
  return <span className={classes.new}>New</span>;
}
