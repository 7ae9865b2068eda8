import { findDates, type DateRange } from '../dates';
import { titleScore } from '../titles';
import { organisationScore } from '../organisations';
import type { PlacedLine } from '../text';

/** A line of a section with what the cutting into entries needs to know of it. */
export interface MarkedLine {
  line: PlacedLine;
  dates: DateRange[];
  /** Short, no bullet, no sentence: may belong to the heading of an entry. */
  headerish: boolean;
  /** Holds the dates of an entry. */
  anchor: boolean;
  /** Only a web address: it may stand between the lines of a heading. */
  web: boolean;
  /** "Company: Acme": the label, in lower case. */
  label: EntryLabel | null;
}

export type EntryLabel = 'company' | 'title' | 'dates' | 'place' | 'aside';

const LABELS: readonly (readonly [EntryLabel, RegExp])[] = [
  [
    'company',
    /^(?:(?:name\s+(?:and\s+address\s+)?of\s+(?:the\s+)?)?(?:company|organi[sz]ation|employer|firm|institution|institute|concern)(?:\s*(?:name|worked(?:\s+for)?))?|worked\s+(?:at|with|for)|working\s+(?:at|with|for)|employer\s+name)\s*(?:\t|[:–-])/i,
  ],
  [
    'title',
    /^(?:designation|occupation(?:\s+or\s+position(?:\s+held)?)?|position(?:\s+held)?|job\s+title|title|post(?:\s+held)?|role|job\s+role|last\s+designation|current\s+designation)\s*(?:\t|[:–-])/i,
  ],
  [
    'dates',
    /^(?:period|duration|tenure|from|dates?|work(?:ing)?\s+period|time\s+period|year|years?\s+of\s+service|employment\s+period|service\s+period)\s*(?:\t|[:–-])/i,
  ],
  ['place', /^(?:location|place|city|address)\s*(?:\t|[:–-])/i],
  [
    'aside',
    /^(?:main\s+(?:activities|duties|tasks)(?:\s+and\s+responsibilities)?|type\s+of\s+business(?:\s+or\s+sector)?|client|project|project\s+name|team\s+size|environment|technolog(?:y|ies)(?:\s+used)?|tech\s+stack|tools?(?:\s+used)?|skills?(?:\s+used)?|responsibilit(?:y|ies)|key\s+responsibilities|roles?\s+(?:and|&)\s+responsibilit(?:y|ies)|job\s+(?:profile|description|responsibilities)|description|reporting\s+to|ctc|salary|reason\s+for\s+leaving|achievements?|key\s+achievements?|duties|platform|operating\s+system|database|languages?|website|url|industry|nature\s+of\s+(?:job|work|business)|about\s+the\s+company|company\s+profile|contributions?|highlights|work\s+profile|deliverables)\s*(?:\t|[:–-]|$)/i,
  ],
];

/** The label that opens a line of a labelled entry, with the length of label and colon. */
export function entryLabel(text: string): { label: EntryLabel; length: number } | null {
  for (const [label, pattern] of LABELS) {
    const match = pattern.exec(text);
    if (match) {
      const after = /^[\s:–-]*/.exec(text.slice(match[0].length))?.[0].length ?? 0;
      return { label, length: match[0].length + after };
    }
  }
  return null;
}

const VERB =
  /^(?:[A-Z][a-z]+ed|[A-Z][a-z]+ing|Led|Built|Wrote|Ran|Drove|Grew|Made|Won|Held|Cut|Set|Took|Oversaw|Drew|Sold|Taught|Kept|Met|Began|Brought|Bought|Chose|Found|Gave|Sent|Spent|Spoke|Shot|Rewrote|Undertook|Sought|Flew|Laid|Paid|Put|Saw|Became|Spearhead\w*|Manage|Lead|Develop|Design|Create|Write|Work|Handle|Maintain|Conduct|Assist|Coordinate|Prepare|Provide|Perform|Ensure|Support|Implement|Responsible|Involved|Expertise|Having|Have|Good|Hands|Experience in|Currently|As an?|The|We|I|My|To|In|On|For|With|By|This|Our|Also)\b/;

/** "Managed two illustrators and a designer" ends like a title and tells of a deed; "Certified Nursing Assistant" is one. */
const DONE = /^[A-Z][a-z]+ed\b/;
const QUALIFIED =
  /^(?:Certified|Chartered|Registered|Licen[sc]ed|Accredited|Qualified|Skilled|Trained|Experienced|Dedicated|Applied|Embedded|Advanced|Integrated|Distributed|Automated|Shared|Unified|United|Associated|Retired|Limited|Mixed|Fixed|Enrolled|Appointed|Elected|Worked|Employed|Served|Joined|Interned|Deputed|Posted|Engaged)\b/;

/** A sentence or its fragment: too long for a heading, ended by a full stop, or opened by a verb and long enough. */
export function isProse(text: string): boolean {
  const words = text.split(/\s+/).length;
  if (/^\p{Ll}/u.test(text) && words > 3) return true;
  if (words > 17) return true;
  const low = text.match(/(?<![\p{L}’'])\p{Ll}+/gu)?.length ?? 0;
  if (
    words >= 6 &&
    low >= words / 3 &&
    /[.!]$/.test(text) &&
    !/\b(?:inc|ltd|corp|co|llc|pvt|jr|sr|st|no|etc|\p{Lu})\.$/iu.test(text)
  )
    return true;
  // "Engineering Manager • Acme • 2021 – 2024" opens with a title, and with no verb.
  const [opening = text] = text.split(/\s+[|•·]\s+|\t/, 1);
  if (
    words >= 5 &&
    VERB.test(text) &&
    (Math.max(titleScore(text), titleScore(opening)) < 1 || (DONE.test(text) && !QUALIFIED.test(text)))
  )
    return true;
  const small = text.match(/(?<![\p{L}’'])\p{Ll}/gu)?.length ?? 0;
  return words >= 9 && small > words * 0.4 && !/[,|•·–—\t()]| - /.test(text);
}

/** The text without its dates. */
export function withoutDates(text: string, dates: readonly DateRange[]): string {
  let out = text;
  for (const range of [...dates].sort((a, b) => b.start - a.start)) {
    out = `${out.slice(0, range.start)}\t${out.slice(range.end)}`;
  }
  return out
    .replace(/(?:(?<!\s)\s+)?[([]\s*[)\]]/g, '\t')
    .replace(/\s*\t[\s\t]*/g, '\t')
    .replace(/^[\s|•·,;:–—-]+|[\s|•·,;:–—-]+$/gu, '')
    .trim();
}

/** Dates that stand as an entry's own: a range, or one date beside a short heading, not in running text. */
function anchorDates(line: PlacedLine, text: string): DateRange[] {
  const dates = findDates(text);
  const [first] = dates;
  if (!first) return [];
  const rest = withoutDates(text, dates);
  const words = rest === '' ? 0 : rest.split(/\s+/).length;
  const atEdge = first.start <= 2 || text.length - first.end <= 3 || text.includes('\t');
  const bracketed = /^[([]/.test(text.slice(first.start, first.end));
  const range = dates.some((date) => !date.single);
  if (line.bullet) return range && (atEdge || bracketed) && words <= 14 && !isProse(rest) ? dates : [];
  if (range) {
    // "QA Engineer, Acme (2018 – 2021) Led the guild.": what follows the brackets is the body already.
    const head = bracketed ? text.slice(0, first.start) : rest;
    const named = (atEdge && words <= 16) || bracketed;
    return isProse(rest) && !(named && !isProse(head) && titleScore(head) + organisationScore(head) > 0.9)
      ? []
      : dates;
  }
  if (words === 0) return dates;
  return atEdge && words <= 12 && !isProse(rest) ? dates : [];
}

const WEB_LINE = /^(?:https?:\/\/|www\.)\S+$|^[\w-]+(?:\.[\w-]+)+\/\S*$/i;

/** A list of jobs: the item names the job, and the line below, which is no item, holds its dates and nothing else. */
function headsJob(line: PlacedLine, below: PlacedLine | undefined): boolean {
  if (!line.bullet || !below || below.bullet || below.gap >= 8 || isProse(line.text)) return false;
  const dates = anchorDates(below, below.text);
  const rest = withoutDates(below.text, dates);
  const named = titleScore(line.text.replace(/^\W+/, '')) >= 0.6 || organisationScore(line.text) >= 0.75;
  return named && dates.some((date) => !date.single) && !/\p{Lu}|\p{L}{7}/u.test(rest);
}

export function markLines(lines: readonly PlacedLine[]): MarkedLine[] {
  return lines.map((line, index) => {
    const label = entryLabel(line.text)?.label ?? null;
    const dates = label === 'aside' ? [] : anchorDates(line, line.text);
    const plain = !line.bullet && !isProse(withoutDates(line.text, dates)) && label !== 'aside';
    return {
      line,
      dates,
      headerish: plain || dates.length > 0 || headsJob(line, lines[index + 1]),
      anchor: dates.length > 0,
      web: WEB_LINE.test(line.text),
      label,
    };
  });
}
