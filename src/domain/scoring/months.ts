/** Calendar months as whole numbers (`year × 12 + month − 1`), so that career arithmetic needs no dates. */
export type MonthIndex = number;

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;

/** `2024-03` or `2024-03-17` → month index. The shape is checked by the schema, not here. */
export function monthIndex(text: string): MonthIndex {
  const year = digit(text, 0) * 1000 + digit(text, 1) * 100 + digit(text, 2) * 10 + digit(text, 3);
  return year * 12 + digit(text, 5) * 10 + digit(text, 6) - 1;
}

/** A month index as `YYYY-MM`. */
export function monthText(month: MonthIndex): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

const DAYS_BEFORE_1970 = 719_468;
const DAYS_IN_400_YEARS = 146_097;

/**
 * `2024-03-17` → days since 1970-01-01, by the proleptic Gregorian calendar. Counted in whole numbers, with years that begin in
 * March, so that the leap day is the last one (Howard Hinnant, "chrono-compatible low-level date algorithms").
 */
export function dayNumber(text: string): number {
  const month = monthIndex(text) + 1;
  const fromMarch = (month + 9) % 12;
  const year = Math.floor((month - 3) / 12);
  const era = Math.floor(year / 400);
  const ofEra = year - era * 400;
  const ofYear = Math.floor((153 * fromMarch + 2) / 5) + digit(text, 8) * 10 + digit(text, 9) - 1;
  const days = ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
  return era * DAYS_IN_400_YEARS + days - DAYS_BEFORE_1970;
}

/** "1 month", "3 months", "1 day": a count with its noun. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Months in words: 100 → `8 y 4 m`, 5 → `5 m`, 24 → `2 y`. */
export function monthsInWords(months: number): string {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  if (years === 0) return `${rest} m`;
  return rest === 0 ? `${years} y` : `${years} y ${rest} m`;
}

export const MONTH_NAMES = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** `2024-03` as "Mar 2024", `2024` as it is, `present` as "now"; null says nothing. */
export const monthWords = (date: string | null): string => {
  if (date === null) return '';
  if (date === 'present') return 'now';
  const [year, month] = date.split('-');
  const name = month === undefined ? undefined : MONTH_NAMES[Number(month) - 1];
  return name === undefined ? date : `${name} ${year}`;
};

/** "Mar 2024 to now", "until 2019", "No dates". */
export const termWords = (start: string | null, end: string | null): string => {
  const [from, to] = [monthWords(start), monthWords(end)];
  if (from !== '' && to !== '') return `${from} to ${to}`;
  if (from !== '') return `from ${from}`;
  return to === '' ? 'No dates' : `until ${to}`;
};
