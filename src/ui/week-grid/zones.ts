import { offsetPairs, offsetSpans } from '@/domain/scoring/time-zones';

const YEAR = 366 * 86_400_000;

/** Minutes that the clock of `other` is ahead of that of `zone` at an instant (ms); null when a zone is not known. */
export function minutesAhead(zone: string, other: string, at: number): number | null {
  const pair = offsetPairs(zone, other, at, at)?.[0];
  return pair ? pair.b - pair.a : null;
}

/** Last part of an IANA name as people say it: "Asia/Kolkata" → "Kolkata". */
export const zoneCity = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

function offsetWords(minutes: number): string {
  const sign = minutes < 0 ? '−' : '+';
  const rest = Math.abs(minutes) % 60;
  return `${sign}${Math.floor(Math.abs(minutes) / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/** "London (UTC+0 / +1)": every offset of the year that begins at `at`, smallest first. */
export function zoneWords(zone: string, at: number): string {
  const offsets = [...new Set(offsetSpans(zone, at, at + YEAR)?.map(({ offset }) => offset))].sort(
    (a, b) => a - b,
  );
  return offsets.length === 0
    ? zoneCity(zone)
    : `${zoneCity(zone)} (UTC${offsets.map(offsetWords).join(' / ')})`;
}
