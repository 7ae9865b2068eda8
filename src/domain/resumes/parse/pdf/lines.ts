import { bulletLength, cleanLine } from '../characters';
import type { Line, StyleRun } from '../line';
import type { Flow } from './columns';
import type { Chunk, Row } from './rows';

/** Chunks of one row that stand this many ems apart are cells. */
const CELL_GAP = 1.9;

/** Raised ordinal marks that fell onto a row of their own. */
const ORDINAL_MARKS = /^(?:(?:st|nd|rd|th)\s*)+$/;

interface Joined {
  text: string;
  styles: StyleRun[];
  cellX: number[];
}

/** Lays the chunks of a row end to end: a tab between cells, a space inside one. */
function join(chunks: readonly Chunk[]): Joined {
  let text = '';
  const styles: StyleRun[] = [];
  const cellX = chunks.slice(0, 1).map((chunk) => chunk.x);
  chunks.forEach((chunk, index) => {
    const before = chunks[index - 1];
    if (before) {
      const gap = (chunk.x - before.right) / Math.max(Math.min(chunk.size, before.size), 1);
      const afterBullet = bulletLength(`${text} `) >= text.length;
      const cell = gap > CELL_GAP && !afterBullet;
      text += cell ? '\t' : ' ';
      if (cell) cellX.push(chunk.x);
    }
    const offset = text.length;
    text += chunk.text;
    styles.push(...chunk.styles.map((run) => ({ ...run, start: run.start + offset, end: run.end + offset })));
  });
  return { text: text.replace(/\u00AD/g, '-'), styles, cellX };
}

/** Cleaning changes lengths: carry each run's edges over by counting the letters before them. */
function carryStyles(joined: Joined, clean: string): StyleRun[] {
  const isInk = (character: string) => /[\p{L}\p{N}]/u.test(character);
  const ends: number[] = [];
  for (let index = 0; index < clean.length; index += 1) if (isInk(clean.charAt(index))) ends.push(index + 1);
  const raw = cleanLine(joined.text) === joined.text ? null : joined.text;
  if (raw === null) return joined.styles;
  const position = (offset: number) => {
    const before = cleanLine(raw.slice(0, offset)).replace(/[^\p{L}\p{N}]/gu, '').length;
    return before === 0 ? 0 : (ends[Math.min(before, ends.length) - 1] ?? clean.length);
  };
  return joined.styles
    .map((run) => ({ ...run, start: position(run.start), end: position(run.end) }))
    .filter((run) => run.end > run.start);
}

function share(styles: readonly StyleRun[], has: (run: StyleRun) => boolean): number {
  const total = styles.reduce((sum, run) => sum + run.end - run.start, 0);
  const with_ = styles.filter(has).reduce((sum, run) => sum + run.end - run.start, 0);
  return total === 0 ? 0 : with_ / total;
}

function toLine(row: Row, above: Row | undefined, flow: Flow, page: number): Line | null {
  const joined = join(row.chunks);
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
    room: flow.right - right,
  };
}

/** The lines of one flow, top to bottom. A row of a bullet alone lends its bullet to the row that follows. */
export function toLines(flow: Flow, page: number): Line[] {
  const lines: Line[] = [];
  flow.rows.forEach((row, index) => {
    const line = toLine(row, flow.rows[index - 1], flow, page);
    if (line) lines.push(line);
  });
  return lines;
}
