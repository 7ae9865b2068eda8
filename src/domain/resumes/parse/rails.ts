import { findDates } from './dates';
import { opensTable } from './education/table';
import { headingKind } from './headings';
import { cells, type Line } from './line';
import { bodySize, isCapitals, prominence } from './look';

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

/** Two halves of a date broken over two rows: after a hyphen inside a number nothing stands between them. */
const together = (first: string, second: string) =>
  /\d-$/.test(first) && /^\d/.test(second) ? first + second : `${first} ${second}`;

/** Whether the second half only completes the dates that the first half began: "May 2007 to August" and "2014". */
function completes(first: string, second: string): boolean {
  if (first.length > 30 || second.length > 20) return false;
  const open = /(?:\bto|\btill|\buntil|[-–—])$/i.test(first);
  const [whole] = findDates(together(first, second));
  if (!whole || whole.single || whole.start > 2 || whole.end < first.length + second.length) return false;
  return open || /^(?:[-–—]|to\b|till\b)/i.test(second) || findDates(first).every((range) => range.single);
}

/** Whether the first cells of both lines stand in one rail, flush left, flush right or centred. */
function sharesEdge(above: Line, below: Line): boolean {
  const [first, second] = [above, below].map((line) => [line.x, line.cellRight[0] ?? line.right] as const);
  if (!first || !second || above.page !== below.page) return false;
  const [left, right] = [first[0] - second[0], first[1] - second[1]];
  return Math.abs(left) < 3 || Math.abs(right) < 3 || Math.abs(left + right) < 3;
}

/** Whether the second cell below goes on with the second cell above, which had no room for its first word. */
function goesOn(above: Line, below: Line, kept: Line): boolean {
  const [, text = '', ...others] = cells(above);
  const width = above.right - (above.cellX[1] ?? above.x);
  const word = /^\S+/.exec(kept.text)?.[0] ?? '';
  const needed = (word.length + 1) * (width / Math.max(text.length, 1));
  return others.length === 0 && above.room < needed && below.gap < 0.8 && kept.text.length < 40;
}

/** Dates broken over three rows, of which the middle one completes nothing by itself: "August 2019", "to January", "2023". */
function joinThreeRows(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const [line, second, third] = lines.slice(index, index + 3);
    if (!line) break;
    const [above = '', ...rest] = cells(line);
    const halves = [second, third].flatMap((other) => (other ? [cells(other)[0] ?? ''] : []));
    const inRail = second && third && rest.length > 0 && sharesEdge(line, second) && sharesEdge(line, third);
    if (!inRail || completes(above, halves[0] ?? '') || !completes(above, halves.join(' '))) out.push(line);
    else {
      out.push(firstCellReplaced(line, together(above, halves.join(' '))));
      out.push(...[second, third].flatMap((other) => restOfRow(other) ?? []));
      index += 2;
    }
  }
  return out;
}

/** Puts dates that a narrow rail broke over two or three rows back into the first of them. */
export function joinRailDates(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  for (const line of joinThreeRows(lines)) {
    const before = out.at(-1);
    const [first = ''] = cells(line);
    const [above = '', ...rest] = before ? cells(before) : [];
    const inRail = before !== undefined && rest.length > 0 && sharesEdge(before, line);
    if (before && inRail && completes(above, first)) {
      out[out.length - 1] = firstCellReplaced(before, together(above, first));
      const kept = restOfRow(line);
      if (kept && goesOn(before, line, kept)) {
        const joined = out.at(-1) ?? before;
        out[out.length - 1] = {
          ...joined,
          text: `${joined.text} ${kept.text}`,
          right: kept.right,
          room: kept.room,
        };
      } else if (kept) out.push(kept);
    } else out.push(line);
  }
  return out;
}

/** Splits a row whose first cell is a section's label ("Experience ⇥ Staff Engineer ⇥ 2020 – 2022") into two lines. */
export function splitRails(lines: readonly Line[], labels: Set<Line>): Line[] {
  const body = bodySize(lines);
  const out: Line[] = [];
  const taken = new Set<number>();
  lines.forEach((line, index) => {
    const [label = '', ...rest] = cells(line);
    const split = (heading: string) => {
      const own = { ...line, text: heading, cellX: line.cellX.slice(0, 1), styles: [], room: Infinity };
      labels.add(own);
      out.push(own, withoutFirstCell(line));
    };
    if (taken.has(index)) return void out.push(withoutFirstCell(line));
    if (rest.length === 0 || opensTable(line)) return void out.push(line);
    const stands = line.bold || isCapitals(label) || line.heading > 0 || line.size > body * 1.3;
    // A label broken over two rows: "Technical" above "Skills".
    const next = lines.slice(index + 1, index + 3).findIndex((other) => Math.abs(other.x - line.x) < 2);
    const below = next < 0 ? undefined : lines[index + 1 + next];
    const both = below ? `${label} ${cells(below)[0] ?? ''}` : '';
    if (
      stands &&
      below?.bold === line.bold &&
      below.text !== line.text &&
      headingKind(both) !== null &&
      (headingKind(label) === null || /(?:&|\band)$/i.test(label))
    ) {
      if (cells(below).length > 1) taken.add(index + 1 + next);
      return split(both);
    }
    if (stands && headingKind(label) !== null && label.length < 34) return split(label);
    return void out.push(line);
  });
  return out;
}

function withoutFirstCell(line: Line): Line {
  const text = cells(line).slice(1).join('\t');
  return {
    ...line,
    text,
    x: line.cellX[1] ?? line.x,
    cellX: line.cellX.slice(1),
    bold: false,
    styles: [],
    gap: line.gap,
  };
}

/** Joins a heading that its column broke over two lines: "LICENCES AND" above "CERTIFICATIONS". */
export function joinWrapped(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  for (const line of lines) {
    const before = out.at(-1);
    const alike =
      before !== undefined &&
      !before.text.includes('\t') &&
      !line.text.includes('\t') &&
      before.page === line.page &&
      prominence(before) === prominence(line) &&
      before.bold === line.bold &&
      (line.bold || isCapitals(line.text)) &&
      line.gap < 1.2 &&
      before.text.length + line.text.length < 48;
    const half = alike && (headingKind(before.text) === null || headingKind(line.text) === null);
    const opens = alike && (half || /(?:\band|&|\bof|,)$/i.test(before.text));
    const both = opens ? `${before.text} ${line.text}` : '';
    if (before && both !== '' && headingKind(both) !== null && (line.bold || !/^[a-z]/.test(line.text))) {
      out[out.length - 1] = { ...before, text: both, styles: [] };
    } else out.push(line);
  }
  return out;
}
