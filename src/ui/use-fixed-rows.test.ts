import { describe, expect, it } from 'vitest';
import { positionShowing, rowsInSight } from '@/ui/use-fixed-rows';

describe('a list of rows of one height', () => {
  it('draws what is in sight and a margin, never past the ends', () => {
    expect(rowsInSight({ top: 0, viewport: 780 }, 78, 1_000)).toEqual({ first: 0, last: 15 });
    expect(rowsInSight({ top: 7_800, viewport: 780 }, 78, 1_000)).toEqual({ first: 94, last: 115 });
    expect(rowsInSight({ top: 77_220, viewport: 780 }, 78, 1_000)).toEqual({ first: 984, last: 999 });
    expect(rowsInSight({ top: 0, viewport: 780 }, 78, 0)).toEqual({ first: 0, last: -1 });
  });

  it('scrolls only as far as a row needs to be wholly in sight', () => {
    const view = { top: 780, viewport: 780 };
    expect(positionShowing(12, view, 78)).toBe(780);
    expect(positionShowing(3, view, 78)).toBe(234);
    expect(positionShowing(20, view, 78)).toBe(858);
  });
});
