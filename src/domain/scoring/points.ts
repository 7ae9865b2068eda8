import { BAND_FROM } from './score';

const EDGES: ReadonlySet<number> = new Set(Object.values(BAND_FROM).filter((from) => from > 0));

/**
 * Hundredths of a point (0–10000) as the whole number shown, here and in mails: rounded, halves up, but never up to where a
 * band begins. Bands are cut on hundredths, so a 59.6, which is Partial, reads as 59 and not as the 60 of Good.
 */
export function wholePoints(hundredths: number): number {
  const rounded = Math.floor((hundredths + 50) / 100);
  return EDGES.has(rounded * 100) && hundredths < rounded * 100 ? rounded - 1 : rounded;
}

/** The least hundredths that are shown as this whole number or more: what a filter "from 65" lets through. */
export const leastHundredths = (points: number): number =>
  EDGES.has(points * 100) ? points * 100 : Math.max(0, points * 100 - 50);
