import { describe, expect, it } from 'vitest';
import type { OverlayView } from '@/domain/pipeline/schema/explanation';
import { missingWords, runsOf } from '@/ui/week-grid/overlap-runs';

type Cell = OverlayView['cells'][number][number];

describe('the stretches of an overlay', () => {
  it('tells core hours that both have from those that are missing and from theirs alone', () => {
    const monday: Cell[] = ['none', 'theirs', 'theirs', 'both', 'both', 'missing', 'none', 'missing'];
    const empty: Cell[] = monday.map(() => 'none');
    const days = runsOf({ from: 15, cells: [monday, empty, monday, empty, empty, empty, empty] });
    expect(days[0]).toEqual([
      { kind: 'theirs', from: 480, to: 540 },
      { kind: 'both', from: 540, to: 600 },
      { kind: 'missing', from: 600, to: 630 },
      { kind: 'missing', from: 660, to: 690 },
    ]);
    expect(days[1]).toEqual([]);
    expect(missingWords(days)).toBe('Mon 10:00–10:30, Mon 11:00–11:30, Wed 10:00–10:30, Wed 11:00–11:30');
  });
});
