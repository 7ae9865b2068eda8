import { compileJob } from './compile';
import type { LabFactor, LabPeople } from './lab-people';
import { preparePerson } from './person';
import { tieBreaker } from './rank';
import type { BandCuts, CandidateFacts, Factor, JobFacts, Taxonomy, WeightSet } from './schema';
import { COUNTED_FACTORS } from './weights';

export interface LabPerson {
  candidateId: string;
  code: string;
  facts: CandidateFacts;
}

export interface LabInput {
  jobId: string;
  job: JobFacts;
  taxonomy: Taxonomy;
  asOf: string;
  inUse: WeightSet;
  /** Its priors may differ; its weights do not matter here. */
  draft: WeightSet;
  bands: BandCuts;
  people: readonly LabPerson[];
  /** How many people there are, of whom `people` may be the first. */
  total: number;
}

/** The set with some weight for every factor that may count, so that each is worked out; values do not depend on weights. */
const allCounted = (set: WeightSet): WeightSet => {
  const factors = { ...set.factors };
  for (const factor of COUNTED_FACTORS) factors[factor] = { ...factors[factor], weight: 1 };
  return { ...set, factors };
};

/** What each factor is worth for each person, by the exact scorer's own functions, for the weight lab. */
export function labValues({
  jobId,
  job,
  taxonomy,
  asOf,
  inUse,
  draft,
  bands,
  people,
  total,
}: LabInput): LabPeople {
  const compiled = compileJob(job, allCounted(inUse), taxonomy, asOf);
  const drafted = compileJob(job, allCounted(draft), taxonomy, asOf);
  const count = people.length;
  const array = (): Uint16Array => new Uint16Array(count);
  const differs = (factor: Factor): boolean => inUse.factors[factor].prior !== draft.factors[factor].prior;
  const factors = compiled.factors.map(({ factor }): LabFactor => {
    const known = array();
    return {
      factor,
      low: array(),
      high: array(),
      expected: { inUse: known, draft: differs(factor) ? array() : known },
    };
  });
  const fails = new Uint8Array(count);
  const ties = new Int32Array(count);
  const tieOf = tieBreaker(jobId);
  for (const [index, { candidateId, facts }] of people.entries()) {
    const person = preparePerson(facts, asOf);
    for (const [at, { low, high, expected }] of factors.entries()) {
      const value = compiled.factors[at]?.value(person);
      if (value === undefined) continue;
      low[index] = value.low;
      high[index] = value.high;
      expected.inUse[index] = value.expected;
      if (expected.draft !== expected.inUse) {
        expected.draft[index] = drafted.factors[at]?.value(person).expected ?? 0;
      }
    }
    fails[index] = compiled.gates.some(({ stateOf }) => stateOf(person) === 'fail') ? 1 : 0;
    ties[index] = tieOf(candidateId);
  }
  return { codes: people.map(({ code }) => code), total, factors, bands, fails, ties };
}
