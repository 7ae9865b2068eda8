import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_OF, jobs, people, SMALL_TAXONOMY, weightSets } from './arbitraries';
import { compileJob } from './compile';
import { decodeLabPeople, encodeLabPeople } from './lab-people';
import { compareRankings, labRanker, type LabWeights } from './lab-rank';
import { labValues } from './lab-values';
import { rank } from './rank';
import { DEFAULT_BANDS, FACTORS, type CandidateFacts, type JobFacts, type WeightSet } from './schema';
import { scorePair } from './score';

const withIds = (all: readonly CandidateFacts[]) =>
  all.map((facts, i) => ({
    candidateId: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
    code: `K-${i}`,
    facts,
  }));
const weightsOf = ({ factors }: WeightSet): LabWeights =>
  Object.fromEntries(FACTORS.map((factor) => [factor, factors[factor].weight])) as LabWeights;
const lab = (job: JobFacts, all: ReturnType<typeof withIds>, inUse: WeightSet, draft: WeightSet) =>
  labValues({
    jobId: 'job',
    job,
    taxonomy: SMALL_TAXONOMY,
    asOf: AS_OF,
    inUse,
    draft,
    bands: DEFAULT_BANDS,
    people: all,
    total: all.length,
  });
const exact = (job: JobFacts, all: ReturnType<typeof withIds>, weights: WeightSet) => {
  const compiled = compileJob(job, weights, SMALL_TAXONOMY, AS_OF);
  const scored = all.map(({ candidateId, facts }) => ({ candidateId, score: scorePair(compiled, facts) }));
  return rank(scored, 'job', all.length)
    .filter(({ score }) => score.group === 'ranked')
    .map(({ candidateId, score }) => [Number(candidateId.slice(-12)), score.expected]);
};

describe('the weight lab', () => {
  it('ranks as the exact scorer does, by the weights in use and by any others, also out of its buffer', () => {
    fc.assert(
      fc.property(
        jobs,
        fc.array(people, { minLength: 1, maxLength: 40 }),
        weightSets,
        weightSets,
        (job, everybody, inUse, draft) => {
          const all = withIds(everybody);
          const sent = encodeLabPeople(lab(job, all, inUse, draft));
          const read = decodeLabPeople(sent.slice().buffer);
          expect(read.codes).toEqual(all.map(({ code }) => code));
          const ranker = labRanker(read);
          for (const [set, by] of [
            [inUse, 'inUse'],
            [draft, 'draft'],
          ] as const) {
            const { order, scores } = ranker(weightsOf(set), by);
            expect([...order].map((person) => [person, scores[person]])).toEqual(exact(job, all, set));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('tells who moves, how far and because of what', () => {
    const column = (...values: number[]) => Uint16Array.from(values);
    const factor = (name: 'hours' | 'domain', values: Uint16Array) => ({
      factor: name,
      low: values,
      high: values,
      expected: { inUse: values, draft: values },
    });
    const three = {
      codes: ['A-1', 'B-2', 'C-3'],
      total: 3,
      bands: DEFAULT_BANDS,
      fails: Uint8Array.from([0, 0, 1]),
      ties: Int32Array.from([3, 1, 2]),
      factors: [factor('hours', column(10_000, 2_000, 9_000)), factor('domain', column(4_000, 9_000, 9_000))],
    };
    const none = Object.fromEntries(FACTORS.map((name) => [name, 0])) as LabWeights;
    const ranker = labRanker(three);
    const before = ranker({ ...none, hours: 80, domain: 20 }, 'inUse');
    const after = ranker({ ...none, hours: 20, domain: 80 }, 'draft');
    expect(compareRankings(three, before, before, 12).moved).toEqual([]);
    const compared = compareRankings(three, before, after, 12);
    expect(compared.ranked).toBe(2);
    expect(
      compared.after.map(({ code, before: was, after: is, because }) => [code, was, is, because]),
    ).toEqual([
      ['B-2', 2, 1, 'domain'],
      ['A-1', 1, 2, 'hours'],
    ]);
    expect(compared.moved).toHaveLength(2);
    expect([compared.intoStrong, compared.outOfStrong]).toEqual([1, 1]);
  });
});
