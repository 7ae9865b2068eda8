import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  AS_OF,
  forgets,
  jobs,
  knownPeople,
  people,
  skillFacts,
  SMALL_TAXONOMY,
  weightSets,
  workFactsBefore,
} from './arbitraries';
import { compileJob } from './compile';
import { monthIndex, monthText } from './months';
import { factsHash, makeReceipt, replay } from './receipt';
import {
  candidateFactsSchema,
  type CandidateFacts,
  type JobFacts,
  type PairScore,
  type WeightSet,
} from './schema';
import { scorePair } from './score';

const RUNS = { numRuns: 1_500 };
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const scored = (job: JobFacts, facts: CandidateFacts, weights: WeightSet, asOf = AS_OF): PairScore =>
  scorePair(compileJob(job, weights, SMALL_TAXONOMY, asOf), facts);

const notLower = (before: PairScore, after: PairScore): void => {
  expect(after.low).toBeGreaterThanOrEqual(before.low);
  expect(after.expected).toBeGreaterThanOrEqual(before.expected);
  expect(after.high).toBeGreaterThanOrEqual(before.high);
};

const firstMonth = (facts: CandidateFacts): number =>
  Math.min(...(facts.work ?? []).map(({ start }) => monthIndex(start ?? AS_OF)), monthIndex(AS_OF));

/** Moves everything up to the month before `cut` back by some months: a break of that length where the cut was. */
const withBreak = (facts: CandidateFacts, cut: number, months: number): CandidateFacts => {
  const back = (month: string): string => monthText(monthIndex(month) - months);
  return {
    ...facts,
    skills: facts.skills!.map((skill) =>
      monthIndex(skill.lastUsed!) < cut ? { ...skill, lastUsed: back(skill.lastUsed!) } : skill,
    ),
    work: facts.work!.map((work) =>
      monthIndex(work.start!) < cut ? { ...work, start: back(work.start!), end: back(work.end!) } : work,
    ),
  };
};

describe('a score', () => {
  it('keeps low ≤ expected ≤ high within 0 and 100, for the whole and for every factor', () => {
    fc.assert(
      fc.property(jobs, people, weightSets, (job, facts, weights) => {
        const score = scored(job, facts, weights);
        for (const { low, expected, high } of [score, ...score.factors]) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(expected).toBeGreaterThanOrEqual(low);
          expect(high).toBeGreaterThanOrEqual(expected);
          expect(high).toBeLessThanOrEqual(10_000);
        }
        expect(score.coverage).toBe(10_000 - (score.high - score.low));
      }),
      RUNS,
    );
  });

  it('is the exact sum of its contributions, none of them negative', () => {
    fc.assert(
      fc.property(jobs, people, weightSets, (job, facts, weights) => {
        const { expected, factors } = scored(job, facts, weights);
        expect(factors.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(expected);
        for (const { contribution } of factors) expect(contribution).toBeGreaterThanOrEqual(0);
      }),
      RUNS,
    );
  });

  it('has no range when everything is known', () => {
    fc.assert(
      fc.property(jobs, knownPeople, weightSets, (job, facts, weights) => {
        // How far it is to a country nobody can tell.
        fc.pre(job.workMode?.place?.latitude !== null);
        const told = {
          ...facts,
          work: facts.work!.filter(({ title, roleId }) => title !== '' || roleId !== null),
        };
        const sameCurrency = { ...told, leastPay: job.pay && { ...job.pay, amountMinor: 1_000 } };
        const score = scored(job, sameCurrency, weights);
        if (score.factors.length > 0) expect(score.low).toBe(score.high);
      }),
      RUNS,
    );
  });

  it('is not lowered by one more skill', () => {
    fc.assert(
      fc.property(jobs, people, skillFacts, fc.boolean(), weightSets, (job, facts, skill, bare, weights) => {
        fc.pre(facts.skills !== null);
        const added = bare ? { ...skill, level: null, lastUsed: null } : skill;
        notLower(
          scored(job, facts, weights),
          scored(job, { ...facts, skills: [...facts.skills, added] }, weights),
        );
      }),
      RUNS,
    );
  });

  it('is not lowered by an earlier job entry', () => {
    const cases = knownPeople.chain((facts) =>
      fc.record({ facts: fc.constant(facts), earlier: workFactsBefore(firstMonth(facts)) }),
    );
    fc.assert(
      fc.property(jobs, cases, weightSets, (job, { facts, earlier }, weights) => {
        notLower(
          scored(job, facts, weights),
          scored(job, { ...facts, work: [earlier, ...facts.work!] }, weights),
        );
      }),
      RUNS,
    );
  });

  it('is not expected lower because an earlier entry has no dates', () => {
    fc.assert(
      fc.property(jobs, people, workFactsBefore(24_000), weightSets, (job, facts, entry, weights) => {
        fc.pre(facts.work !== null);
        const undated = { ...entry, start: null, end: null };
        const before = scored(job, facts, weights);
        const after = scored(job, { ...facts, work: [...facts.work, undated] }, weights);
        expect(after.expected).toBeGreaterThanOrEqual(before.expected);
      }),
      RUNS,
    );
  });

  it('is not lowered by a break between two jobs', () => {
    fc.assert(
      fc.property(
        jobs,
        knownPeople,
        fc.nat(4),
        fc.nat(120),
        weightSets,
        (job, facts, pick, months, weights) => {
          const starts = facts.work!.map(({ start }) => monthIndex(start!));
          const cut = starts[pick % Math.max(1, starts.length)] ?? 0;
          const straddled = facts.work!.some(
            ({ start, end }) => monthIndex(start!) < cut && (end === 'present' || monthIndex(end!) >= cut),
          );
          fc.pre(!straddled && starts.some((start) => start < cut));
          notLower(scored(job, facts, weights), scored(job, withBreak(facts, cut, months), weights));
        },
      ),
      RUNS,
    );
  });

  it('is not lowered by a break that lasts until today', () => {
    const later = (months: number): string => `${monthText(monthIndex(AS_OF) + months)}-23`;
    fc.assert(
      fc.property(jobs, knownPeople, fc.nat(120), weightSets, (job, facts, months, weights) => {
        const work = facts.work!.map((entry) =>
          entry.end === 'present' ? { ...entry, end: AS_OF.slice(0, 7) } : entry,
        );
        fc.pre(work.length > 0);
        const withoutClock = { ...job, coreHours: null };
        const before = scored(withoutClock, { ...facts, work }, weights);
        notLower(before, scored(withoutClock, { ...facts, work }, weights, later(months)));
      }),
      RUNS,
    );
  });

  it('stays within the former range when an unknown fact becomes known', () => {
    fc.assert(
      fc.property(jobs, people, forgets, weightSets, (job, facts, forget, weights) => {
        const before = scored(job, forget(facts), weights);
        const after = scored(job, facts, weights);
        const pairs = [before, ...before.factors].map(
          (was, i) => [was, [after, ...after.factors][i]!] as const,
        );
        for (const [was, is] of pairs) {
          expect(is.low).toBeGreaterThanOrEqual(was.low);
          expect(is.high).toBeLessThanOrEqual(was.high);
        }
        for (const [i, { state }] of before.gates.entries()) {
          if (state !== 'unknown') expect(after.gates[i]!.state).toBe(state);
        }
      }),
      { numRuns: 6_000 },
    );
  });

  it('does not depend on the order of anything', () => {
    const shuffled = <T>(list: readonly T[], order: readonly number[]): T[] =>
      list
        .map((item, i) => ({ item, key: order[i % order.length]! }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item);
    fc.assert(
      fc.property(
        jobs,
        people,
        weightSets,
        fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
        (job, facts, weights, o) => {
          const otherJob = {
            ...job,
            requiredSkills: shuffled(job.requiredSkills, o),
            preferredSkills: shuffled(job.preferredSkills, o),
            engagements: shuffled(job.engagements, o),
            languages: shuffled(job.languages, o),
            setup: shuffled(job.setup, o),
            screening: shuffled(job.screening, o),
            domains: shuffled(job.domains, o),
          };
          const otherFacts = {
            ...facts,
            skills: facts.skills && shuffled(facts.skills, o),
            work: facts.work && shuffled(facts.work, o),
            languages: facts.languages && shuffled(facts.languages, o),
            licences: facts.licences && shuffled(facts.licences, o),
          };
          expect(JSON.stringify(scored(otherJob, otherFacts, weights))).toBe(
            JSON.stringify(scored(job, facts, weights)),
          );
          expect(factsHash(otherFacts, sha256)).toBe(factsHash(facts, sha256));
        },
      ),
      RUNS,
    );
  });

  it('replays from its receipt to the same bytes', () => {
    fc.assert(
      fc.property(jobs, people, weightSets, (job, facts, weights) => {
        const receipt = makeReceipt({
          weightSetHash: 'w',
          questionSetHash: 'q',
          taxonomyHash: SMALL_TAXONOMY.hash,
          parserVersion: null,
          jobVersionId: 'j1',
          candidateVersionId: 'c1',
          jobHash: factsHash(job, sha256),
          candidateHash: factsHash(facts, sha256),
          asOf: AS_OF,
          runId: 'r1',
          score: scored(job, facts, weights),
          sha256,
        });
        const copies = structuredClone({ job, facts, weights });
        expect(replay(receipt, copies.job, copies.facts, copies.weights, SMALL_TAXONOMY, sha256)).toBe(
          receipt,
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('gains nothing from a list of two hundred skills that the job does not ask for', () => {
    const stuffing = Array.from({ length: 200 }, (_, i) => ({
      skillId: `buzzword-${i}`,
      source: 'listed' as const,
      level: 4,
      lastUsed: '2026-11',
      months: 120,
    }));
    fc.assert(
      fc.property(jobs, people, weightSets, (job, facts, weights) => {
        fc.pre(facts.skills !== null);
        const stuffed = { ...facts, skills: [...facts.skills, ...facts.skills, ...stuffing] };
        expect(scored(job, stuffed, weights)).toEqual(scored(job, facts, weights));
      }),
      RUNS,
    );
  });
});

describe('what a score may know', () => {
  const NEVER =
    /\b(age|birth\w*|dob|gender|sex|pronouns?|marital\w*|married|spouse|child(ren)?|dependants?|caregiv\w*|religion|caste|nationality|photo|name)\b/i;

  it('holds no key about age, gender, family or identity', () => {
    const keys = new Set<string>();
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('properties' in node) for (const key of Object.keys(node.properties as object)) keys.add(key);
      Object.values(node).forEach(walk);
    };
    walk(z.toJSONSchema(candidateFactsSchema));
    expect([...keys].filter((key) => key !== 'name' && NEVER.test(key.replace(/([A-Z])/g, ' $1')))).toEqual(
      [],
    );
    expect(keys.size).toBeGreaterThan(40);
  });

  it.each(['age', 'dateOfBirth', 'gender', 'maritalStatus', 'children'])(
    'refuses a fact called %s',
    (key) => {
      const [facts] = fc.sample(knownPeople, { numRuns: 1, seed: 7 });
      expect(candidateFactsSchema.safeParse(facts).success).toBe(true);
      expect(candidateFactsSchema.safeParse({ ...facts, [key]: 41 }).success).toBe(false);
    },
  );

  it('is the same whatever such a key says', () => {
    fc.assert(
      fc.property(jobs, people, weightSets, fc.anything(), (job, facts, weights, value) => {
        const nosy = { ...facts, age: value, gender: value, maritalStatus: value, children: value };
        expect(scored(job, nosy, weights)).toEqual(scored(job, facts, weights));
      }),
      RUNS,
    );
  });
});
