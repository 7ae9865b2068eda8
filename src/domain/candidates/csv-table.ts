import { CsvError, parse } from 'csv-parse/sync';
import type { RowIssue } from './schema';

/** A row of a table: its line in the file, the header being 1, and its cells that are not empty, by column. */
export interface TableRow {
  line: number;
  cells: Record<string, string>;
}

export interface CsvTable {
  /** Lower-cased names of the header. */
  columns: string[];
  rows: TableRow[];
  /** What keeps a row from being read, at its line. */
  issues: RowIssue[];
  /** Why the file is no table that can be read, in words for the person; then there are no rows. */
  unreadable: string | null;
}

const WORKBOOK = 'This is an Excel workbook, not a CSV file. In Excel choose “Save as” and “CSV UTF-8”.';
const BINARY = 'This is not a table of text. Save the table as “CSV UTF-8” and choose that file.';
const UNCLOSED =
  'A quote (") opens here and does not close. Close it, or write "" for a quote within a cell.';
const HEADER_UNCLOSED = 'A quote (") in the header opens and does not close.';
const HEADLESS =
  'This row has more cells than the header has names. Put quotes around a cell that holds the separator.';

const SEPARATORS = [',', ';', '\t'] as const;
type Separator = (typeof SEPARATORS)[number];
/** Excel's own first line that names the separator. */
const SEPARATOR_LINE = /^sep=([,;\t])\r?\n?/i;

interface ParsedRow {
  line: number;
  cells: string[];
}

const recordsOf = (text: string, separator: Separator, firstLine: number): ParsedRow[] => {
  // The types of `info` promise bare records; each comes with its line.
  const records = parse(text, {
    bom: true,
    delimiter: separator,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  }) as unknown as { record: string[]; info: { lines: number } }[];
  return records.map(({ record, info }) => ({ line: info.lines + firstLine - 1, cells: record }));
};

/** The separator that divides the header most often; a comma where none does. */
const separatorOf = (header: string): Separator => {
  const bare = header.replaceAll(/"[^"]*"/g, '');
  const counted = SEPARATORS.map((separator) => ({ separator, count: bare.split(separator).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).separator;
};

/** Each line by itself, so that a quote left open spoils the line it stands on and no other. */
const recordsByLine = (text: string, separator: Separator, firstLine: number) => {
  const records: ParsedRow[] = [];
  const issues: RowIssue[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    try {
      records.push(...recordsOf(line, separator, firstLine + index));
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      issues.push({ line: firstLine + index, column: '', message: UNCLOSED });
    }
  }
  return { records, issues };
};

const readRecords = (text: string, separator: Separator, firstLine: number) => {
  try {
    return { records: recordsOf(text, separator, firstLine), issues: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return recordsByLine(text, separator, firstLine);
  }
};

const unreadable = (why: string): CsvTable => ({ columns: [], rows: [], issues: [], unreadable: why });

/**
 * A CSV's rows under its header, separated by commas, semicolons or tabs, whichever the header shows. Every row of the file is
 * among the rows or named by an issue.
 */
export const tableFromCsv = (text: string): CsvTable => {
  if (text.startsWith('PK\u0003\u0004')) return unreadable(WORKBOOK);
  if (text.includes('\0')) return unreadable(BINARY);
  const told = SEPARATOR_LINE.exec(text);
  const body = told === null ? text : text.slice(told[0].length);
  const [first = ''] = body.trimStart().split(/[\r\n]/, 1);
  const separator = (told?.[1] as Separator | undefined) ?? separatorOf(first);
  const { records, issues } = readRecords(body, separator, told === null ? 1 : 2);
  const [header, ...rest] = records;
  if (header === undefined) return unreadable(issues.length > 0 ? HEADER_UNCLOSED : 'This file is empty.');
  if (issues.some(({ line }) => line < header.line)) return unreadable(HEADER_UNCLOSED);
  const names = header.cells.map((name) => name.toLowerCase());
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (twice !== undefined)
    return unreadable(`Two columns are called ${twice}. Rename one of them, or take it out.`);
  const rows: TableRow[] = [];
  for (const { line, cells } of rest) {
    const filled = cells.flatMap((cell, index) => (cell === '' ? [] : [{ name: names[index] ?? '', cell }]));
    if (filled.length === 0) continue;
    if (filled.some(({ name }) => name === '')) issues.push({ line, column: '', message: HEADLESS });
    else rows.push({ line, cells: Object.fromEntries(filled.map(({ name, cell }) => [name, cell])) });
  }
  return { columns: names.filter((name) => name !== ''), rows, issues, unreadable: null };
};

/** A CSV of a header and rows; a cell that a spreadsheet would run as a formula gets a `'`. */
export const csvOf = (columns: readonly string[], rows: readonly (readonly string[])[]): string => {
  const cell = (text: string): string => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",;\t\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
};
