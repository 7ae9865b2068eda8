import { describe, expect, it } from 'vitest';
import { AS_OF, SMALL_TAXONOMY, weightsWith } from './arbitraries';
import { compileJob } from './compile';
import { rank, tieBreak, type Scored } from './rank';
import { NOTHING_KNOWN } from './person';
import { SAMPLE_JOB, SAMPLE_PERSON } from './samples';
import type { CandidateFacts } from './schema';
import { scorePair } from './score';

const compiled = compileJob(SAMPLE_JOB, weightsWith(4_000), SMALL_TAXONOMY, AS_OF);
const scored = (candidateId: string, person: Partial<CandidateFacts> = {}): Scored => ({
  candidateId,
  score: scorePair(compiled, { ...SAMPLE_PERSON, ...person }),
});
const ids = (list: { candidateId: string }[]): string[] => list.map(({ candidateId }) => candidateId);

describe('ranking', () => {
  it('orders each group by expected score, groups one after the other', () => {
    const list = [
      scored('unlicensed', { licences: [] }),
      scored('unknown', NOTHING_KNOWN),
      scored('weaker', { skills: [], hours: { min: 20, max: 20 } }),
      scored('best'),
      scored('good', { focus: 'strategy' }),
    ];
    const kept = rank(list, 'job', 10);
    expect(kept.map(({ candidateId, rank }) => [candidateId, rank])).toEqual([
      ['best', 1],
      ['good', 2],
      ['unknown', 1],
      ['unlicensed', 1],
      ['weaker', 2],
    ]);
  });

  it('keeps the best of each group, and everyone who applied with their true place', () => {
    const list = Array.from({ length: 30 }, (_, i) =>
      scored(`p${i}`, { hours: { min: 1, max: 20 - i / 2 } }),
    );
    const kept = rank(
      list.map(({ candidateId, score }) => ({ candidateId, score: { ...score, group: 'ranked' as const } })),
      'job',
      3,
      new Set(['p29']),
    );
    expect(kept.map(({ candidateId, rank }) => [candidateId, rank])).toEqual([
      ['p0', 1],
      ['p1', 2],
      ['p2', 3],
      ['p29', 30],
    ]);
  });

  it('breaks ties the same way whatever the order of arrival, and anew for each job', () => {
    const list = Array.from({ length: 40 }, (_, i) => scored(`p${i}`));
    const first = ids(rank(list, 'job-1', 40));
    expect(ids(rank(list.toReversed(), 'job-1', 40))).toEqual(first);
    expect(ids(rank(list, 'job-2', 40))).not.toEqual(first);
    expect(first).not.toEqual(ids(list));
  });

  it('spreads tie numbers over 32 signed bits', () => {
    const ties = Array.from({ length: 2_000 }, (_, i) => tieBreak('job', `p${i}`));
    expect(new Set(ties).size).toBe(2_000);
    expect(ties.every((tie) => Number.isInteger(tie) && tie >= -(2 ** 31) && tie < 2 ** 31)).toBe(true);
    const negative = ties.filter((tie) => tie < 0).length;
    expect(negative).toBeGreaterThan(900);
    expect(negative).toBeLessThan(1_100);
  });
});
