import { describe, expect, it } from 'vitest';
import { plainLine } from './line';
import { joinGrid } from './skill-grid';
import { SMALL_CATALOG } from './small-catalog';

const row = (text: string, start: number, ...cellX: number[]) => ({
  ...plainLine(text, { cellX, cellRight: cellX.map((x) => x + 40), gap: 0.3 }),
  start,
  end: start + text.length,
});
const joined = (...rows: ReturnType<typeof row>[]) => joinGrid(rows, SMALL_CATALOG).map(({ text }) => text);

describe('joinGrid', () => {
  it('joins a name that its cell broke, and makes the other cells lines of their own', () => {
    const rows = [row('Copy\tSQL\tTally', 0, 10, 100, 200), row('editing\tExcel', 20, 10, 200)];
    expect(joined(...rows)).toEqual(['Copy editing', 'SQL', 'Tally', 'Excel']);
  });

  it('tells cells apart that stand close together', () => {
    const below = { ...row('Learning editing', 20, 10), breaks: [8], cellRight: [90] };
    const rows = [row('Leadership\tCopy', 0, 10, 55), below];
    expect(joined(...rows)).toContain('Copy editing');
  });

  it('needs measured places', () => {
    const unmeasured = (text: string, start: number) => ({ ...row(text, start), cellX: [], cellRight: [] });
    const rows = [unmeasured('Copy\tSQL', 0), unmeasured('editing\tExcel', 9)];
    expect(joined(...rows)).toEqual(['Copy\tSQL', 'editing\tExcel']);
  });

  it('leaves rows alone in which nothing was broken', () => {
    const rows = [row('Python\tSQL', 0, 10, 100), row('Tally\tExcel', 12, 10, 100)];
    expect(joined(...rows)).toEqual(['Python\tSQL', 'Tally\tExcel']);
  });
});
