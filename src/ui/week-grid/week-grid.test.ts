import { describe, expect, it } from 'vitest';
import { gridFromRanges, gridMinutes } from '@/domain/scoring/week-grid';
import { quarterOf } from '@/ui/week-grid/add-hours';
import {
  EMPTY_GRID,
  addRanges,
  outlineEdges,
  paint,
  shownHours,
  slotState,
  weekOf,
} from '@/ui/week-grid/cells';
import { clockWords, weekWords } from '@/domain/scoring/week-words';
import { minutesAhead, zoneWords } from '@/ui/week-grid/zones';

const WINTER = Date.UTC(2026, 10, 23);
const mornings = gridFromRanges([0, 1, 2, 3].map((day) => ({ day, from: 540, to: 780 })));

describe('painting the week', () => {
  it('marks and clears the rectangle between two cells, whichever corner came first', () => {
    const painted = paint(EMPTY_GRID, { day: 3, slot: 25 }, { day: 0, slot: 18 }, 30, true);
    expect(painted).toBe(mornings);
    const holed = paint(painted, { day: 1, slot: 20 }, { day: 2, slot: 21 }, 30, false);
    expect(weekWords(holed)).toBe('Mon 09:00–13:00, Tue–Wed 09:00–10:00 and 11:00–13:00, Thu 09:00–13:00');
  });

  it('shows a half-marked half hour as such', () => {
    const week = weekOf(gridFromRanges([{ day: 0, from: 555, to: 600 }]));
    expect([18, 19, 20].map((slot) => slotState(week, { day: 0, slot }, 30))).toEqual(['some', 'on', 'off']);
  });

  it('adds typed hours to what is there, past midnight too', () => {
    const grid = addRanges(mornings, [{ day: 6, from: 1_380, to: 60 }]);
    expect(weekWords(grid)).toBe('Mon 00:00–01:00 and 09:00–13:00, Tue–Thu 09:00–13:00, Sun 23:00–24:00');
    expect(gridMinutes(grid)).toBe(18 * 60);
  });

  it('draws hours outside the usual window only when something is marked there', () => {
    expect(shownHours([weekOf(mornings)], 7, 21)).toEqual({ from: 7, to: 21 });
    expect(shownHours([weekOf(gridFromRanges([{ day: 4, from: 345, to: 360 }]))], 7, 21)).toEqual({
      from: 5,
      to: 21,
    });
  });

  it('takes an empty text for an empty week', () => {
    expect(weekWords('')).toBe('');
    expect(paint('', { day: 0, slot: 0 }, { day: 0, slot: 0 }, 30, false)).toBe(EMPTY_GRID);
  });

  it('closes the outline of the other side’s hours at both ends of each run', () => {
    expect(Array.from('-###-#', (_, index) => outlineEdges('-###-#', index))).toEqual([
      undefined,
      'first',
      '',
      'last',
      undefined,
      'first last',
    ]);
  });

  it('reads typed times to the quarter', () => {
    expect(['09:20', '9:05', '24:10', 'soon'].map(quarterOf)).toEqual([555, 540, null, null]);
  });
});

describe('zones in words', () => {
  it('knows half-hour and summer offsets', () => {
    expect(minutesAhead('Europe/London', 'Asia/Kolkata', WINTER)).toBe(330);
    expect(minutesAhead('Europe/London', 'Nowhere/Land', WINTER)).toBeNull();
    expect(zoneWords('Europe/London', WINTER)).toBe('London (UTC+0 / +1)');
    expect(zoneWords('Asia/Kathmandu', WINTER)).toMatch(/\(UTC\+5:45\)$/);
    expect(clockWords(-30)).toBe('23:30');
    expect([clockWords(1_440), clockWords(1_470)]).toEqual(['24:00', '00:30']);
  });
});
