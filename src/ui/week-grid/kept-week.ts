import { useSyncExternalStore } from 'react';

/** A week as a visitor painted it: a base64 grid of quarters of an hour, and the zone it is in. */
export interface KeptWeek {
  grid: string;
  timeZone: string;
}

const NAME = 'fb-week';
const GRID = /^[A-Za-z0-9+/]{112}$/;
const listeners = new Set<() => void>();
/** Without storage a week lives as long as its tab. */
let memory: string | null = null;

const read = (): string | null => {
  try {
    return localStorage.getItem(NAME) ?? memory;
  } catch {
    return memory;
  }
};

/** The week that an answer or a stored value holds; null for anything else. */
export const paintedIn = (value: unknown): KeptWeek | null => {
  if (value === null || typeof value !== 'object') return null;
  const { grid, timeZone } = value as Partial<KeptWeek>;
  return typeof grid === 'string' && GRID.test(grid) && typeof timeZone === 'string'
    ? { grid, timeZone }
    : null;
};

/** The week in a stored text; null for anything else. */
export const weekIn = (text: string | null): KeptWeek | null => {
  try {
    return paintedIn(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
};

/** The week that was painted last in this browser; null when there is none. */
export const keptWeek = (): KeptWeek | null => weekIn(read());

/** Keeps a week in this browser, for other jobs and for the application form; null forgets it. */
export const keepWeek = (week: KeptWeek | null): void => {
  memory = week === null ? null : JSON.stringify(week);
  try {
    if (memory === null) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, memory);
  } catch {
    // Full or forbidden: it is kept for this tab.
  }
  for (const tell of listeners) tell();
};

const subscribe = (tell: () => void): (() => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

/** The kept week as text, so that it is the same from look to look; null on the server. */
export const useKeptWeekText = (): string | null => useSyncExternalStore(subscribe, read, () => null);
