import { findDates } from './dates';
import { cells, type Line } from './line';

function firstCellReplaced(line: Line, first: string): Line {
  const text = [first, ...cells(line).slice(1)].join('\t');
  return { ...line, text, styles: [] };
}

function restOfRow(line: Line): Line | null {
  const [, ...rest] = cells(line);
  if (rest.length === 0) return null;
  return {
    ...line,
    text: rest.join('\t'),
    x: line.cellX[1] ?? line.x,
    cellX: line.cellX.slice(1),
    bold: false,
    styles: [],
  };
}

/** Whether the second half only completes the dates that the first half began: "May 2007 to August" and "2014". */
function completes(first: string, second: string): boolean {
  if (first.length > 30 || second.length > 20) return false;
  const open = /(?:\bto|\btill|\buntil|[-–—])$/i.test(first);
  const [whole] = findDates(`${first} ${second}`);
  if (!whole || whole.single || whole.start > 2 || whole.end < first.length + second.length) return false;
  return open || /^(?:[-–—]|to\b|till\b)/i.test(second) || findDates(first).every((range) => range.single);
}

/** Puts dates that a narrow rail broke over two rows back into the first of them. */
export function joinRailDates(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  for (const line of lines) {
    const before = out.at(-1);
    const [first = ''] = cells(line);
    const [above = '', ...rest] = before ? cells(before) : [];
    const inRail =
      before !== undefined && rest.length > 0 && Math.abs(before.x - line.x) < 3 && before.page === line.page;
    if (before && inRail && completes(above, first)) {
      out[out.length - 1] = firstCellReplaced(before, `${above} ${first}`);
      const kept = restOfRow(line);
      if (kept) out.push(kept);
    } else out.push(line);
  }
  return out;
}
