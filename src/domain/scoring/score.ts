import { DEFAULT_BANDS } from './bands';
import type { CompiledFactor, CompiledJob } from './compile';
import { ONE } from './fixed-point';
import { preparePerson, type FactorValue, type Person } from './person';
import type { Band, BandCuts, CandidateFacts, FactorResult, MatchGroup, PairScore } from './schema';

/** Less known than this (1/10000) and a person is listed under "Needs information". */
export const LEAST_COVERAGE = 5_000;

/** The band of an expected score in hundredths of a point. */
export function bandOf(expected: number, { strong, good, partial }: BandCuts = DEFAULT_BANDS): Band {
  if (expected >= strong) return 'strong';
  if (expected >= good) return 'good';
  return expected >= partial ? 'partial' : 'limited';
}

/** A missed must-have goes first, then too little knowledge; an unknown must-have does not move anyone. */
export function groupOf(fails: boolean, coverage: number): MatchGroup {
  if (fails) return 'misses_must_have';
  return coverage < LEAST_COVERAGE ? 'needs_information' : 'ranked';
}

/** Σ w·v ÷ Σ w, rounded to the nearest hundredth of a point, halves up. */
export function divided(sum: number, weight: number): number {
  return Math.floor((2 * sum + weight) / (2 * weight));
}

/** Least Σ weight × value that rounds to `expected` hundredths or more. */
export function leastSum(expected: number, weightSet: number): number {
  return Math.ceil(((2 * expected - 1) * weightSet) / 2);
}

/**
 * Sets each factor's contribution: its share rounded down, then one more hundredth for the largest remainders until they sum
 * to the score. Equal remainders go by the order of the factors.
 */
function distribute(factors: FactorResult[], weightSet: number, score: number): void {
  let left = score;
  for (const result of factors) {
    result.contribution = Math.floor((result.weight * result.expected) / weightSet);
    left -= result.contribution;
  }
  // Few are left and few factors there are: looking for the largest each time is quicker than sorting.
  for (; left > 0; left--) {
    let most = -1;
    let largest: FactorResult | null = null;
    for (const result of factors) {
      const { weight, expected, contribution } = result;
      const remainder = weight * expected - contribution * weightSet;
      if (remainder > most) [most, largest] = [remainder, result];
    }
    if (largest) largest.contribution += 1;
  }
}

/** What a factor, by its place among the job's, makes of a person. */
type ValueOf = (counted: CompiledFactor, place: number, person: Person) => FactorValue;
const byItself: ValueOf = ({ value }, _, person) => value(person);

/**
 * Scores a person prepared for the job's `asOf`. Values that are known already come from `valueOf`; they must be those of the
 * factors themselves.
 */
export function scorePerson(compiled: CompiledJob, person: Person, valueOf: ValueOf = byItself): PairScore {
  const { weightSet } = compiled;
  const sums = { low: 0, expected: 0, high: 0 };
  const factors: FactorResult[] = [];
  for (const [place, counted] of compiled.factors.entries()) {
    const { factor, weight } = counted;
    const { low, expected, high, unknown } = valueOf(counted, place, person);
    sums.low += weight * low;
    sums.expected += weight * expected;
    sums.high += weight * high;
    factors.push({ factor, weight, low, expected, high, contribution: 0, unknown });
  }
  const gates = compiled.gates.map(({ key, stateOf }) => ({ key, state: stateOf(person) }));
  const nothingSet = weightSet === 0;
  const expected = nothingSet ? 0 : divided(sums.expected, weightSet);
  const low = nothingSet ? 0 : divided(sums.low, weightSet);
  const high = nothingSet ? ONE : divided(sums.high, weightSet);
  if (!nothingSet) distribute(factors, weightSet, expected);
  const coverage = ONE - (high - low);
  return {
    expected,
    low,
    high,
    coverage,
    band: bandOf(expected, compiled.bands),
    group: groupOf(
      gates.some(({ state }) => state === 'fail'),
      coverage,
    ),
    factors,
    gates,
  };
}

/**
 * The exact score of one (job, candidate) pair: 100 · Σ w·v ÷ Σ w over the factors the job sets, for each bound, in whole
 * hundredths. Contributions sum to `expected`. Depends on nothing but its arguments.
 */
export function scorePair(compiled: CompiledJob, candidate: CandidateFacts): PairScore {
  return scorePerson(compiled, preparePerson(candidate, compiled.asOf));
}
