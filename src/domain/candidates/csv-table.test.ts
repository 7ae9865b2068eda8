import { describe, expect, it } from 'vitest';
import { csvOf, tableFromCsv } from './csv-table';

const PEOPLE = [
  { email: 'asha@one.example', week: 'Mon-Thu 09:00-13:00; Sat 10:00-12:00', name: 'Rao, Asha' },
  { email: 'ravi@one.example', week: 'Mon 09:00-13:00', name: 'Ravi "R" Menon' },
];
const COLUMNS = ['email', 'week', 'name'] as const;
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const table = (separator: string, end = '\n') =>
  [COLUMNS, ...PEOPLE.map((person) => COLUMNS.map((column) => quoted(person[column])))]
    .map((cells) => cells.join(separator))
    .join(end);

describe('a table', () => {
  it.each([
    ['commas', table(',')],
    ['semicolons', table(';')],
    ['tabs', table('\t')],
    ['a mark at the start', `\uFEFF${table(';', '\r\n')}`],
    ['old line ends', table(',', '\r')],
    ['empty columns to the right', table(';').replaceAll('\n', ';;;\n')],
  ])('is read with %s', (_name, text) => {
    const { rows, issues, unreadable, columns } = tableFromCsv(text);
    expect({ issues, unreadable, columns }).toEqual({ issues: [], unreadable: null, columns: [...COLUMNS] });
    expect(rows).toEqual(PEOPLE.map((cells, index) => ({ line: index + 2, cells })));
  });

  it('takes the separator that Excel names in a line of its own', () => {
    const { rows } = tableFromCsv(`sep=;\r\n${table(';')}`);
    expect(rows).toEqual(PEOPLE.map((cells, index) => ({ line: index + 3, cells })));
  });

  it('keeps every other row when a quote is left open, and names the line it stands on', () => {
    const { rows, issues } = tableFromCsv(
      'email,name\na@one.example,"Asha\nb@one.example,Ravi\nc@one.example,"Mina"\n',
    );
    expect(issues).toEqual([{ line: 2, column: '', message: expect.stringContaining('does not close') }]);
    expect(rows.map(({ line, cells }) => [line, cells['name']])).toEqual([
      [3, 'Ravi'],
      [4, 'Mina'],
    ]);
  });

  it('takes a quote within a cell as a letter', () => {
    const { rows, issues } = tableFromCsv('email,name\na@one.example,Asha "A" Rao\n');
    expect(issues).toEqual([]);
    expect(rows[0]?.cells['name']).toBe('Asha "A" Rao');
  });

  it('names a row that has more cells than there are columns, and loses none', () => {
    const { rows, issues } = tableFromCsv('email,city\na@one.example,Pune, India\nb@one.example,Goa\n');
    expect(issues).toEqual([{ line: 2, column: '', message: expect.stringContaining('more cells') }]);
    expect(rows).toEqual([{ line: 3, cells: { email: 'b@one.example', city: 'Goa' } }]);
  });

  it.each([
    ['PK\u0003\u0004\u0014', /Excel workbook/],
    ['\u0089PNG\0\0', /not a table of text/],
    ['', /empty/],
    ['\n\n', /empty/],
    ['"email,name\na@one.example,Asha', /header/],
    ['email,name,email\na@one.example,Asha,b@one.example', /Two columns are called email/],
  ])('is refused whole, in words: %j', (text, words) => {
    const { rows, unreadable } = tableFromCsv(text);
    expect(rows).toEqual([]);
    expect(unreadable).toMatch(words);
  });

  it('is written so that it is read again, whatever the cells hold', () => {
    const cells = ['=1+1', 'a;b', 'a,b', 'a\tb', 'say "no"', 'two\nlines'];
    const { rows } = tableFromCsv(csvOf(['a', 'b', 'c', 'd', 'e', 'f'], [cells]));
    expect(Object.values(rows[0]?.cells ?? {})).toEqual(["'=1+1", ...cells.slice(1)]);
  });
});
