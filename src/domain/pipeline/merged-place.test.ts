import { describe, expect, it } from 'vitest';
import { columnsOf, mergedPlace, placeOf } from './merged-place';
import { STAGES, type Stage } from './schema';

const [EARLY, LATE] = [new Date('2026-01-01T00:00:00.123Z'), new Date('2026-06-01T00:00:00Z')];
const at = (stage: Stage, stageSince = EARLY) => ({
  source: 'imported' as const,
  stage,
  rejectReason: stage === 'rejected' ? ('other' as const) : null,
  stageSince,
  unmaskedAt: null,
  openedAt: null,
});

describe('where two candidacies for one job stand as one', () => {
  it('is the furthest stage: a decision before none, one in favour before a rejection, a withdrawal before all', () => {
    const order: Stage[] = ['new', 'rejected', 'shortlisted', 'interview', 'offer', 'hired', 'withdrawn'];
    expect(order.toSorted()).toEqual([...STAGES].toSorted());
    for (const [index, far] of order.entries()) {
      for (const near of order.slice(0, index)) {
        expect(mergedPlace(at(near), at(far, LATE))).toMatchObject({ stage: far, stageSince: LATE });
        expect(mergedPlace(at(far, LATE), at(near))).toMatchObject({ stage: far, stageSince: LATE });
      }
    }
  });

  it('keeps the reason of a rejection that stands, and none where it does not', () => {
    expect(mergedPlace(at('new'), at('rejected')).rejectReason).toBe('other');
    expect(mergedPlace(at('rejected'), at('shortlisted')).rejectReason).toBeNull();
  });

  it('has the stronger source, and was seen since the first was seen', () => {
    const matched = { ...at('new'), source: 'matched' as const, openedAt: LATE };
    const applied = { ...at('new'), source: 'applied' as const, openedAt: EARLY, unmaskedAt: LATE };
    expect(mergedPlace(matched, applied)).toMatchObject({
      source: 'applied',
      openedAt: EARLY,
      unmaskedAt: LATE,
    });
    expect(mergedPlace(matched, at('new')).openedAt).toEqual(LATE);
  });

  it('is kept to the millisecond', () => {
    const place = { ...at('rejected'), openedAt: LATE };
    expect(columnsOf(placeOf(place))).toEqual(place);
  });
});
