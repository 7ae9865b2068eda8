import { expect, it } from 'vitest';
import { plainLine } from '../line';
import type { PlacedLine } from '../text';
import { unGrid } from './grid';

/** Lines laid one below the other, with a cell at 40 and one at 300. */
function lines(...rows: string[]): PlacedLine[] {
  let start = 0;
  return rows.map((text) => {
    const cellX = text.includes('\t') ? [40, 300] : [40];
    const line = { ...plainLine(text, { x: 40, cellX }), start, end: start + text.length };
    start += text.length + 1;
    return line;
  });
}

it('reads entries that stand side by side one after the other', () => {
  const grid = lines('Ridge College\tHill University', '2010 - 2014\t2014 - 2016', 'B.Com.\tMBA', 'Awards');
  const read = unGrid(grid);
  expect(read.map(({ text }) => text)).toEqual([
    'Ridge College',
    '2010 - 2014',
    'B.Com.',
    'Awards',
    'Hill University',
    '2014 - 2016',
    'MBA',
  ]);
  const text = grid.map((line) => line.text).join('\n');
  for (const line of read) expect(text.slice(line.start, line.end)).toBe(line.text);
});

it('leaves a school and its degree on one line as they stand', () => {
  const rows = lines('Ridge College\tB.Com.', 'Hill University\tMBA');
  expect(unGrid(rows)).toEqual(rows);
});
