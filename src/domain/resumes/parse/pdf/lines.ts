import { bulletLength, cleanLine } from '../characters';
import type { Line, StyleRun } from '../line';
import type { Flow } from './columns';
import { WIDE_SPACE, type Chunk, type Row } from './rows';

/** Chunks of one row that stand this many ems apart are cells. */
const CELL_GAP = 1.9;

/** Raised ordinal marks that fell onto a row of their own. */
const ORDINAL_MARKS = /^(?:(?:st|nd|rd|th)\s*)+$/;

interface Joined {
  text: string;
  styles: StyleRun[];
  cellX: number[];
  cellRight: number[];
}

/** Even a stretched space stays below this many ems. */
const WIDEST_STRETCH = 2.6;

/**
 * Spaces stretched to fill a line are all alike, and the line reaches the edge: none of them parts cells. No usual space
 * is left among them, as there is inside the items of an evenly spaced row.
 */
function isJustified(chunks: readonly Chunk[], gaps: readonly number[], room: number): boolean {
  return (
    gaps.length >= 2 &&
    chunks.every((chunk) => !chunk.text.includes(' ')) &&
    room < 6 &&
    Math.max(...gaps) < WIDEST_STRETCH &&
    Math.max(...gaps) < 1.2 * Math.min(...gaps)
  );
}

/** Lays the chunks of a row end to end: a tab between cells, a space inside one. */
function join(chunks: readonly Chunk[], edges: readonly number[], room: number): Joined {
  let text = '';
  const styles: StyleRun[] = [];
  const cellX = chunks.slice(0, 1).map((chunk) => chunk.x);
  const cellRight: number[] = [];
  const gaps = chunks.slice(1).map((chunk, index) => {
    const before = chunks[index];
    return before ? (chunk.x - before.right) / Math.max(Math.min(chunk.size, before.size), 1) : 0;
  });
  const justified = isJustified(chunks, gaps, room);
  chunks.forEach((chunk, index) => {
    const before = chunks[index - 1];
    if (before) {
      const gap = gaps[index - 1] ?? 0;
      const afterBullet = bulletLength(`${text} `) >= text.length;
      const resized = gap > 0.5 && Math.abs(chunk.size - before.size) > 0.14 * before.size;
      const atEdge = edges.some((edge) => Math.abs(edge - chunk.x) < 1.5);
      const cell = (gap > CELL_GAP || resized || atEdge) && !afterBullet && !justified;
      text += cell ? '\t' : justified ? ' ' : WIDE_SPACE;
      if (cell) {
        cellX.push(chunk.x);
        cellRight.push(before.right);
      }
    }
    const offset = text.length;
    let inked = chunk.text;
    for (const space of justified ? [] : chunk.spaces) {
      if (!edges.some((edge) => Math.abs(edge - space.right) < 1.5)) continue;
      inked = `${inked.slice(0, space.at)}\t${inked.slice(space.at + 1)}`;
      cellX.push(space.right);
      cellRight.push(space.left);
    }
    text += inked;
    styles.push(...chunk.styles.map((run) => ({ ...run, start: run.start + offset, end: run.end + offset })));
  });
  const last = chunks.at(-1);
  if (last) cellRight.push(last.right);
  return { text: text.replace(/\u00AD/g, '-'), styles, cellX, cellRight };
}

/** Cleaning changes lengths: carries offsets of the raw text over by counting the letters before them. */
function offsetsInto(raw: string, clean: string): (offset: number) => number {
  const ends: number[] = [];
  const isInk = (character: string) => /[\p{L}\p{N}]/u.test(character);
  for (let index = 0; index < clean.length; index += 1) if (isInk(clean.charAt(index))) ends.push(index + 1);
  return (offset) => {
    const before = cleanLine(raw.slice(0, offset)).replace(/[^\p{L}\p{N}]/gu, '').length;
    return before === 0 ? 0 : (ends[Math.min(before, ends.length) - 1] ?? clean.length);
  };
}

function carryStyles(joined: Joined, clean: string): StyleRun[] {
  if (clean === joined.text) return joined.styles;
  const position = offsetsInto(joined.text, clean);
  return joined.styles
    .map((run) => ({ ...run, start: position(run.start), end: position(run.end) }))
    .filter((run) => run.end > run.start);
}

function wideSpaces(raw: string, clean: string): number[] {
  const at = [...raw.matchAll(new RegExp(WIDE_SPACE, 'g'))].map((match) => match.index);
  return at.length === 0 ? [] : at.map(offsetsInto(raw, clean));
}

function share(styles: readonly StyleRun[], has: (run: StyleRun) => boolean): number {
  const total = styles.reduce((sum, run) => sum + run.end - run.start, 0);
  const with_ = styles.filter(has).reduce((sum, run) => sum + run.end - run.start, 0);
  return total === 0 ? 0 : with_ / total;
}

function toLine(
  row: Row,
  above: Row | undefined,
  flow: Flow,
  page: number,
  edges: readonly number[],
): Line | null {
  const room = flow.right - (row.chunks.at(-1)?.right ?? 0);
  const joined = join(row.chunks, edges, room);
  const text = cleanLine(joined.text);
  if (text === '' || /^[•\-–—_=.*|\s]+$/u.test(text) || ORDINAL_MARKS.test(text)) return null;
  const styles = carryStyles(joined, text);
  const cellEnd = text.includes('\t') ? text.indexOf('\t') : text.length;
  const first = styles.filter((run) => run.start < cellEnd);
  const right = row.chunks.at(-1)?.right ?? 0;
  const size = row.size;
  const step = above ? (above.y - row.y) / Math.max(size, 1) : 9;
  return {
    text,
    page,
    x: row.chunks[0]?.x ?? 0,
    right,
    size: Math.round(size * 10) / 10,
    bold: share(first, (run) => run.bold) > 0.6,
    italic: share(first, (run) => run.italic) > 0.6,
    styles,
    gap: Math.max(0, step - 1),
    bullet: bulletLength(text) > 0,
    heading: 0,
    cellX: joined.cellX,
    cellRight: joined.cellRight,
    breaks: wideSpaces(joined.text, text),
    room,
  };
}

/** Where text begins on more different places than a page is points wide, there are no cells to find. */
const MAX_PLACES = 1_000;

/** Where at least three chunks begin, in from the left: one that starts there beside another is a cell of its own. */
function cellEdges(flow: Flow): number[] {
  const starts = flow.rows.flatMap((row) => row.chunks.map((chunk) => chunk.x));
  const inner = starts.filter((x) => x > flow.left + 20);
  const places = [...new Set(inner.map(Math.round))];
  if (places.length > MAX_PLACES) return [];
  return places.filter((edge) => inner.filter((x) => Math.abs(x - edge) < 1.5).length >= 3);
}

/** The lines of one flow, top to bottom. A row of a bullet alone lends its bullet to the row that follows. */
export function toLines(flow: Flow, page: number): Line[] {
  const lines: Line[] = [];
  const edges = cellEdges(flow);
  flow.rows.forEach((row, index) => {
    const line = toLine(row, flow.rows[index - 1], flow, page, edges);
    if (line) lines.push(line);
  });
  return lines;
}
