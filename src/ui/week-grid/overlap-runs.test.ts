import { describe, expect, it } from 'vitest';
import { CELL } from '@/domain/scoring/overlay';
import { hoursAround, missingWords, runsOf } from '@/ui/week-grid/overlap-runs';

const MONDAY_NINE = 36;

describe('the stretches of an overlay', () => {
  it('tells core hours that both have from those that are missing and from theirs alone', () => {
    const cells = Array.from({ length: 672 }, () => 0);
    cells.fill(CELL.offered, MONDAY_NINE - 4, MONDAY_NINE);
    cells.fill(CELL.needed + CELL.offered + CELL.both, MONDAY_NINE, MONDAY_NINE + 14);
    cells.fill(CELL.needed, MONDAY_NINE + 14, MONDAY_NINE + 16);
    const days = Array.from({ length: 7 }, (_, day) => runsOf(cells, day));
    expect(days[0]).toEqual([
      { kind: 'theirs', from: 480, to: 540 },
      { kind: 'both', from: 540, to: 750 },
      { kind: 'missing', from: 750, to: 780 },
    ]);
    expect(missingWords(days)).toBe('Mon 12:30–13:00');
    expect(hoursAround(days)).toEqual({ from: 8, to: 16 });
  });

  it('counts hours that flexibility moved as had, though they were not marked', () => {
    const cells = Array.from({ length: 672 }, () => 0);
    cells.fill(CELL.needed + CELL.both, 0, 2);
    expect(runsOf(cells, 0)).toEqual([{ kind: 'both', from: 0, to: 30 }]);
  });

  it('stays within the day when little is marked late at night', () => {
    const night = [[{ kind: 'both' as const, from: 1_380, to: 1_440 }]];
    expect(hoursAround(night)).toEqual({ from: 16, to: 24 });
    expect(hoursAround([])).toEqual({ from: 8, to: 18 });
  });
});
