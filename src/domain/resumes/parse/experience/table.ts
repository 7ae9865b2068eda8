import { findDates } from '../dates';
import { cells } from '../line';
import type { PlacedLine } from '../text';

export type TableColumn = 'company' | 'title' | 'dates' | 'from' | 'to' | 'place' | 'other';

const HEADS: readonly (readonly [TableColumn, RegExp])[] = [
  [
    'company',
    /^(?:name of (?:the )?)?(?:company|organi[sz]ation|employer|firm|institution)(?: name| & location)?s?$/i,
  ],
  ['title', /^(?:designation|position|role|title|job title|post|post held|position held)s?$/i],
  ['from', /^(?:from|start(?: date)?|joining date|date of joining|joined)$/i],
  ['to', /^(?:to|end(?: date)?|relieving date|till|date of leaving|left)$/i],
  [
    'dates',
    /^(?:period|duration|tenure|dates?|years?|from\s*[-–/]?\s*to|time period|working period|experience|period of work)$/i,
  ],
  ['place', /^(?:location|place|city)$/i],
  [
    'other',
    /^(?:s\.?\s?no\.?|sr\.?\s?no\.?|sl\.?\s?no\.?|#|ctc|salary|responsibilities|job profile|nature of (?:work|job)|remarks|department|reason for leaving|job description|work profile)$/i,
  ],
];

const headOf = (cell: string): TableColumn | null =>
  HEADS.find(([, pattern]) => pattern.test(cell.trim().replace(/[:.]$/, '')))?.[0] ?? null;

export interface TableRow {
  line: PlacedLine;
  cells: Partial<Record<TableColumn, { text: string; start: number }>>;
}

/** The columns of a table's heading row; null when the line is none. */
export function tableHead(line: PlacedLine): TableColumn[] | null {
  const row = cells(line);
  if (row.length < 3) return null;
  const heads = row.map(headOf);
  const known = heads.filter((head) => head !== null);
  const useful = new Set(known.filter((head) => head === 'company' || head === 'title'));
  if (known.length < row.length - 1 || useful.size === 0) return null;
  return heads.map((head) => head ?? 'other');
}

/** Reads the rows under a heading row, as long as they have its number of cells (a leading number may be missing). */
export function tableRows(lines: readonly PlacedLine[], columns: readonly TableColumn[]): TableRow[] {
  const rows: TableRow[] = [];
  for (const line of lines) {
    const row = cells(line);
    const shift = columns.length - row.length;
    if (row.length < 2 || shift > 1 || shift < 0) break;
    const used = shift === 1 && columns[0] === 'other' ? columns.slice(1) : columns;
    let start = 0;
    const read: TableRow['cells'] = {};
    row.forEach((text, index) => {
      const column = used[index];
      if (column !== undefined) read[column] = { text, start };
      start += text.length + 1;
    });
    rows.push({ line, cells: read });
  }
  return rows;
}

/** Dates of a table row, from one column or from two. */
export function rowDates(row: TableRow): { from: string | null; to: string | null } {
  const { dates, from, to } = row.cells;
  const [range] = findDates(dates?.text ?? `${from?.text ?? ''} - ${to?.text ?? ''}`);
  return range ? { from: range.from, to: range.to } : { from: null, to: null };
}
