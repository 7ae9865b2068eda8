import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_OF, jobs, people, SMALL_TAXONOMY, weightSets, weightsWith } from './arbitraries';
import { compileJob } from './compile';
import { moveBetween, type ScoredOnce } from './moves';
import { SAMPLE_JOB, SAMPLE_PERSON } from './samples';
import type { Taxonomy } from './schema';
import { scorePair } from './score';

/** A neighbourhood without a single neighbour. */
const LONELY: Taxonomy = { ...SMALL_TAXONOMY, hash: 'lonely', broader: new Map(), related: new Map() };
type Input = Pick<ScoredOnce, 'job' | 'weights' | 'facts' | 'asOf' | 'parserVersion'>;

const scored = (input: Input, taxonomy: Taxonomy = SMALL_TAXONOMY): ScoredOnce => {
  const { expected, factors } = scorePair(
    compileJob(input.job, input.weights, taxonomy, input.asOf),
    input.facts,
  );
  return { ...input, expected, factors };
};

const inputs: fc.Arbitrary<Input> = fc.record({
  job: fc.oneof(jobs, fc.constant(SAMPLE_JOB)),
  weights: weightSets,
  facts: fc.oneof(people, fc.constant(SAMPLE_PERSON)),
  parserVersion: fc.constantFrom('1', '2', null),
  asOf: fc.constantFrom(AS_OF, '2027-05-01', '2029-01-15'),
});
const taxonomies = fc.constantFrom(SMALL_TAXONOMY, LONELY);
const sum = (list: readonly { points: number }[]): number =>
  list.reduce((total, { points }) => total + points, 0);

const SAMPLE: Input = {
  job: SAMPLE_JOB,
  weights: weightsWith(5_000),
  facts: SAMPLE_PERSON,
  parserVersion: '1',
  asOf: AS_OF,
};

describe('why a score moved', () => {
  it('is told in parts that sum exactly to the move, and each part by factors that sum to it', () => {
    fc.assert(
      fc.property(inputs, inputs, taxonomies, taxonomies, (one, other, then, now) => {
        const [before, after] = [scored(one, then), scored(other, now)];
        const { from, to, parts } = moveBetween(before, after, SMALL_TAXONOMY);
        expect([from, to]).toEqual([before.expected, after.expected]);
        expect(sum(parts)).toBe(to - from);
        for (const part of parts) expect(sum(part.factors)).toBe(part.points);
      }),
      { numRuns: 1_500 },
    );
  });

  it('lies with the one thing that changed, whatever it is', () => {
    fc.assert(
      fc.property(
        inputs,
        inputs,
        fc.constantFrom('job', 'weights', 'facts', 'asOf'),
        taxonomies,
        (one, other, change, then) => {
          const changed = { ...one, parserVersion: one.parserVersion, [change]: other[change] };
          const before = scored(one, then);
          const { parts } = moveBetween(before, scored(changed, then), then);
          const cause = change === 'asOf' ? 'calendar' : change;
          expect(parts.filter((part) => part.cause !== cause)).toEqual([]);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('lies with the taxonomy when nothing but the taxonomy changed', () => {
    const before = scored({ ...SAMPLE, facts: { ...SAMPLE_PERSON, skills: neighbours } }, LONELY);
    const after = scored({ ...SAMPLE, facts: { ...SAMPLE_PERSON, skills: neighbours } });
    const { parts } = moveBetween(before, after, SMALL_TAXONOMY);
    expect(parts.map(({ cause }) => cause)).toEqual(['taxonomy']);
    expect(parts[0]!.factors.map(({ factor }) => factor)).toEqual(['required_skills']);
  });

  it('tells what another reader read from what the person said', () => {
    const before = scored(SAMPLE);
    const after = scored({
      ...SAMPLE,
      parserVersion: '2',
      facts: { ...SAMPLE_PERSON, skills: [], hours: { min: 5, max: 10 } },
    });
    expect(
      moveBetween(before, after, SMALL_TAXONOMY).parts.map(({ cause, fact, factors }) => [
        cause,
        fact,
        factors.map(({ factor }) => factor),
      ]),
    ).toEqual([
      ['parser', 'skills', ['required_skills', 'preferred_skills']],
      ['facts', 'hours', ['hours']],
    ]);
  });
});

const neighbours = SAMPLE_PERSON.skills!.map((skill) => ({ ...skill, skillId: 'tax' }));
