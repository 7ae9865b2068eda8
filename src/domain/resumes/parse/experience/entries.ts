import { headingKind } from '../headings';
import type { Line } from '../line';
import { organisationScore } from '../organisations';
import { titleScore } from '../titles';
import { withoutDates, type MarkedLine } from './header-lines';

/** One entry: the lines of its heading and of what follows, as indexes into the section's lines. */
export interface Entry {
  header: number[];
  anchor: number | null;
  from: number;
  to: number;
}

const MAX_ABOVE = 3;
const MAX_BELOW = 3;

function pieceScore(marked: MarkedLine, score: (piece: string) => number): number {
  const pieces = withoutDates(marked.line.text, marked.dates).split(/\t|\s[|•·–—-]\s/);
  return Math.max(0, ...pieces.map(score));
}

/** How much a line reads as part of an entry's heading by its words. */
const headerScore = (marked: MarkedLine): number =>
  pieceScore(marked, (piece) => Math.max(titleScore(piece), organisationScore(piece)));

/** Heading lines right above an entry's dates. `habit`: how many the first entry of the section has. */
function linesAbove(
  lines: readonly MarkedLine[],
  anchor: number,
  floor: number,
  habit: number | null,
): number {
  let count = 0;
  let titled = 0;
  const own = lines[anchor];
  const opening = habit === null && floor === 0 && anchor <= MAX_ABOVE;
  for (let index = anchor - 1; index >= floor && titled < MAX_ABOVE; index -= 1) {
    const marked = lines[index];
    const below = lines[index + 1];
    if (!marked || !below || !own || marked.anchor || !(marked.headerish || marked.web)) break;
    const apart = below.line.gap >= 1.6 && below.line.gap > own.line.gap + 0.9 && below.line.gap < 8;
    if (apart && !opening && titled >= (habit ?? 0)) break;
    if (!marked.line.bullet && marked.line.x > own.line.x + 9 && marked.line.x > below.line.x + 9) break;
    count += 1;
    if (!marked.web) titled += 1;
  }
  return count;
}

/** Set further in than any cell of the entry's own line: the body of the entry, not its heading. */
function isInside(line: Line, own: Line): boolean {
  const nearest = Math.min(...[own.x, ...own.cellX].map((x) => Math.abs(line.x - x)));
  return nearest > 9 && line.x > own.x && line.page === own.page;
}

/** Heading lines below an entry's dates, up to its body. */
function linesBelow(lines: readonly MarkedLine[], anchor: number, ceiling: number, above: number): number {
  const own = lines[anchor];
  if (!own) return 0;
  const text = withoutDates(own.line.text, own.dates);
  const complete = /\t|\s[|•·–—-]\s|,/.test(text) && headerScore(own) > 0.7;
  let count = 0;
  let wanted = complete ? 2 : MAX_BELOW;
  const heading = lines.slice(anchor - above, anchor + 1);
  const needsTitle = !heading.some((marked) => pieceScore(marked, titleScore) >= 0.6);
  const needsCompany =
    !needsTitle &&
    !heading.some((marked) => /[\t|,•·–—@]|\sat\s| - /.test(withoutDates(marked.line.text, marked.dates))) &&
    heading.filter((marked) => withoutDates(marked.line.text, marked.dates) !== '').length === 1;
  for (let index = anchor + 1; index < ceiling && wanted > 0; index += 1) {
    const marked = lines[index];
    if (!marked || marked.anchor || !(marked.headerish || marked.web)) break;
    const titles = needsTitle && pieceScore(marked, titleScore) >= 0.85;
    const apart = marked.line.gap >= 1.3 && marked.line.gap < 8 && marked.line.gap > own.line.gap;
    const employs =
      needsCompany &&
      pieceScore(marked, titleScore) < 0.6 &&
      (marked.line.bold || pieceScore(marked, organisationScore) >= 0.75) &&
      headingKind(marked.line.text, true) === null;
    if (apart && !((titles || employs) && marked.line.gap < 3)) break;
    if (isInside(marked.line, own.line) && headerScore(marked) < 0.8) break;
    const looks = marked.line.bold || marked.line.italic || marked.web;
    if (text !== '' && headerScore(marked) < 0.3 && !looks) break;
    count += 1;
    if (!marked.web) wanted -= 1;
  }
  return count;
}

/** Where no line is dated: headings are the headerish lines that follow a body, or open the section. */
function undatedEntries(lines: readonly MarkedLine[]): Entry[] {
  const starts = lines.flatMap((marked, index) => {
    const before = lines[index - 1];
    const after = before === undefined || !before.headerish;
    return after && marked.headerish && headerScore(marked) >= 0.35 ? [index] : [];
  });
  return starts.map((from, order) => {
    const to = starts[order + 1] ?? lines.length;
    const header: number[] = [];
    for (let index = from; index < to && header.length < 3 && lines[index]?.headerish; index += 1)
      header.push(index);
    return { header, anchor: null, from, to };
  });
}

/**
 * Cuts a section into entries around the lines that hold dates. The number of heading lines above the dates of the first
 * entry is taken as the section's habit.
 */
export function cutEntries(lines: readonly MarkedLine[]): Entry[] {
  const anchors = lines.flatMap((marked, index) => (marked.anchor ? [index] : []));
  const first = anchors[0];
  if (first === undefined) return undatedEntries(lines);
  const habit = linesAbove(lines, first, 0, null);
  const entries: Entry[] = [];
  anchors.forEach((anchor, order) => {
    const previous = entries.at(-1);
    const floor = previous ? Math.max(previous.anchor ?? 0, ...previous.header) + 1 : 0;
    const ceiling = anchors[order + 1] ?? lines.length;
    const above = order === 0 ? habit : linesAboveLater(lines, anchor, anchors[order - 1] ?? -1, habit);
    const from = Math.max(anchor - above, Math.min(floor, anchor));
    const nextAbove = ceiling < lines.length ? linesAboveLater(lines, ceiling, anchor, habit) : 0;
    const below = linesBelow(lines, anchor, Math.max(anchor + 1, ceiling - nextAbove), anchor - from);
    const header: number[] = [];
    for (let index = from; index <= anchor + below; index += 1) header.push(index);
    entries.push({ header, anchor, from, to: lines.length });
  });
  entries.forEach((entry, order) => {
    entry.to = entries[order + 1]?.from ?? lines.length;
  });
  return entries;
}

/** Heading lines above a later entry: as the first had them, one more when a line there is clearly a heading. */
function linesAboveLater(
  lines: readonly MarkedLine[],
  anchor: number,
  before: number,
  habit: number,
): number {
  const most = linesAbove(lines, anchor, before + 1, habit);
  const body = anchor - most - 1 > before;
  if (!body && most > habit) {
    // Nothing stands between the two dates: what the first entry has above its dates, this one has too.
    return habit;
  }
  if (most <= habit) return most;
  const extra = lines[anchor - habit - 1];
  // A form that begins its entries with their dates ends them with another label.
  if (habit === 0 && extra?.label) return habit;
  const strong = extra !== undefined && (extra.line.bold || headerScore(extra) >= 0.8) && !extra.line.bullet;
  return strong ? Math.min(most, habit + 1) : habit;
}
