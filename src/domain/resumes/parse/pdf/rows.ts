import type { StyleRun } from '../line';
import type { Glyph } from './glyphs';

/** Glyphs of one row; a page that is set small and wide has three hundred. */
const MAX_ROW = 2_000;

/** Glyphs that stand together on one row, without a gap wide enough to be a column's. */
export interface Chunk {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  styles: StyleRun[];
  /** Wide spaces inside: where they stand in the text, and the ink on their two sides. */
  spaces: { at: number; left: number; right: number }[];
}

export interface Row {
  y: number;
  size: number;
  chunks: Chunk[];
}

/** A gap of this many ems starts a new chunk; word spaces in justified text stay below it. */
const CHUNK_GAP = 0.9;
/** A gap of this many ems inside a chunk parts items that stand side by side; it is written as WIDE_SPACE. */
const WIDE_GAP = 0.5;
export const WIDE_SPACE = '\u2003';
/** A gap of this many ems may part two cells of a tight table, if its other rows say so. */
const SOFT_GAP = 0.36;
/** A gap of this many ems is a space between words. */
const WORD_GAP = 0.17;
/** Letters set this far apart are letter-spaced. */
const LETTER_SPACED = 0.08;

/** Glyphs of one exact baseline, top first. */
function byBaseline(glyphs: readonly Glyph[]): Glyph[][] {
  const sorted = [...glyphs].sort((a, b) => b.y - a.y);
  const rows: Glyph[][] = [];
  let y = Infinity;
  for (const glyph of sorted) {
    const row = rows.at(-1);
    if (row && y - glyph.y <= 0.8) row.push(glyph);
    else {
      rows.push([glyph]);
      y = glyph.y;
    }
  }
  return rows;
}

function overlap(row: readonly Glyph[], other: readonly Glyph[]): boolean {
  const cells = new Set(
    row.flatMap((glyph) => [Math.floor(glyph.x / 3), Math.floor((glyph.right - 0.5) / 3)]),
  );
  const hits = other.filter((glyph) => cells.has(Math.floor((glyph.x + glyph.right) / 6)));
  return hits.length > Math.min(2, other.length / 4);
}

/** Joins baselines that lie within a third of their size into one row, unless they would write over each other. */
function groupRows(glyphs: readonly Glyph[]): Glyph[][] {
  const rows: Glyph[][] = [];
  let y = Infinity;
  let size = 0;
  for (const line of byBaseline(glyphs)) {
    const first = line[0];
    if (!first) continue;
    const largest = Math.max(...line.map((glyph) => glyph.size));
    const row = rows.at(-1);
    if (row && y - first.y <= 0.36 * Math.min(size, largest) && !overlap(row, line)) {
      row.push(...line);
      size = Math.max(size, largest);
    } else {
      rows.push([...line]);
      y = first.y;
      size = largest;
    }
  }
  return rows;
}

/** Text painted twice for weight shows each glyph again at almost the same place. */
function withoutDoubles(sorted: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  for (const glyph of sorted) {
    const double = kept
      .slice(-3)
      .some(
        (other) => other.text === glyph.text && Math.abs(other.x - glyph.x) < 0.35 * (glyph.right - glyph.x),
      );
    if (!double) kept.push(glyph);
  }
  return kept;
}

function median(numbers: number[]): number {
  const sorted = numbers.sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function gapBefore(glyphs: readonly Glyph[], index: number): number {
  const before = glyphs[index - 1];
  const here = glyphs[index];
  if (!before || !here) return 0;
  return (here.x - before.right) / Math.max(Math.min(before.size, here.size), 1);
}

/** Text without space characters, set tight: the widest step between letter gaps and word gaps decides. */
function wordGap(glyphs: readonly Glyph[], gaps: readonly number[]): number {
  if (glyphs.length < 12 || glyphs.some((glyph) => glyph.spaced)) return WORD_GAP;
  const sorted = [...gaps].sort((a, b) => a - b);
  let widest = 0.045;
  let threshold = WORD_GAP;
  sorted.forEach((gap, index) => {
    const next = sorted[index + 1];
    if (next === undefined || gap > 0.1 || next < 0.07 || next - gap <= widest) return;
    widest = next - gap;
    threshold = Math.min(WORD_GAP, (gap + next) / 2);
  });
  return threshold;
}

function toChunk(glyphs: readonly Glyph[]): Chunk {
  const gaps = glyphs.map((_, index) => gapBefore(glyphs, index));
  const letterSpacing = glyphs.length >= 4 ? median(gaps.slice(1)) : 0;
  const spacedOut = letterSpacing > LETTER_SPACED;
  const threshold = spacedOut ? letterSpacing * 1.35 + 0.1 : wordGap(glyphs, gaps);
  let text = '';
  const styles: StyleRun[] = [];
  const spaces: Chunk['spaces'] = [];
  let size = 0;
  glyphs.forEach((glyph, index) => {
    const space = index > 0 && ((gaps[index] ?? 0) > threshold || (glyph.spaced && !spacedOut));
    const start = text.length;
    const wide = !spacedOut && (gaps[index] ?? 0) > WIDE_GAP;
    if (space && (gaps[index] ?? 0) > SOFT_GAP)
      spaces.push({ at: text.length, left: glyphs[index - 1]?.right ?? 0, right: glyph.x });
    text += (space ? (wide ? WIDE_SPACE : ' ') : '') + glyph.text;
    size = Math.max(size, glyph.size);
    const style = styles.at(-1);
    if (style && style.bold === glyph.bold && style.italic === glyph.italic) style.end = text.length;
    else {
      styles.push({
        start: start + (space ? 1 : 0),
        end: text.length,
        bold: glyph.bold,
        italic: glyph.italic,
      });
    }
  });
  const first = glyphs[0];
  const last = glyphs.at(-1);
  return {
    text,
    x: first?.x ?? 0,
    right: last?.right ?? 0,
    y: median(glyphs.map((glyph) => glyph.y)),
    size,
    styles,
    spaces,
  };
}

function toChunks(row: readonly Glyph[]): Chunk[] {
  const sorted = withoutDoubles(row.toSorted((a, b) => a.x - b.x).slice(0, MAX_ROW));
  const groups: Glyph[][] = [];
  sorted.forEach((glyph, index) => {
    const group = groups.at(-1);
    if (group && gapBefore(sorted, index) <= CHUNK_GAP) group.push(glyph);
    else groups.push([glyph]);
  });
  return groups.map(toChunk);
}

/** Rows of the page from top to bottom, each with its chunks from left to right. */
export function toRows(glyphs: readonly Glyph[]): Row[] {
  return groupRows(glyphs).map((row) => ({
    y: median(row.map((glyph) => glyph.y)),
    size: Math.max(...row.map((glyph) => glyph.size)),
    chunks: toChunks(row),
  }));
}
