import { wholePoints } from '@/domain/scoring/points';
import type { BandCuts } from '@/domain/scoring/schema';

export { wholePoints };

/** "72–84": the low bound rounded down and the high bound rounded up, so that the true range lies within; one number for one. */
export function rangeWords(low: number, high: number, bands?: BandCuts): string {
  if (low === high) return `${wholePoints(low, bands)}`;
  const from = Math.floor(low / 100);
  const to = Math.ceil(high / 100);
  return from === to ? `${from}` : `${from}–${to}`;
}

/** Coverage in 1/10000 as whole percent, rounded down: 100 is only said when everything is known. */
export const knownPercent = (coverage: number): number => Math.floor(coverage / 100);

const sumOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);

/**
 * Parts in hundredths, which may be below zero, as tenths of a point that sum exactly to `total` (largest remainder; ties go
 * to the earlier one): the sum cut to tenths, or what two scores so cut differ by. Returns tenths in the order of the parts.
 */
export function contributionsInTenths(
  hundredths: readonly number[],
  total = Math.floor(sumOf(hundredths) / 10),
): number[] {
  const tenths = hundredths.map((part) => Math.floor(part / 10));
  const missing = total - sumOf(tenths);
  const receivers = hundredths
    .map((part, index) => ({ index, remainder: part - 10 * Math.floor(part / 10) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
    .slice(0, missing);
  const raised = new Set(receivers.map(({ index }) => index));
  return tenths.map((part, index) => part + (raised.has(index) ? 1 : 0));
}

/** Tenths as "21.3". */
export const tenthsWords = (tenths: number): string => (tenths / 10).toFixed(1);

/** Minutes as hours without needless decimals: 780 → "13", 930 → "15.5". */
export const hoursWords = (minutes: number): string => `${Number((minutes / 60).toFixed(2))}`;

/** "1 fact", "3 facts". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
