const MINUTE = 60_000;
const WEEK = 7 * 86_400_000;
/** Years that are kept of a zone. */
const KEPT_YEARS = 100;

/** From this instant (ms since 1970) on, local time is UTC plus so many minutes. */
export interface OffsetSpan {
  at: number;
  offset: number;
}

const formats = new Map<string, Intl.DateTimeFormat | null>();
const years = new Map<string, Map<number, readonly OffsetSpan[]>>();

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  const kept = formats.get(timeZone);
  if (kept !== undefined) return kept;
  let format: Intl.DateTimeFormat | null;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  } catch {
    format = null;
  }
  formats.set(timeZone, format);
  return format;
}

/** Does the runtime's time zone table hold this IANA name? */
export function isTimeZone(timeZone: string): boolean {
  return formatOf(timeZone) !== null;
}

function offsetAt(format: Intl.DateTimeFormat, instant: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  const local = Date.UTC(year, month - 1, day, hour, minute);
  return Math.round((local - Math.floor(instant / MINUTE) * MINUTE) / MINUTE);
}

function spansOf(format: Intl.DateTimeFormat, from: number, to: number): OffsetSpan[] {
  const spans: OffsetSpan[] = [{ at: from, offset: offsetAt(format, from) }];
  let known = from;
  let offset = spans[0]?.offset ?? 0;
  while (known < to) {
    const next = Math.min(known + WEEK, to);
    const after = offsetAt(format, next);
    if (after !== offset) {
      let before = known;
      let at = next;
      while (at - before > MINUTE) {
        const middle = before + Math.floor((at - before) / 2 / MINUTE) * MINUTE;
        if (offsetAt(format, middle) === offset) before = middle;
        else at = middle;
      }
      offset = offsetAt(format, at);
      spans.push({ at, offset });
      known = at;
    } else known = next;
  }
  return spans;
}

/** The same of a whole calendar year (UTC), looked up once. */
function spansOfYear(timeZone: string, format: Intl.DateTimeFormat, year: number): readonly OffsetSpan[] {
  let ofZone = years.get(timeZone);
  if (!ofZone) years.set(timeZone, (ofZone = new Map()));
  const kept = ofZone.get(year);
  if (kept) return kept;
  if (ofZone.size >= KEPT_YEARS) ofZone.clear();
  const spans = spansOf(format, Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1));
  ofZone.set(year, spans);
  return spans;
}

/**
 * The UTC offsets of a zone between two instants, first span from `from` on. The zone's transitions are looked up in the
 * runtime's table (Intl) once per zone and year. Returns null for a name that the table does not hold.
 */
export function offsetSpans(timeZone: string, from: number, to: number): readonly OffsetSpan[] | null {
  const format = formatOf(timeZone);
  if (!format) return null;
  const first: OffsetSpan = { at: from, offset: 0 };
  const spans = [first];
  const lastYear = new Date(to).getUTCFullYear();
  for (let year = new Date(from).getUTCFullYear(); year <= lastYear; year++) {
    for (const { at, offset } of spansOfYear(timeZone, format, year)) {
      if (at <= from) first.offset = offset;
      else if (at <= to && offset !== spans.at(-1)?.offset) spans.push({ at, offset });
    }
  }
  return spans;
}

/** Two zones' offsets that hold at the same time. */
export interface OffsetPair {
  at: number;
  a: number;
  b: number;
}

/** Every pair of offsets that occurs together, each once, at its first instant; null when a zone is not known. */
export function offsetPairs(zoneA: string, zoneB: string, from: number, to: number): OffsetPair[] | null {
  const a = offsetSpans(zoneA, from, to);
  const b = offsetSpans(zoneB, from, to);
  return a && b && pairsOf(a, b);
}

/** The same of two zones' offsets between the same instants. */
export function pairsOf(a: readonly OffsetSpan[], b: readonly OffsetSpan[]): OffsetPair[] {
  const [firstA, firstB] = [a[0], b[0]];
  if (a.length === 1 && b.length === 1) {
    return [{ at: firstA?.at ?? 0, a: firstA?.offset ?? 0, b: firstB?.offset ?? 0 }];
  }
  const pairs: OffsetPair[] = [];
  const instants = [...new Set([...a, ...b].map(({ at }) => at))].sort((x, y) => x - y);
  for (const at of instants) {
    const offsetA = a.findLast((span) => span.at <= at)?.offset ?? 0;
    const offsetB = b.findLast((span) => span.at <= at)?.offset ?? 0;
    if (!pairs.some((pair) => pair.a === offsetA && pair.b === offsetB))
      pairs.push({ at, a: offsetA, b: offsetB });
  }
  return pairs;
}

/** Browsers still list some zones under names that their people gave up. */
const TODAYS_NAMES: Readonly<Record<string, string>> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
};

/** The name in use today of a zone that a browser may know under an older one. */
export const todaysName = (zone: string): string => TODAYS_NAMES[zone] ?? zone;

/** Last part of an IANA name as people say it: "Asia/Kolkata" → "Kolkata". */
export const zoneCity = (zone: string): string =>
  (todaysName(zone).split('/').at(-1) ?? zone).replaceAll('_', ' ');
