import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acceptance,
  displacedAt,
  gradeOf,
  impactRatio,
  median,
  ndcgAt,
  overrideRate,
  precisionAt,
  rankChurn,
  timeToShortlist,
  type Outcome,
} from './metrics';

const grades = fc.array(fc.constantFrom(0, 1, 2, 4, 8), { maxLength: 30 });

describe('grades', () => {
  it('double from the shortlist to the hire, and nothing else gains', () => {
    expect(['shortlisted', 'interview', 'offer', 'hired'].map(gradeOf)).toEqual([1, 2, 4, 8]);
    expect(['new', 'rejected', 'withdrawn', 'toString'].map(gradeOf)).toEqual([0, 0, 0, 0]);
  });
});

describe('precision@n', () => {
  it('is the share of the first n that were shortlisted or better', () => {
    expect(precisionAt([1, 0, 8, 0, 1], 4)).toBe(0.5);
    expect(precisionAt([1, 0], 10)).toBe(0.5);
    expect(precisionAt([], 10)).toBeNull();
  });
});

describe('nDCG@n', () => {
  it('is the discounted gain over that of the best order', () => {
    // DCG = 2/log2(2) + 0 + 4/log2(4) = 4; best = 4/1 + 2/log2(3).
    expect(ndcgAt([2, 0, 4], 3)).toBeCloseTo(4 / (4 + 2 / Math.log2(3)), 12);
    expect(ndcgAt([0, 0, 1], 2)).toBe(0);
    expect(ndcgAt([0, 0], 10)).toBeNull();
  });

  it('is 1 for the best order, and no order is better', () => {
    fc.assert(
      fc.property(grades, fc.integer({ min: 1, max: 12 }), (list, n) => {
        const best = ndcgAt(
          list.toSorted((a, b) => b - a),
          n,
        );
        const given = ndcgAt(list, n);
        if (best === null) return given === null;
        return best === 1 && given !== null && given <= 1 + 1e-12 && given >= 0;
      }),
    );
  });
});

describe('rank churn', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,2}$/), { maxLength: 25 });

  it('is 0 for one order, 1 for strangers, and the same both ways', () => {
    fc.assert(
      fc.property(ids, ids, (a, b) => {
        expect(rankChurn(a, a)).toBeCloseTo(0, 12);
        expect(rankChurn(a, b)).toBeCloseTo(rankChurn(b, a), 12);
        expect(rankChurn(a, b)).toBeGreaterThanOrEqual(0);
        expect(rankChurn(a, b)).toBeLessThanOrEqual(1);
      }),
    );
    expect(rankChurn(['a', 'b'], ['c', 'd'])).toBe(1);
    expect(rankChurn([], [])).toBe(0);
  });

  it('agrees with a value worked out by hand', () => {
    // Overlaps by depth: 0/1, 2/2, 3/3. RBO = .1·(0 + .9 + .81) + .9³·1 = .9.
    expect(rankChurn(['a', 'b', 'c'], ['b', 'a', 'c'])).toBeCloseTo(0.1, 12);
  });

  it('weighs a swap at the top more than one further down', () => {
    const order = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(rankChurn(order, ['b', 'a', 'c', 'd', 'e', 'f'])).toBeGreaterThan(
      rankChurn(order, ['a', 'b', 'c', 'd', 'f', 'e']),
    );
  });

  it('counts who is new among the first n', () => {
    expect(displacedAt(['a', 'b', 'c'], ['c', 'a', 'b'], 2)).toBe(1);
    expect(displacedAt(['a', 'b'], ['b', 'a'], 2)).toBe(0);
    expect(displacedAt([], ['a', 'b'], 2)).toBe(2);
  });
});

describe('time to shortlist', () => {
  const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 5, 9, minute));

  it('runs from when the ranking was shown to the first shortlist after that', () => {
    expect(timeToShortlist(at(10), [at(45), at(30), at(5)])).toBe(20 * 60_000);
    expect(timeToShortlist(at(10), [at(5)])).toBeNull();
  });

  it('has a median', () => {
    expect(median([5, 1, 9])).toBe(5);
    expect(median([4, 1, 2, 9])).toBe(3);
    expect(median([])).toBeNull();
  });
});

describe('decisions', () => {
  const outcome = (grade: number, rejected: boolean, band: Outcome['band']): Outcome => ({
    grade,
    rejected,
    band,
  });
  const outcomes = [
    outcome(1, false, 'strong'),
    outcome(2, true, 'good'),
    outcome(0, true, 'strong'),
    outcome(1, false, 'limited'),
    outcome(0, true, 'limited'),
    outcome(0, false, 'strong'),
  ];

  it('accept whoever was shortlisted once, and leave the undecided out', () => {
    expect(acceptance(outcomes)).toBe(3 / 5);
    expect(acceptance([outcome(0, false, 'strong')])).toBeNull();
  });

  it('override the ranking when a Strong match is rejected or a Limited one shortlisted', () => {
    expect(overrideRate(outcomes)).toBe(2 / 5);
    expect(overrideRate([])).toBeNull();
  });
});

describe('the impact ratio', () => {
  const rate = (group: string, selected: number, total: number) => ({ group, selected, total });

  it('flags a group below four fifths of the highest rate, and exactly four fifths passes', () => {
    expect(impactRatio([rate('a', 20, 40), rate('b', 15, 50)])).toEqual({
      ratio: 0.6,
      verdict: 'flagged',
      n: 90,
      tooSmall: [],
    });
    expect(impactRatio([rate('a', 50, 100), rate('b', 40, 100)]).verdict).toBe('passes');
  });

  it('never passes on nothing or on too little', () => {
    expect(impactRatio([])).toMatchObject({ ratio: null, verdict: 'not_measured' });
    expect(impactRatio([rate('a', 20, 40), rate('b', 0, 29)])).toEqual({
      ratio: null,
      verdict: 'too_few',
      n: 40,
      tooSmall: ['b'],
    });
    expect(impactRatio([rate('a', 0, 40), rate('b', 0, 40)]).verdict).toBe('too_few');
  });
});
