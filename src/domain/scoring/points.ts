import { DEFAULT_BANDS } from './bands';
import type { BandCuts } from './schema';

const rounded = (hundredths: number): number => Math.floor((hundredths + 50) / 100);
const edgesOf = ({ strong, good, partial }: BandCuts): number[] => [strong, good, partial];

/**
 * Hundredths of a point (0–10000) as the whole number shown, here and in mails: rounded, halves up, but never up to where a
 * band begins. Bands are cut on hundredths, so a 59.6, which is Partial, reads as 59 and not as the 60 of Good. `bands` are those that
 * the score was cut by: where others are in force, their edges are kept off and no others.
 */
export function wholePoints(hundredths: number, bands: BandCuts = DEFAULT_BANDS): number {
  const points = rounded(hundredths);
  const isEdge = edgesOf(bands).some((edge) => hundredths < edge && rounded(edge) === points);
  return isEdge ? points - 1 : points;
}

/** The least hundredths that are shown as this whole number or more, by the same bands: what a filter "from 65" lets through. */
export const leastHundredths = (points: number, bands: BandCuts = DEFAULT_BANDS): number =>
  edgesOf(bands).find((edge) => rounded(edge) === points) ?? Math.max(0, points * 100 - 50);
