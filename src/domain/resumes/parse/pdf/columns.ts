import { isFormLabel } from '../form-labels';
import { waysIn } from '../sections';
import { cellKind } from './cell-kind';
import { mergeCells } from './cells';
import { areLabels, settleRails } from './rail';
import type { Chunk, Row } from './rows';

/** A stretch of the page to be read from top to bottom. `left`/`right` are the edges of its ink. */
export interface Flow {
  rows: Row[];
  left: number;
  right: number;
  /** 0 = across the page; else the place among the columns of its band, from 1. */
  column: number;
}

interface Band {
  from: number;
  to: number;
  /** Left edge of the right-hand column. */
  edge: number;
}

const MIN_ROWS = 3;
/** A page with more is no page of columns: looking for them costs rows times edges. */
const MAX_ROWS = 400;
const MAX_CHUNKS = 4_000;
const MAX_EDGES = 80;
const EDGE_TOLERANCE = 4;

function text(chunks: readonly Chunk[]): string {
  return chunks.map((chunk) => chunk.text).join(' ');
}

/** Left edges at which several rows start a chunk: where a column may begin. */
function edges(rows: readonly Row[]): number[] {
  const starts = rows.flatMap((row) => row.chunks.map((chunk) => chunk.x)).sort((a, b) => a - b);
  const leftmost = starts[0] ?? 0;
  const found: number[] = [];
  let group: number[] = [];
  for (const start of [...starts, Infinity]) {
    const first = group[0];
    if (first !== undefined && start - first > EDGE_TOLERANCE) {
      if (group.length >= MIN_ROWS && first - leftmost > 30) found.push(first);
      group = [];
    }
    group.push(start);
  }
  return [...found, ...raggedEdges(rows)].slice(0, MAX_EDGES);
}

/** Fewer lines that share a right edge or a middle may do so by chance. */
const MIN_RAGGED = 6;

/**
 * Left edges of columns in the right half of the page whose lines are set flush right or centred: where the widest of them
 * begins.
 */
function raggedEdges(rows: readonly Row[]): number[] {
  const chunks = rows.flatMap((row) => row.chunks);
  const left = Math.min(...chunks.map((chunk) => chunk.x));
  const right = Math.max(...chunks.map((chunk) => chunk.right));
  const aside = rows.flatMap((row) => row.chunks.slice(-1)).filter((chunk) => chunk.x > (left + right) / 2);
  return [(chunk: Chunk) => chunk.right, (chunk: Chunk) => (chunk.x + chunk.right) / 2].flatMap((placeOf) => {
    const sorted = aside.toSorted((a, b) => placeOf(a) - placeOf(b));
    const groups: Chunk[][] = [];
    for (const chunk of sorted) {
      const group = groups.at(-1);
      const first = group?.[0];
      if (group && first && placeOf(chunk) - placeOf(first) <= EDGE_TOLERANCE) group.push(chunk);
      else groups.push([chunk]);
    }
    return groups.flatMap((group) => {
      const starts = group.map((chunk) => chunk.x).sort((a, b) => a - b);
      const ragged = (starts.at(-1) ?? 0) - (starts[0] ?? 0) > 3 * EDGE_TOLERANCE;
      return group.length >= MIN_RAGGED && ragged ? [...new Set(starts.slice(0, 3).map(Math.floor))] : [];
    });
  });
}

function crosses(row: Row, edge: number): boolean {
  return row.chunks.some((chunk) => chunk.x < edge - EDGE_TOLERANCE && chunk.right > edge - EDGE_TOLERANCE);
}

interface Side {
  /** Chunks of each row on this side; rows without any are left out. */
  lines: { index: number; text: string; last: string; width: number }[];
  characters: number;
  headings: number;
  /** Share of its lines that hold a date, a place or a short label: what stands beside an entry, not in a column. */
  asides: number;
  long: number;
}

function side(rows: readonly Row[], keep: (chunk: Chunk) => boolean): Side {
  const lines = rows.flatMap((row, index) => {
    const chunks = row.chunks.filter(keep);
    const first = chunks[0];
    const last = chunks.at(-1);
    return first && last ? [{ index, text: text(chunks), last: last.text, width: last.right - first.x }] : [];
  });
  const kinds = lines.map((line) => cellKind(line.text));
  return {
    lines,
    characters: lines.reduce((sum, line) => sum + line.text.length, 0),
    headings: kinds.filter((kind) => kind === 'heading').length,
    asides: kinds.filter((kind) => kind === 'aside').length / Math.max(lines.length, 1),
    long: lines.filter((line) => line.text.length > 34).length,
  };
}

const isReach = (side: Side): boolean =>
  side.lines.length <= 12 && side.long <= 1 && waysIn(side.lines.map((line) => line.text).join('\n')) >= 2;

/** Whether the two sides are columns to be read one after the other, rather than cells of the same rows. */
function areColumns(left: Side, right: Side): boolean {
  const fewer = Math.min(left.lines.length, right.lines.length);
  if (fewer < MIN_ROWS) return false;
  if (right.asides >= 0.5 || (left.asides >= 0.5 && left.headings === 0)) return false;
  // The labels of a form beside what they label, perhaps with a heading in a rail in front of some.
  if (left.lines.filter((line) => isFormLabel(line.last)).length >= 0.5 * (left.lines.length - left.headings))
    return false;
  const leftRows = new Set(left.lines.map((line) => line.index));
  const shared = right.lines.filter((line) => leftRows.has(line.index)).length;
  const aligned = shared / fewer;
  // A rail of labels or dates: each opens a row of its own and leaves most rows beside it empty.
  const sparse = left.lines.length < 0.62 * right.lines.length && left.characters < 0.25 * right.characters;
  if (sparse && shared > 0.8 * left.lines.length && left.long === 0 && right.headings < 2) return false;
  const labels = left.headings + Math.round(left.asides * left.lines.length);
  // Nothing of its own under the headings on the left: what they open stands beside them, however little it is.
  if (
    left.headings > 1 &&
    right.headings <= left.headings / 4 &&
    areLabels(left.lines.map((line) => line.text))
  )
    return false;
  if (sparse && labels >= 0.7 * left.lines.length) return false;
  // Headings and dates and hardly anything else, beside a column without headings of its own: a rail again.
  const both = left.headings > 1 && left.asides > 0.2 && right.headings < left.headings / 2;
  if (both && labels >= 0.8 * left.lines.length && left.characters < 0.35 * right.characters) return false;
  if (left.headings > 0 && right.headings > 0) return fewer >= 4;
  // Contact details under no heading, beside a column that has some.
  if ((isReach(left) && right.headings > 0) || (isReach(right) && left.headings > 0)) return true;
  const headings = left.headings + right.headings;
  if (aligned > 0.8 && left.long < 0.3 * left.lines.length) return false;
  const small = Math.min(left.characters, right.characters);
  const long = Math.max(left.long / left.lines.length, right.long / right.lines.length);
  return (
    small > 0.06 * (left.characters + right.characters) &&
    (long >= 0.5 ? fewer >= 5 : headings > 0 && fewer >= 8)
  );
}

/** The rows on which both sides have begun and neither has ended. */
function shared(rows: readonly Row[], edge: number): Row[] {
  const isLeft = (chunk: Chunk) => chunk.x < edge - EDGE_TOLERANCE;
  const first = (test: (row: Row) => boolean) => rows.findIndex(test);
  const last = (test: (row: Row) => boolean) => rows.findLastIndex(test);
  const hasLeft = (row: Row) => row.chunks.some(isLeft);
  const hasRight = (row: Row) => row.chunks.some((chunk) => !isLeft(chunk));
  const from = Math.max(first(hasLeft), first(hasRight));
  const to = Math.min(last(hasLeft), last(hasRight));
  return from < 0 || to < 0 ? [] : rows.slice(from, to + 1);
}

function trimBand(rows: readonly Row[], from: number, to: number, edge: number): Band {
  const holdsRight = (row: Row | undefined) =>
    row?.chunks.some((chunk) => chunk.x >= edge - EDGE_TOLERANCE) ?? false;
  let start = from;
  while (start < to && !holdsRight(rows[start])) start += 1;
  return { from: start, to, edge };
}

/** A row of contact details across the page belongs above the columns, though nothing in it crosses their gutter. */
function belowContact(rows: readonly Row[], band: Band): Band {
  let from = band.from;
  while (from < band.to && from < band.from + 2) {
    const chunks = rows[from]?.chunks ?? [];
    const left = chunks.filter((chunk) => chunk.x < band.edge - EDGE_TOLERANCE).length;
    if (left === 0 || left === chunks.length || waysIn(text(chunks)) === 0) break;
    from += 1;
  }
  return { ...band, from };
}

/** Where a grid of three columns ends, and dates at the right margin go on below: before the heading between the two. */
function beforeAsides(rows: readonly Row[], band: Band): Band {
  const isLeft = (chunk: Chunk) => chunk.x < band.edge - EDGE_TOLERANCE;
  const inside = rows.slice(band.from, band.to);
  const at = inside.findIndex((row, index) => {
    if (index < 2 || row.chunks.some((chunk) => !isLeft(chunk)) || cellKind(text(row.chunks)) !== 'heading')
      return false;
    const right = inside
      .slice(index)
      .map((other) => text(other.chunks.filter((chunk) => !isLeft(chunk))))
      .filter(Boolean);
    return right.length > 0 && right.every((aside) => cellKind(aside) === 'aside');
  });
  return at < 0 ? band : { ...band, to: band.from + at };
}

function findBand(rows: readonly Row[]): Band | null {
  let best: (Band & { score: number }) | null = null;
  for (const edge of edges(rows)) {
    let from = 0;
    for (let index = 0; index <= rows.length; index += 1) {
      const row = rows[index];
      if (row && !crosses(row, edge)) continue;
      const band = beforeAsides(rows, belowContact(rows, trimBand(rows, from, index, edge)));
      from = index + 1;
      const inside = rows.slice(band.from, band.to);
      if (inside.length < 2 * MIN_ROWS - 2) continue;
      const both = shared(inside, edge);
      const left = side(both, (chunk) => chunk.x < edge - EDGE_TOLERANCE);
      const right = side(both, (chunk) => chunk.x >= edge - EDGE_TOLERANCE);
      if (!areColumns(left, right)) continue;
      const score = inside.length + Math.min(left.characters, right.characters) / 1000;
      if (!best || score > best.score) best = { ...band, score };
    }
  }
  return best;
}

function flow(rows: Row[], column: number): Flow {
  const chunks = rows.flatMap((row) => row.chunks);
  return {
    rows,
    left: Math.min(...chunks.map((chunk) => chunk.x)),
    right: Math.max(...chunks.map((chunk) => chunk.right)),
    column,
  };
}

function half(rows: readonly Row[], keep: (chunk: Chunk) => boolean): Row[] {
  return rows.flatMap((row) => {
    const chunks = row.chunks.filter(keep);
    if (chunks.length === 0) return [];
    return [{ y: chunks[0]?.y ?? row.y, size: Math.max(...chunks.map((chunk) => chunk.size)), chunks }];
  });
}

/**
 * Cuts a page into flows in reading order. A band of rows whose chunks nowhere cross a gutter, and whose two sides
 * read as columns, is read left side first; rows above and below it are read across.
 */
export function toFlows(rows: readonly Row[], column = 0, depth = 0): Flow[] {
  if (rows.length === 0) return [];
  const chunks = rows.reduce((sum, row) => sum + row.chunks.length, 0);
  if (rows.length > MAX_ROWS || chunks > MAX_CHUNKS) return [flow([...rows], column)];
  const band = depth < 4 ? findBand(rows) : null;
  if (!band) {
    const whole = mergeCells(rows);
    return [flow(settleRails(whole, edges(whole)), column)];
  }
  const inside = rows.slice(band.from, band.to);
  const { edge } = band;
  const left = half(inside, (chunk) => chunk.x < edge - EDGE_TOLERANCE);
  const right = half(inside, (chunk) => chunk.x >= edge - EDGE_TOLERANCE);
  return [
    ...toFlows(rows.slice(0, band.from), column, depth + 1),
    ...toFlows(left, column * 2 + 1, depth + 1),
    ...toFlows(right, column * 2 + 2, depth + 1),
    ...toFlows(rows.slice(band.to), column, depth + 1),
  ];
}
