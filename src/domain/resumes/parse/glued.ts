const MONTH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const MONTHS = `(?:${MONTH}|${MONTH.toUpperCase()})`;
const YEAR = '(?:19|20)\\d{2}';
const PRESENT = '(?:[Pp]resent|PRESENT|[Cc]urrent|[Nn]ow|[Oo]ngoing|[Tt]oday|[Tt]ill date|[Tt]ill now)';
const DASH = '\\s?[-–—]\\s?';

/** Places where a word and a date, or a date and what follows it, have lost the space between them. */
const SEAMS = new RegExp(
  [
    // "PuneMay 2021", "Manager)Aug’21"
    `(?<=\\p{Ll}|\\p{L}\\))(?=${MONTHS}\\.?[\\s,'’-]{1,2}(?:${YEAR}|\\d{2})(?!\\d))`,
    // "Pune2019 - 2021"
    `(?<=\\p{Ll}{2}|\\p{L}\\))(?=${YEAR}(?:${DASH}|\\sto\\s)(?:${YEAR}|${PRESENT}))`,
    // "Pune05/2017–01/2022"
    `(?<=\\p{Ll}{2}|\\p{L}\\))(?=(?:0[1-9]|1[0-2])[./]${YEAR}${DASH})`,
    // "2019 - 2021Diploma", "Present" before a name
    `(?<=${DASH}(?:\\p{L}{3,9}\\.?\\s|\\d{1,2}[./])?${YEAR})(?=\\p{Lu}\\p{Ll})`,
    `(?<=\\d${DASH}${PRESENT})(?=\\p{Lu}\\p{Ll})`,
    // "Feb 20252 years 3 months"
    `(?<=(?:${DASH}|\\p{L}{3}\\.?,?\\s)${YEAR})(?=\\d{1,2}\\s(?:years?|yrs?|months?|mos?)\\b)`,
    `(?<=\\d${DASH}${PRESENT})(?=\\d{1,2}\\s(?:years?|yrs?|months?|mos?)\\b)`,
  ].join('|'),
  'gu',
);

/**
 * Offsets at which two items of one row stand together without a space, as text copied from a web page has them: a date
 * is always one of the two.
 */
export function seams(text: string): number[] {
  return /\d\d/.test(text) ? [...text.matchAll(SEAMS)].map((match) => match.index) : [];
}

/** Puts a tab, which parts cells, into each seam. */
export function withSeamsOpen(text: string): string {
  return seams(text)
    .toReversed()
    .reduce((open, at) => `${open.slice(0, at)}\t${open.slice(at)}`, text);
}

/** Whether text of another look begins right after `before`, as a new item: "DeveloperAcme", "LtdPune". */
export function isSeam(before: string, after: string): boolean {
  return /(?:\p{L}{2}[\p{Ll}\d)]|\p{Lu}{3}|\p{L}\.)$/u.test(before) && /^\p{Lu}\p{L}{2}/u.test(after);
}
