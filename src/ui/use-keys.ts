'use client';
import { useHotkeys } from '@mantine/hooks';

const TYPED = 'textarea, select, input:not([type="checkbox"], [type="radio"], [type="range"])';
const OPENED = '[role="dialog"], [role="menu"], [role="listbox"]';

/** Whether a key is for what has the focus: a field that is typed in, or a dialog, menu or list that is open. */
export const isTaken = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches(TYPED) || target.closest(OPENED) !== null);

/** A key as `useHotkeys` writes it ("j", "shift+?"), and what it does. */
export type PageKey = readonly [key: string, handle: () => void];

/** Keys of a page. They work wherever the focus is, also on a checkbox or a tab, but not where somebody types or chooses. */
export function useKeys(keys: readonly PageKey[]): void {
  useHotkeys(
    keys.map(([key, handle]) => [
      key,
      (event) => {
        if (event.defaultPrevented || isTaken(event.target)) return;
        event.preventDefault();
        handle();
      },
      { preventDefault: false },
    ]),
    [],
  );
}
