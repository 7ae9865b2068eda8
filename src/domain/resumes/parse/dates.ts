/** A span of time as a résumé states it: `YYYY-MM`, `YYYY` or `present`; null = a date stands there unread. */
export interface DateRange {
  from: string | null;
  to: string | null;
  /** Offsets of the whole expression in the text, brackets and leading words ("since", "from") included. */
  start: number;
  end: number;
  /** One date only, not a span of time. */
  single: boolean;
}

const MONTHS: readonly string[] = [
  'jan|january|januar|janvier|enero|ene|gennaio|janeiro|januari',
  'feb|february|februar|fevrier|février|febrero|febbraio|fevereiro|februari',
  'mar|march|märz|marz|mars|marzo|março|maart|mär',
  'apr|april|avril|abril|aprile|abr|avr',
  'may|mai|mayo|maggio|maio|mei',
  'jun|june|juni|juin|junio|giugno|junho',
  'jul|july|juli|juillet|julio|luglio|julho',
  'aug|august|août|aout|agosto|augustus|ago',
  'sep|sept|september|septembre|septiembre|settembre|setembro',
  'oct|october|oktober|octobre|octubre|ottobre|outubro|okt',
  'nov|november|novembre|noviembre|novembro',
  'dec|december|dezember|décembre|decembre|diciembre|dicembre|dezembro|dez|dic',
];
const MONTH_OF: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => names.split('|').map((name) => [name, index + 1] as const)),
);
/** First and last month of what people call by a name. */
const SEASONS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['spring', [3, 5]],
  ['summer', [6, 8]],
  ['fall', [9, 11]],
  ['autumn', [9, 11]],
  ['winter', [12, 12]],
  ['q1', [1, 3]],
  ['q2', [4, 6]],
  ['q3', [7, 9]],
  ['q4', [10, 12]],
  ['early', [1, 3]],
  ['mid', [6, 6]],
  ['late', [10, 12]],
]);

const monthNames = [...MONTH_OF.keys()].sort((a, b) => b.length - a.length).join('|');
const YEAR = '(?:19[5-9]\\d|20[0-4]\\d)';
const SHORT_YEAR = "['’‘`´]\\s?\\d{2}(?!\\d)";
const PLACEHOLDER = '(?:19|20)(?:XX|xx|\\?\\?)';
const MONTH = `(?<![\\p{L}])(?:${monthNames})(?![\\p{L}])\\.?`;
const SEASON = `(?<![\\p{L}])(?:${[...SEASONS.keys()].join('|')})(?![\\p{L}])`;
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const PRESENT_WORDS =
  "till[\\s-]*(?:date|now|today|present)|to[\\s-]*date|up\\s?to\\s?(?:date|now|present)|until\\s+(?:now|present|today)|present\\s+day|presently|present|current(?:ly)?(?:\\s+working)?|now|today|ongoing|on-going|continuing|continued|date|pres\\.|heute|aujourd['’]hui|actualidad|actualmente|atual|oggi|heden|présent";

const DATE = [
  `(?:${DAY}\\s*(?:of\\s+)?[-/.,]?\\s*)?${MONTH}\\s*[-/.,]?\\s*(?:${DAY},\\s*)?(?:of\\s+)?(?:${YEAR}|${SHORT_YEAR}|${PLACEHOLDER})`,
  `(?:${DAY}[-\\s])?${MONTH}[-\\s]\\d{2}(?![\\d/:]|\\s*(?:%|years?|months?|people|members))`,
  `${YEAR}[-/.](?:0?[1-9]|1[0-2])(?:[-/.](?:0?[1-9]|[12]\\d|3[01]))?(?!\\d)`,
  `(?<!\\d)(?:0?[1-9]|[12]\\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:${YEAR}|\\d{2})(?!\\d)`,
  `(?<!\\d)(?:0?[1-9]|1[0-2])\\s?[-/.]\\s?(?:${YEAR}|${PLACEHOLDER})(?!\\d)`,
  `(?<!\\d)(?:0[1-9]|1[0-2])/\\d{2}(?![\\d/])`,
  `(?:${SEASON}|${MONTH})\\s*(?:of\\s+|,\\s*|[-'’]\\s*)?(?:${YEAR}|${PLACEHOLDER})`,
  `${YEAR}\\s*(?:${SEASON}|${MONTH})(?!\\s*\\d)`,
  `(?<![\\d.,$€£₹+-])${YEAR}(?![\\d%+]|,\\d|\\.\\d)`,
  `(?<!\\d)${PLACEHOLDER}`,
].join('|');
const SEPARATOR =
  '\\s*(?:[-–—‒―−~→»]+>?|\\bto\\b|\\btill\\b|\\buntil\\b|\\bthrough\\b|\\bthru\\b|\\bbis\\b|\\bau\\b|\\bupto\\b|\\bup to\\b|\\band\\b(?=\\s+(?:19|20)\\d\\d))\\s*';
const BARE_MONTH = `(?:${SEASON}|${MONTH})(?:\\s+${DAY})?`;
const OPENER =
  '(?:\\(|\\[)?\\s*(?:(?:from|since|w\\.?e\\.?f\\.?|with effect from|dates?|period|duration|tenure|between)\\b\\s*[:.-]?\\s*)?';

const RANGE = new RegExp(
  `(?<opener>${OPENER})(?:(?<from>${DATE})(?:${SEPARATOR}(?:(?<to>${DATE})|(?<present>${PRESENT_WORDS})(?!\\p{L})|(?<shortTo>\\d{2})(?!\\d))|\\s*(?<till>till[\\s-]*date|to[\\s-]*date|onwards?|present(?=\\s*[)\\]|,]|\\s*$)|[-–—]\\s*(?=$|[\\t|)\\]])))?|(?<bare>${BARE_MONTH})${SEPARATOR}(?<bareTo>${DATE}))(?:\\s*(?:\\)|\\]))?`,
  'giu',
);

/** What every date has at least; most lines have none of it. */
const HINT = /(?:19|20)(?:\d\d|xx|\?\?)|\d\s?[-/.]\s?\d|['’‘`´-]\s?\d\d|\p{L}{3}\.?[\s-]\d\d/iu;

const pad = (month: number) => String(month).padStart(2, '0');

function fullYear(digits: string, pivot = 45): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year > pivot ? 1900 + year : 2000 + year;
}

/** Reads one date expression. `closing` takes the last month of a season instead of its first. */
export function readDate(expression: string, closing = false): string | null {
  const text = expression.toLowerCase();
  const wordMatch = text.match(/q[1-4]|\p{L}+/gu)?.find((word) => MONTH_OF.has(word) || SEASONS.has(word));
  const fourDigits = new RegExp(YEAR).exec(text)?.[0];
  if (/(?:19|20)(?:xx|\?\?)/.test(text)) return null;
  if (wordMatch !== undefined) {
    const year = fourDigits ?? /\d{2}(?!.*\d)/.exec(text)?.[0];
    if (year === undefined) return null;
    const season = SEASONS.get(wordMatch);
    const month = MONTH_OF.get(wordMatch) ?? season?.[closing ? 1 : 0] ?? 1;
    return `${fullYear(year)}-${pad(month)}`;
  }
  const numbers = text.match(/\d+/g) ?? [];
  const [first = '', second = '', third = ''] = numbers;
  if (numbers.length === 1 && first.length === 4) return first;
  if (first.length === 4) return `${first}-${pad(Number(second))}`;
  if (numbers.length === 3) return `${fullYear(third)}-${pad(Number(second))}`;
  if (numbers.length === 2) return `${fullYear(second)}-${pad(Number(first))}`;
  return null;
}

/**
 * Date ranges and single dates of a text, left to right. A range without an end ("since May 2020", "2021 onwards") ends
 * at `present`; one whose start lacks the year ("Jan – Mar 2020") takes it from the end.
 */
export function findDates(text: string): DateRange[] {
  const found: DateRange[] = [];
  if (!HINT.test(text)) return found;
  for (const match of text.matchAll(RANGE)) {
    const groups = match.groups ?? {};
    const { from, to, present, till, shortTo, bare, bareTo, opener = '' } = groups;
    const start = match.index;
    const end = start + match[0].length;
    const bounds = trimBounds(text, start, end);
    if (bare !== undefined && bareTo !== undefined) {
      const last = readDate(bareTo, true);
      const year = last?.slice(0, 4);
      const first = year === undefined ? null : readDate(`${bare} ${year}`);
      found.push({ from: first, to: last, ...bounds, single: false });
      continue;
    }
    if (from === undefined) continue;
    const first = readDate(from);
    if (present !== undefined || till !== undefined) {
      if (present?.toLowerCase() === 'date' && !/till|to/i.test(match[0])) continue;
      found.push({ from: first, to: 'present', ...bounds, single: false });
    } else if (to !== undefined)
      found.push({ from: first, to: readDate(to, true), ...bounds, single: false });
    else if (shortTo !== undefined && first !== null) {
      const last = `${first.slice(0, 2)}${shortTo}`;
      found.push(
        Number(last) >= Number(first.slice(0, 4))
          ? { from: first, to: last, ...bounds, single: false }
          : { from: first, to: first, ...bounds, single: true },
      );
    } else if (/since|from|w\.?e\.?f|effect/i.test(opener)) {
      found.push({ from: first, to: 'present', ...bounds, single: false });
    } else found.push({ from: first, to: readDate(from, true), ...bounds, single: true });
  }
  return found;
}

/** Leaves out an opening bracket whose partner lies outside, and outer spaces. */
function trimBounds(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  const slice = () => text.slice(from, to);
  if (/^[([]/.test(slice()) && !/[)\]]$/.test(slice())) from += 1;
  else if (/[)\]]$/.test(slice()) && !/^[([]/.test(slice())) to -= 1;
  while (/^\s/.test(slice())) from += 1;
  while (/\s$/.test(slice())) to -= 1;
  return { start: from, end: to };
}
