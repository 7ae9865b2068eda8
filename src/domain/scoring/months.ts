/** Calendar months as whole numbers (`year × 12 + month − 1`), so that career arithmetic needs no dates. */
export type MonthIndex = number;

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;

/** `2024-03` or `2024-03-17` → month index. The shape is checked by the schema, not here. */
export function monthIndex(text: string): MonthIndex {
  const year = digit(text, 0) * 1000 + digit(text, 1) * 100 + digit(text, 2) * 10 + digit(text, 3);
  return year * 12 + digit(text, 5) * 10 + digit(text, 6) - 1;
}

/** `2024-03-17` → days since 1970-01-01, by the proleptic Gregorian calendar. */
export function dayNumber(text: string): number {
  return Math.floor(Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / 86_400_000);
}

/** Months in words: 100 → `8 y 4 m`, 5 → `5 m`, 24 → `2 y`. */
export function monthsInWords(months: number): string {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  if (years === 0) return `${rest} m`;
  return rest === 0 ? `${years} y` : `${years} y ${rest} m`;
}
