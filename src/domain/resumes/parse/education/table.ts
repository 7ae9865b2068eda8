import { findDates } from '../dates';
import { cells, type Line } from '../line';
import type { PlacedLine } from '../text';

export type Column = 'degree' | 'school' | 'board' | 'year' | 'field' | 'other';

const HEADS: readonly (readonly [Column, RegExp])[] = [
  [
    'degree',
    /^(?:degree|course|qualifications?|examination|exam|exam passed|class|education|academic qualification|degree\s*\/.+|standard|programme?|certificate|name of (?:the )?(?:degree|course|exam(?:ination)?))$/i,
  ],
  [
    'school',
    /^(?:institut(?:e|ion)s?|school|college|school\s*\/\s*college|institut(?:e|ion)\s*\/.+|college\s*\/.+|school\s*\/.+|name of (?:the )?(?:institut(?:e|ion)|school|college).*|university|university\s*\/\s*(?:college|institut(?:e|ion)))$/i,
  ],
  ['board', /^(?:board|university|board\s*\/\s*university|university\s*\/\s*board|affiliation)$/i],
  [
    'year',
    /^(?:year|passing year|years?\s*of\s*(?:passing|completion)|duration|session|batch|period|y\.?o\.?p)$/i,
  ],
  ['field', /^(?:specialization|specialisation|stream|discipline|branch|subjects?|major)$/i],
  [
    'other',
    /^(?:s\.?\s?no\.?|sr\.?\s?no\.?|sl\.?\s?no\.?|#|percentage|%|%\s*of\s*marks|cgpa|c?gpa\s*\/.+|percentage\s*\/.+|marks|grade|division|aggregate|result|score|marks obtained|performance|marks\s*\(%\)|%\s*\/\s*cgpa)$/i,
  ],
];

const headOf = (cell: string): Column | null => {
  const text = cell.trim().replace(/[:.]$/, '');
  // A narrow column may have broken a word in two: "Percenta ge".
  const whole = text.replace(/\s+/g, '');
  return HEADS.find(([, pattern]) => pattern.test(text) || pattern.test(whole))?.[0] ?? null;
};

/** Whether a row of short cells opens a table rather than a section, though its first cell is a word for one. */
export function opensTable(line: Line): boolean {
  const row = cells(line);
  return row.length >= 3 && !/\d/.test(line.text) && row.filter((cell) => headOf(cell) !== null).length >= 2;
}

/** The cells of a heading row with what its second line, if it has one, adds to them. */
function headCells(line: PlacedLine, below: PlacedLine | undefined): { row: string[]; lines: number } {
  const row = cells(line);
  if (!below || /\d/.test(below.text) || line.cellX.length !== row.length || below.gap > 0.8)
    return { row, lines: 1 };
  const more = cells(below);
  const under = more.map((_, index) =>
    line.cellX.findIndex((x) => Math.abs(x - (below.cellX[index] ?? below.x)) < 3),
  );
  if (under.includes(-1) || !opensTable(line)) return { row, lines: 1 };
  return {
    row: row.map((cell, index) => {
      const at = under.indexOf(index);
      return at < 0 ? cell : `${cell} ${more[at] ?? ''}`;
    }),
    lines: 2,
  };
}

/** The columns of a table's heading row and how many lines it has; null when the line is none. */
export function tableHead(line: PlacedLine, below?: PlacedLine): { columns: Column[]; lines: number } | null {
  const one = columnsOf(cells(line));
  if (one) return { columns: one, lines: 1 };
  const { row, lines } = headCells(line, below);
  const two = lines === 2 ? columnsOf(row) : null;
  return two && { columns: two, lines };
}

function columnsOf(row: readonly string[]): Column[] | null {
  if (row.length < 3 || row.some((cell) => /\d/.test(cell))) return null;
  const heads = row.map(headOf);
  if (heads.filter((head) => head !== null).length < row.length - 1) return null;
  const columns = heads.map((head): Column => head ?? 'other');
  if (!columns.includes('degree') && !columns.includes('school')) return null;
  // A lone "University" or "Board" is the school's column.
  return columns.includes('school')
    ? columns
    : columns.map((column) => (column === 'board' ? 'school' : column));
}

export interface EducationRow {
  lines: PlacedLine[];
  degree: string | null;
  school: string | null;
  start: string | null;
  end: string | null;
}

/** Reads the rows under a heading row; lines of a cell that wrapped are put back by the column they stand under. */
export function tableRows(
  head: PlacedLine,
  lines: readonly PlacedLine[],
  columns: readonly Column[],
): EducationRow[] {
  const rows: { line: PlacedLine; lines: PlacedLine[]; cells: string[] }[] = [];
  for (const line of lines) {
    const row = cells(line);
    const full = row.length === columns.length || (row.length === columns.length - 1 && row.length > 2);
    const open = rows.at(-1);
    if (full) {
      const shift = columns.length - row.length;
      const values = shift === 1 && columns[0] === 'other' ? ['', ...row] : shift === 1 ? [...row, ''] : row;
      rows.push({ line, lines: [line], cells: values });
    } else if (
      open &&
      line.gap < 1.5 &&
      head.cellX.length === columns.length &&
      row.every((cell) => cell.length < 60)
    ) {
      row.forEach((cell, index) => {
        const x = line.cellX[index] ?? line.x;
        const column = nearest(head.cellX, open.line.cellX, x);
        open.cells[column] = `${open.cells[column] ?? ''} ${cell}`.trim();
      });
      open.lines.push(line);
    } else break;
  }
  return rows.map(({ lines: own, cells: values }) => {
    const of = (column: Column) => {
      const text = columns
        .flatMap((name, index) => (name === column ? [values[index] ?? ''] : []))
        .join(' ')
        .trim();
      return text === '' || text === '-' ? null : text;
    };
    const [range] = findDates(of('year') ?? '');
    const field = of('field');
    const degree = of('degree');
    return {
      lines: own,
      degree: degree !== null && field !== null ? `${degree} ${field}` : (degree ?? field),
      school: of('school') ?? of('board'),
      start: range && !range.single ? range.from : null,
      end: range?.to ?? null,
    };
  });
}

/** The column whose left edge, in the heading or in the row above, is nearest. */
function nearest(head: readonly number[], row: readonly number[], x: number): number {
  let best = 0;
  let least = Infinity;
  head.forEach((edge, index) => {
    const distance = Math.min(
      Math.abs(edge - x),
      row.length === head.length ? Math.abs((row[index] ?? edge) - x) : Infinity,
    );
    if (distance < least) {
      least = distance;
      best = index;
    }
  });
  return best;
}
