import { offsetPairs, offsetSpans, todaysName, zoneCity } from '@/domain/scoring/time-zones';

const HALF_YEAR = 183 * 86_400_000;

/** Every zone the runtime knows, by the name in use today. */
export const allZones = (): string[] => Intl.supportedValuesOf('timeZone').map(todaysName);

/** The zone of this device, by the name in use today. */
export const deviceZone = (): string => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return todaysName(timeZone);
};

/** Minutes that the clock of `other` is ahead of that of `zone` at an instant (ms); null when a zone is not known. */
export function minutesAhead(zone: string, other: string, at: number): number | null {
  const pair = offsetPairs(zone, other, at, at)?.[0];
  return pair ? pair.b - pair.a : null;
}

function offsetWords(minutes: number): string {
  const sign = minutes < 0 ? '−' : '+';
  const rest = Math.abs(minutes) % 60;
  return `${sign}${Math.floor(Math.abs(minutes) / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/** "London (UTC+0 / +1)": the offsets at an instant and half a year later, smallest first. */
export function zoneWords(zone: string, at: number): string {
  const found = [at, at + HALF_YEAR].flatMap((instant) => offsetSpans(zone, instant, instant) ?? []);
  const offsets = [...new Set(found.map(({ offset }) => offset))].sort((a, b) => a - b);
  return offsets.length === 0
    ? zoneCity(zone)
    : `${zoneCity(zone)} (UTC${offsets.map(offsetWords).join(' / ')})`;
}
