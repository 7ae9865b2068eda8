import { rangesFromGrid } from './week-grid';

export const DAY_NAMES = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
export const SHORT_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

const DAY_MINUTES = 1_440;

/** Minutes from midnight as "09:30"; past midnight it starts again, but the end of a day is "24:00". */
export function clockWords(minutes: number): string {
  const inDay = minutes === DAY_MINUTES ? DAY_MINUTES : ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

/** A marked week in words, days with the same hours together: "Mon–Thu 09:00–13:00, Fri 09:00–11:00". Empty when nothing is marked. */
export function weekWords(grid: string): string {
  const byDay = SHORT_DAYS.map(() => [] as string[]);
  for (const { day, from, to } of rangesFromGrid(grid)) {
    byDay[day]?.push(`${clockWords(from)}–${clockWords(to)}`);
  }
  const stretches: { first: number; last: number; hours: string }[] = [];
  byDay.forEach((ranges, day) => {
    if (ranges.length === 0) return;
    const hours = ranges.join(' and ');
    const before = stretches.at(-1);
    if (before && before.last === day - 1 && before.hours === hours) before.last = day;
    else stretches.push({ first: day, last: day, hours });
  });
  return stretches
    .map(({ first, last, hours }) => {
      const days = first === last ? SHORT_DAYS[first] : `${SHORT_DAYS[first]}–${SHORT_DAYS[last]}`;
      return `${days} ${hours}`;
    })
    .join(', ');
}
