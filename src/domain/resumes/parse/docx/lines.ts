import { bulletLength, cleanLine } from '../characters';
import { findDates } from '../dates';
import { headingKind } from '../headings';
import { MAX_RAW_LINE } from '../limits';
import { plainLine, type Line } from '../line';
import type { Block, Paragraph, Table } from './body';

function boldShare(styles: Paragraph['styles'], from: number, to: number, key: 'bold' | 'italic'): boolean {
  const inside = styles.filter((run) => run.end > from && run.start < to);
  const total = inside.reduce((sum, run) => sum + Math.min(run.end, to) - Math.max(run.start, from), 0);
  const having = inside
    .filter((run) => run[key])
    .reduce((sum, run) => sum + Math.min(run.end, to) - Math.max(run.start, from), 0);
  return total > 0 && having / total > 0.6;
}

/** Soft line breaks that one paragraph may hold. */
const MAX_BREAKS = 500;

/** The lines of one paragraph: one for each soft line break in it. */
function paragraphLines(paragraph: Paragraph, gap: number): Line[] {
  let offset = 0;
  return paragraph.text.split('\n', MAX_BREAKS).flatMap((whole, index): Line[] => {
    const raw = whole.slice(0, MAX_RAW_LINE);
    const from = offset;
    offset += whole.length + 1;
    const listed = paragraph.list && index === 0 && paragraph.heading === 0;
    const clean = cleanLine(raw);
    if (clean === '' || /^[-–—_=*.•|\s]+$/u.test(clean)) return [];
    const text = listed && bulletLength(clean) === 0 ? `• ${clean}` : clean;
    const shift = text.length - clean.length - (raw.length - raw.trimStart().length);
    const firstCell = raw.trimStart().indexOf('\t');
    const cellEnd =
      firstCell < 0 ? from + raw.length : from + (raw.length - raw.trimStart().length) + firstCell;
    return [
      plainLine(text, {
        x: paragraph.indent + (listed ? 18 : 0),
        right: paragraph.indent + text.length * 5,
        size: paragraph.size,
        bold: boldShare(paragraph.styles, from, cellEnd, 'bold'),
        italic: boldShare(paragraph.styles, from, cellEnd, 'italic'),
        styles: paragraph.styles
          .filter((run) => run.end > from && run.start < from + raw.length)
          .map((run) => ({
            ...run,
            start: Math.max(0, run.start - from + shift),
            end: Math.min(text.length, run.end - from + shift),
          }))
          .filter((run) => run.end > run.start),
        gap: index === 0 ? gap : 0,
        bullet: bulletLength(text) > 0,
        heading: paragraph.heading,
      }),
    ];
  });
}

/** Lays two lines of one table row side by side. */
function beside(left: Line, right: Line): Line {
  const offset = left.text.length + 1;
  return {
    ...left,
    text: `${left.text}\t${right.text}`,
    styles: [
      ...left.styles,
      ...right.styles.map((run) => ({ ...run, start: run.start + offset, end: run.end + offset })),
    ],
  };
}

const isShort = (lines: readonly Line[]) =>
  lines.length <= 2 && lines.every((line) => line.text.length < 90 && !line.bullet);

/** A narrow cell beside a long one that dates it, places it or names its section. */
function isRail(lines: readonly Line[]): boolean {
  const text = lines.map((line) => line.text).join(' ');
  return lines.length <= 3 && text.length < 60 && (headingKind(text) !== null || findDates(text).length > 0);
}

function rowLines(row: readonly Block[][]): Line[] {
  const filled = row.map((cell) => blockLines(cell)).filter((lines) => lines.length > 0);
  const [first, ...others] = filled;
  if (!first) return [];
  if (others.length === 0) return first;
  if (filled.every(isShort)) {
    const deepest = Math.max(...filled.map((lines) => lines.length));
    return Array.from({ length: deepest }, (_, depth) =>
      filled.flatMap((lines) => lines[depth] ?? []),
    ).flatMap((lines) => (lines.length === 0 ? [] : [lines.reduce(beside)]));
  }
  const second = others[0] ?? [];
  if (filled.length === 2 && isRail(first)) {
    const label = first.map((line) => line.text).join(' ');
    const head = first[0];
    const [body, ...rest] = second;
    if (!head || !body) return [...first, ...second];
    if (headingKind(label) !== null)
      return [{ ...head, text: label, styles: [], heading: Math.max(1, head.heading) }, ...second];
    return [beside({ ...body, text: body.text }, { ...head, text: label, styles: [] }), ...rest];
  }
  if (filled.length === 2 && isRail(second) && headingKind(second[0]?.text ?? '') === null) {
    const [head, ...rest] = first;
    const aside = second[0];
    if (head && aside)
      return [beside(head, { ...aside, text: second.map((line) => line.text).join(' ') }), ...rest];
  }
  // Cells that are columns of the page: each is read through, and opens anew.
  return filled.flatMap((lines) => lines.map((line, index) => (index === 0 ? { ...line, gap: 9 } : line)));
}

/** Two long columns made of several rows are read column by column, not row by row. */
function tableLines(table: Table): Line[] {
  return table.rows.flatMap(rowLines);
}

/** Blocks to lines in reading order. */
export function blockLines(blocks: readonly Block[]): Line[] {
  const out: Line[] = [];
  let blank = 0;
  for (const block of blocks) {
    if (block.type === 'table') {
      out.push(...tableLines(block));
      blank = 0;
      continue;
    }
    const lines = paragraphLines(block, Math.min(3, blank + block.before / 12));
    if (lines.length === 0) blank += 1;
    else {
      out.push(...lines);
      blank = 0;
    }
  }
  return out;
}
