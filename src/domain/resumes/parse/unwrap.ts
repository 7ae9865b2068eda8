import { findDates } from './dates';
import { headingKind } from './headings';
import { MAX_LINE } from './limits';
import type { Line } from './line';

const CONNECTIVE = /(?:[,&/(+–—-]|\b(?:and|of|in|the|for|with|to|a|an|or|at|on|by|from|using|der|und|de))$/i;
const SENTENCE_END = /[.!?:;]["”’)]*$/;

/** Points that the first word of the next line would have needed on this one. */
export function wordNeeds(line: Line, next: Line): number {
  const perCharacter = (line.right - line.x) / Math.max(line.text.length, 1);
  const first = /^\S+/.exec(next.text)?.[0] ?? '';
  return (first.length + 1.2) * perCharacter;
}

const startsLow = (text: string) => /^[\p{Ll}\d(+&/%"'“]/u.test(text);
const isProse = (text: string) => text.length >= 48 && text.split(' ').length >= 7;

/** A web address or a telephone number on a line of its own: it goes on with nothing above it. */
const isReach = (text: string) =>
  /^(?:https?:\/\/|www\.)\S+$|^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:\/\S*)?$/iu.test(text) ||
  /^(?:\+|\(?\d)[\d\s().\-–/]{7,}$/.test(text);

/** The text breaks off before a date that it announces, or in the middle of a span of time. */
const AWAITS_DATE = /(?:\b(?:from|since|between|to|till|until)|\d\s?[-–—])$/i;

/** Whether `next` opens with the date, or the end of the span of time, that `last` breaks off before. */
function completesDates(last: Line, next: Line): boolean {
  if (!AWAITS_DATE.test(last.text) || next.text.includes('\t') || next.bullet || next.gap > 1.4) return false;
  const dated = findDates(next.text)[0]?.start === 0 || /^(?:present|current|now|till|to)\b/i.test(next.text);
  const flush =
    [last.x, ...last.cellX].some((x) => Math.abs(x - next.x) < 3) || Math.abs(last.right - next.right) < 3;
  const hanging = last.bullet && next.x > last.x;
  return dated && (flush || hanging) && Math.abs(next.size - last.size) < 0.8 && next.page === last.page;
}

/** Whether `next` goes on with the sentence or list that `line` broke off at the edge of its column. */
function continues(line: Line, last: Line, next: Line): boolean {
  if (completesDates(last, next)) return true;
  if (next.bullet || next.heading > 0 || line.heading > 0) return false;
  if (next.text.includes('\t') || last.text.includes('\t')) return false;
  if (/@\S*$/.test(last.text) || /^\S*@/.test(next.text)) return false;
  if (isReach(next.text) || isReach(last.text)) return false;
  if (Math.abs(next.size - last.size) > 0.8) return false;
  const acrossColumns = next.gap >= 8;
  if (acrossColumns ? next.page === last.page || !startsLow(next.text) : next.gap > 1.4) return false;
  const low = startsLow(next.text);
  const tight = last.room < wordNeeds(last, next) * 1.1;
  const plain = tight && next.bold === last.bold && next.text !== next.text.toUpperCase();
  if (headingKind(next.text, next.bold) !== null && !low && !plain) return false;
  const connects = CONNECTIVE.test(last.text);
  const hanging = line.bullet && next.x > line.x + 3;
  const aligned = Math.abs(next.x - last.x) < 3;
  if (!hanging && !aligned) return false;
  const brokenOff = tight && last.text.endsWith(',') && isProse(line.text);
  if (!low && line.bullet && !hanging && !brokenOff) return false;
  if (!low && last.gap < 8 && next.gap > last.gap + 0.35) return false;
  if (next.bold && !last.bold) return false;
  if (
    findDates(next.text).some((range) => !range.single) &&
    !(/^\p{Ll}/u.test(next.text) && isProse(line.text)) &&
    !(line.bullet && brokenOff)
  )
    return false;
  if (!line.bullet && findDates(last.text).some((range) => range.end >= last.text.length - 2)) return false;
  if (hanging) return low || tight || connects || !SENTENCE_END.test(last.text);
  if (low)
    return (tight || connects) && (line.bullet || isProse(last.text) || connects || last.text.length > 12);
  if (connects && /[,&/(-]$/.test(last.text)) return tight || last.text.endsWith(',');
  if (connects) return tight;
  if (!tight || last.bold !== next.bold) return false;
  const listed = (last.text.match(/[,;|·•]/g)?.length ?? 0) >= 2 && !/^[^,;]{2,30}:/.test(next.text);
  if (listed && !SENTENCE_END.test(last.text)) return true;
  return isProse(last.text) && (!SENTENCE_END.test(last.text) || next.text.length > 40);
}

/** Hyphens that belong to a compound and stay when the word was broken after them. */
const COMPOUND =
  /(?:^|[\s(])(?:self|cross|multi|non|end|real|high|low|full|front|back|long|short|part|data|well|co|pre|post|user|client|test|event|award|on|off|in|e|inter|micro|sub|state|time|cost|decision|problem|day|hands|end-to)-$/i;

function append(line: Line, next: Line): Line {
  const broken = /\p{L}-$/u.test(line.text) && /^[\p{Ll}\d]/u.test(next.text);
  const kept = COMPOUND.test(line.text) || /^\d/.test(next.text);
  const head = broken && !kept ? line.text.slice(0, -1) : line.text;
  const text = broken ? head + next.text : `${head} ${next.text}`;
  const offset = text.length - next.text.length;
  return {
    ...line,
    text,
    right: Math.max(line.right, next.right),
    room: next.room,
    breaks: [...line.breaks, ...next.breaks.map((at) => at + offset)],
    styles: [
      ...line.styles,
      ...next.styles.map((run) => ({ ...run, start: run.start + offset, end: run.end + offset })),
    ],
  };
}

/** Whether `next` holds the rest of the first cell of a row: "King's College ⇥ 2019" above "London". */
function continuesCell(last: Line, next: Line): boolean {
  const [edge = 0] = last.cellRight;
  const second = last.cellX[1];
  if (second === undefined || last.bullet || next.bullet || next.text.includes('\t')) return false;
  const alike =
    last.bold === next.bold && last.italic === next.italic && Math.abs(last.size - next.size) < 0.5;
  const flush = Math.abs(next.x - last.x) <= 2 || Math.abs(next.right - edge) <= 2;
  if (!alike || !flush || next.gap > 0.8 || next.text.length > 45) return false;
  const [first = ''] = last.text.split('\t');
  const perCharacter = (edge - last.x) / Math.max(first.length, 1);
  const word = /^\S+/.exec(next.text)?.[0] ?? '';
  const needed = (word.length + 1) * perCharacter;
  const words = next.text.split(' ').length;
  const dated = findDates(next.text).length > 0 || headingKind(next.text) !== null;
  return second - edge < needed + 4 && words <= 4 && !dated && !SENTENCE_END.test(first);
}

/** A word or list that the right edge broke in the last cell of a row goes on below it, under that cell. */
function continuesLastCell(last: Line, next: Line): boolean {
  const edge = last.cellX.at(-1);
  if (edge === undefined || !last.text.includes('\t') || next.text.includes('\t') || next.bullet)
    return false;
  if (Math.abs(next.x - edge) > 3 || next.gap > 0.8 || Math.abs(next.size - last.size) > 0.8) return false;
  const broken = /\p{Ll}-$/u.test(last.text) && /^\p{Ll}/u.test(next.text);
  const listed = /[,;]$/.test(last.text) && last.room < wordNeeds(last, next) * 1.1;
  return broken || listed;
}

/** Where a sentence that begins after the rest of a broken heading stands: "Pune. Ran the shop". 0 = nowhere. */
const sentenceAt = (text: string): number => {
  const stop = /\p{Ll}{3}\.\s+(?=\p{Lu}\p{Ll})/u.exec(text);
  return stop ? stop.index + stop[0].length : 0;
};

const MONTH_ALONE =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[.,]?$/i;

/** The row with the years that its narrow cells put below their months: "January ⇥ March" above "2015 ⇥ 2017". */
function withYearsBelow(last: Line, next: Line): Line | null {
  const above = last.text.split('\t');
  const years = next.text.split('\t');
  if (above.length < 2 || next.gap > 0.8 || !years.every((cell) => /^(?:19|20)\d{2}$/.test(cell)))
    return null;
  const filled = [...above];
  for (const [index, year] of years.entries()) {
    const x = next.cellX[index] ?? next.x;
    const at = last.cellX.findIndex((edge) => Math.abs(edge - x) < 3);
    if (at < 0 || !MONTH_ALONE.test(above[at] ?? '')) return null;
    filled[at] = `${above[at] ?? ''} ${year}`;
  }
  return { ...last, text: filled.join('\t'), styles: [], breaks: [] };
}

/** Whether both cells of the row below go on with those above: a label in small letters, and the text beside it. */
function continuesBoth(last: Line, next: Line): boolean {
  const [above, below] = [last.text.split('\t'), next.text.split('\t')];
  const [edge = 0] = last.cellRight;
  const flush = Math.abs(next.x - last.x) <= 2 || Math.abs((next.cellRight[0] ?? 0) - edge) <= 2;
  return (
    above.length === 2 &&
    below.length === 2 &&
    flush &&
    Math.abs((last.cellX[1] ?? 0) - (next.cellX[1] ?? 0)) < 3 &&
    next.gap < 0.8 &&
    !next.bullet &&
    !/^(?:date|now|present|current|to|till|until)\b/.test(below[0] ?? '') &&
    /^\p{Ll}[\p{Ll} /-]{1,28}$/u.test(below[0] ?? '') &&
    findDates(next.text).length === 0
  );
}

function appendToBoth(line: Line, next: Line): Line {
  const [label = '', text = ''] = line.text.split('\t');
  const [more = '', rest = ''] = next.text.split('\t');
  return {
    ...line,
    text: `${label} ${more}\t${text} ${rest}`,
    room: next.room,
    right: next.right,
    styles: [],
  };
}

/** What can only be the end of a firm's or school's name. */
const NAME_TAIL =
  /^(?:(?:private|pvt|ltd|limited|inc|llc|llp|gmbh|corporation|company|university|college|institute|school|science|technology|technologies|solutions|services|systems|group)\b[\s.,&]*)+$/i;

/** The end of a name whose beginning stands before the dates at the end of the row above: "Private Limited". */
function beforeDates(last: Line, next: Line): { start: number; end: number } | null {
  const dates = findDates(last.text).at(-1);
  if (!dates || dates.end < last.text.length - 1 || dates.start < 4 || next.text.includes('\t')) return null;
  const alike =
    last.bold === next.bold && Math.abs(last.size - next.size) < 0.5 && Math.abs(next.x - last.x) < 2;
  if (!alike || next.bullet || next.gap > 0.8 || next.text.length > 30 || last.room > 3) return null;
  const before = last.text.slice(0, dates.start).trimEnd();
  const ends = NAME_TAIL.test(next.text) || CONNECTIVE.test(before);
  return ends && headingKind(next.text) === null && findDates(next.text).length === 0 ? dates : null;
}

function insertBefore(line: Line, next: Line, at: number): Line {
  const [before, rest] = [line.text.slice(0, at).trimEnd(), line.text.slice(at)];
  return {
    ...line,
    text: `${before} ${next.text}\t${rest}`,
    styles: [],
    breaks: [],
    cellX: [],
    cellRight: [],
  };
}

function appendToCell(line: Line, next: Line): Line {
  const [first = '', ...rest] = line.text.split('\t');
  return { ...line, text: [`${first} ${next.text}`, ...rest].join('\t'), styles: [] };
}

/** Joins lines that the page's width broke: wrapped bullets, paragraphs, lists and hyphenated words. */
export function unwrap(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  let last: Line | null = null;
  for (const next of lines) {
    const before = joined.at(-1);
    const line = before && before.text.length + next.text.length < MAX_LINE ? before : undefined;
    const row = line?.text.includes('\t') ? line : last;
    const dated = line && last === line ? withYearsBelow(line, next) : null;
    if (dated) joined[joined.length - 1] = dated;
    else if (line && row && continuesCell(row, next)) joined[joined.length - 1] = appendToCell(line, next);
    else if (line && last && line.text.includes('\t') && continuesLastCell(last, next)) {
      const at = sentenceAt(next.text);
      const head =
        at > 0 ? { ...next, text: next.text.slice(0, at).trimEnd(), styles: [], breaks: [] } : next;
      joined[joined.length - 1] = append(line, head);
      if (at > 0) joined.push({ ...next, text: next.text.slice(at), styles: [], breaks: [], gap: 0 });
    } else if (line && row && continuesBoth(row, next)) joined[joined.length - 1] = appendToBoth(line, next);
    else if (line && last === line && beforeDates(line, next))
      joined[joined.length - 1] = insertBefore(line, next, beforeDates(line, next)?.start ?? 0);
    else if (line && last && continues(line, last, next)) joined[joined.length - 1] = append(line, next);
    else joined.push(next);
    last = next;
  }
  return joined;
}
