import { headingKind } from '../headings';
import { cellKind } from './cell-kind';
import type { Row } from './rows';

const EDGE_TOLERANCE = 4;
/** Body lines this many of their sizes apart, or less, belong to one block. */
const BLOCK_STEP = 2.6;
/** Share of the lines of a rail that are headings and dates; a sidebar has lines of its own between them. */
const RAIL_LABELS = 0.8;
/** Dates this many sizes below a heading of one or two lines belong to what stands beside the heading. */
const HEADING_STEP = 2.6;
/** Text beside a rail is longer than its labels by this factor; a young person's page holds little more. */
const BODY_SHARE = 1.5;

function sideText(row: Row, edge: number, left: boolean): string {
  return row.chunks
    .filter((chunk) => chunk.x < edge - EDGE_TOLERANCE === left)
    .map((chunk) => chunk.text)
    .join(' ');
}

/** Two lines of which one heads nothing alone: "PROFESSIONAL" above "EXPERIENCE", "EDUCATION &" above "TRAINING". */
function areHalves(above: string, below: string): boolean {
  if (above.length + below.length > 48 || cellKind(`${above} ${below}`) !== 'heading') return false;
  return /(?:\band|&|,)$/i.test(above) || cellKind(above) === 'text' || cellKind(below) === 'text';
}

/** Whether hardly any of the lines, from top to bottom, is more than a heading or a date; a heading may take two. */
export function areLabels(texts: readonly string[]): boolean {
  const labels = texts.filter(
    (text, index) =>
      cellKind(text) !== 'text' ||
      areHalves(text, texts[index + 1] ?? '') ||
      areHalves(texts[index - 1] ?? '', text),
  );
  return labels.length >= RAIL_LABELS * texts.length;
}

/** Whether what stands left of the edge is a rail of headings and dates beside the text on the right. */
function isRail(rows: readonly Row[], edge: number): boolean {
  const labels = rows.map((row) => sideText(row, edge, true)).filter(Boolean);
  const body = rows.map((row) => sideText(row, edge, false)).filter(Boolean);
  if (labels.length < 3 || body.length < labels.length) return false;
  const headings = labels.filter((label) => cellKind(label) === 'heading').length;
  const length = (texts: readonly string[]) => texts.join('').length;
  return headings >= 2 && areLabels(labels) && length(body) > BODY_SHARE * length(labels);
}

/** A row of a heading and of text beside it, as two rows. */
function parted(row: Row, edge: number): Row[] {
  const isLeft = (chunk: Row['chunks'][number]) => chunk.x < edge - EDGE_TOLERANCE;
  const left = row.chunks.filter(isLeft);
  const right = row.chunks.filter((chunk) => !isLeft(chunk));
  if (left.length === 0 || right.length === 0 || cellKind(sideText(row, edge, true)) !== 'heading')
    return [row];
  const rowOf = (chunks: Row['chunks']): Row => ({
    y: chunks[0]?.y ?? row.y,
    size: Math.max(...chunks.map((chunk) => chunk.size)),
    chunks,
  });
  return [rowOf(left), rowOf(right)];
}

/** Puts headings that the rail broke over two rows into the first of them. */
function joinHalves(rows: readonly Row[], edge: number): Row[] {
  const out: Row[] = [];
  for (const row of rows) {
    const above = out.at(-1);
    const [chunk, ...others] = above?.chunks ?? [];
    const [half, ...rest] = row.chunks;
    const inRail = chunk && half && chunk.x < edge - EDGE_TOLERANCE && half.x < edge - EDGE_TOLERANCE;
    const near = above && above.y - row.y < 1.9 * row.size;
    if (inRail && near && Math.abs(chunk.size - half.size) < 0.5 && areHalves(chunk.text, half.text)) {
      out[out.length - 1] = {
        ...above,
        chunks: [{ ...chunk, text: `${chunk.text} ${half.text}` }, ...others],
      };
      if (rest.length > 0) out.push({ ...row, chunks: rest });
    } else out.push(row);
  }
  return out;
}

/**
 * The row beside the heading right above this row's label, if there is one: the heading took the place in the rail that
 * the dates of the first entry would have.
 */
function besideHeading(out: readonly Row[], row: Row, edge: number): number {
  const at = out.findLastIndex((other) => sideText(other, edge, true) !== '');
  const [heading, first] = out.slice(at, at + 2);
  if (at < 0 || !heading || !first || sideText(heading, edge, false) !== '') return -1;
  if (cellKind(sideText(heading, edge, true)) !== 'heading') return -1;
  const level = Math.abs(heading.y - first.y) < 0.7 * heading.size;
  return level && heading.y - row.y < HEADING_STEP * heading.size ? at + 1 : -1;
}

/** Joins a heading to the one right above it in the rail, when both are halves of one: "WORK" above "EXPERIENCE". */
function joinHeading(out: Row[], row: Row, label: string, edge: number): boolean {
  const at = out.findLastIndex((other) => sideText(other, edge, true) !== '');
  const above = out[at];
  const [chunk, ...others] = above?.chunks ?? [];
  if (!above || !chunk || others.length > 0 || chunk.x >= edge - EDGE_TOLERANCE) return false;
  const near = above.y - row.y < 1.9 * row.size && Math.abs(above.size - row.size) < 0.5;
  const text = `${chunk.text} ${label}`;
  if (!near || cellKind(chunk.text) !== 'heading' || cellKind(text) !== 'heading') return false;
  // "SKILLS" above "SUMMARY": each opens a section, and one of them may be empty.
  if (headingKind(chunk.text) !== headingKind(label) && !/(?:\band|&|,)$/i.test(chunk.text)) return false;
  out[at] = { ...above, chunks: [{ ...chunk, text }] };
  return true;
}

/** The row with which the text beside the label begins: as far up as lines follow close and have no label. */
function topOfBlock(out: readonly Row[], label: Row, edge: number): number {
  let at = out.length;
  let below = label;
  for (let index = out.length - 1; index >= 0; index -= 1) {
    const above = out[index];
    if (!above || sideText(above, edge, true) !== '') break;
    const step = (above.y - below.y) / Math.max(above.size, 1);
    if (step > (below === label ? 1.3 : BLOCK_STEP)) break;
    at = index;
    below = above;
  }
  return at;
}

/**
 * A label that stands lower than the text it labels (set in its middle, or in another size) goes up to the top of its
 * block: a heading above it, a date beside its first line.
 */
function raise(rows: readonly Row[], edge: number): Row[] {
  const out: Row[] = [];
  for (const row of joinHalves(rows, edge).flatMap((whole) => parted(whole, edge))) {
    const [own, text] = [sideText(row, edge, true), sideText(row, edge, false)];
    const label = text === '' ? own : '';
    const opened = cellKind(own) === 'aside' ? besideHeading(out, row, edge) : -1;
    const beside = out[opened];
    if (beside) {
      const isLeft = (chunk: Row['chunks'][number]) => chunk.x < edge - EDGE_TOLERANCE;
      out[opened] = { ...beside, chunks: [...row.chunks.filter(isLeft), ...beside.chunks] };
      if (text !== '') out.push({ ...row, chunks: row.chunks.filter((chunk) => !isLeft(chunk)) });
      continue;
    }
    if (cellKind(label) === 'heading' && joinHeading(out, row, label, edge)) continue;
    const at = label === '' ? out.length : topOfBlock(out, row, edge);
    const first = out[at];
    if (first && cellKind(label) === 'aside')
      out[at] = { ...first, chunks: [...row.chunks, ...first.chunks] };
    else out.splice(at, 0, row);
  }
  return out;
}

/**
 * Puts the labels of a rail in front of what they label. `edges` are left edges at which columns may begin; bands of rows
 * in which nothing crosses such an edge are looked at.
 */
export function settleRails(rows: readonly Row[], edges: readonly number[]): Row[] {
  for (const edge of edges) {
    const crosses = (row: Row) =>
      row.chunks.some((chunk) => chunk.x < edge - EDGE_TOLERANCE && chunk.right > edge - EDGE_TOLERANCE);
    let from = 0;
    for (let index = 0; index <= rows.length; index += 1) {
      const row = rows[index];
      if (row && !crosses(row)) continue;
      const band = rows.slice(from, index);
      if (isRail(band, edge))
        return [...rows.slice(0, from), ...raise(band, edge), ...settleRails(rows.slice(index), edges)];
      from = index + 1;
    }
  }
  return [...rows];
}
