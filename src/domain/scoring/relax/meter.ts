import { compileJob, LEAST_WEIGHT_SET, type CompiledJob } from '../compile';
import { ONE } from '../fixed-point';
import type { Names } from '../names';
import type { Band, BandCuts, Factor, JobFacts, Taxonomy, WeightSet } from '../schema';
import { divided, LEAST_COVERAGE, leastSum } from '../score';
import type { Crowd } from './crowd';
import { factorInputs } from '../asked';
import { factorColumn, gateColumn, type KnownColumn, type Places } from './known-column';
import type { RelaxStep } from './step';
import { relaxSteps } from './steps';

/** In play: listed as Ranked (no must-have missed, at least half known) and at least Good. */
export type InPlay = Extract<Band, 'strong' | 'good'>;

/** A job and every step that loosens it, compiled. */
export interface RelaxPlan {
  taxonomy: Taxonomy;
  base: CompiledJob;
  steps: { step: RelaxStep; compiled: CompiledJob }[];
}

/**
 * The steps of a job, as of a day, with the bands as `bands` cut them, else by default. A step that would leave too little of the weights set to rank anybody is left out.
 * Throws RangeError as `compileJob` does.
 */
export function relaxPlan(
  job: JobFacts,
  weights: WeightSet,
  taxonomy: Taxonomy,
  names: Names,
  asOf: string,
  bands?: BandCuts,
): RelaxPlan {
  const base = compileJob(job, weights, taxonomy, asOf, { bands });
  const steps = relaxSteps(job, names).map((step) => ({
    step,
    compiled: compileJob(step.job, weights, taxonomy, asOf, { bands, roles: base.roles }),
  }));
  return { taxonomy, base, steps: steps.filter(({ compiled }) => compiled.weightSet >= LEAST_WEIGHT_SET) };
}

/** What is told apart most cheaply comes first; career and titles are the dearest and come last. */
const ORDER: Partial<Record<Factor, number>> = {
  required_skills: 0,
  preferred_skills: 0,
  schedule_overlap: 2,
  domain: 2,
  role_similarity: 3,
  relevant_experience: 4,
};
const orderOf = (factor: Factor): number => ORDER[factor] ?? 1;

interface CountedColumn {
  factor: Factor;
  weight: number;
  /** Whether the base asks the same. */
  alike: boolean;
  column: KnownColumn;
}

/** The factors of a job as columns; what the base asks alike is the base's own, which remembers zones, titles and values. */
function columnsOf(
  crowd: Crowd,
  { base, taxonomy }: RelaxPlan,
  compiled: CompiledJob,
  before: readonly CountedColumn[],
): CountedColumn[] {
  const { job, weights } = compiled;
  return compiled.factors
    .map((counted) => {
      const { factor, weight } = counted;
      const { prior } = weights.factors[factor];
      const alike = factorInputs(factor, prior, job) === factorInputs(factor, prior, base.job);
      const kept = alike ? before.find((other) => other.factor === factor) : undefined;
      const column = kept?.column ?? factorColumn(crowd, compiled, counted, taxonomy);
      return { factor, weight, alike, column };
    })
    .sort((a, b) => orderOf(a.factor) - orderOf(b.factor) || b.weight - a.weight);
}

/** How far the base's pass came with each person: the most that its sum may be, and of how many factors it is known. */
interface Progress {
  most: Int32Array;
  factors: Uint8Array;
}

/**
 * Keeps the places whose score may still reach Good, factor by factor, each asked only of who is left. Afterwards `most` of
 * who is left is the sum itself.
 */
function sift(
  factors: readonly CountedColumn[],
  { weightSet, bands }: CompiledJob,
  places: Places,
  progress: Progress,
): void {
  const { most } = progress;
  const least = leastSum(bands.good, weightSet);
  for (let n = 0; n < places.count; n++) most[places.at[n] ?? 0] = weightSet * ONE;
  for (const [index, { weight, column }] of factors.entries()) {
    const expected = column.expected(places);
    let kept = 0;
    for (let n = 0; n < places.count; n++) {
      const place = places.at[n] ?? 0;
      const sum = (most[place] ?? 0) - weight * (ONE - (expected[place] ?? 0));
      most[place] = sum;
      progress.factors[place] = index + 1;
      if (sum >= least) places.at[kept++] = place;
    }
    places.count = kept;
  }
}

/** Counts, among people whose sums are known, who misses no must-have, is known well enough and at least Good. */
function countListed(
  crowd: Crowd,
  compiled: CompiledJob,
  factors: readonly CountedColumn[],
  places: Places,
  sums: Int32Array,
): Record<InPlay, number> {
  const counts = { strong: 0, good: 0 };
  const { weightSet, bands } = compiled;
  const misses = compiled.gates.map((gate) => gateColumn(crowd, compiled, gate).expected(places));
  for (const place of places.at.subarray(0, places.count)) {
    if (misses.some((column) => column[place] === ONE)) continue;
    let low = 0;
    let high = 0;
    for (const { weight, column } of factors) {
      low += weight * column.low(place);
      high += weight * column.high(place);
    }
    if (ONE - (divided(high, weightSet) - divided(low, weightSet)) < LEAST_COVERAGE) continue;
    counts[divided(sums[place] ?? 0, weightSet) >= bands.strong ? 'strong' : 'good'] += 1;
  }
  return counts;
}

const NOWHERE: Places = { at: new Int32Array(0), count: 0 };

/**
 * Who may reach Good for a job, judged by the base's pass alone: each factor that the two ask differently may be worth all
 * there is. Everybody, when other factors count.
 */
function mayReach(
  everybody: Int32Array,
  { weightSet, bands }: CompiledJob,
  before: readonly CountedColumn[],
  factors: readonly CountedColumn[],
  progress: Progress,
): Places {
  const at = everybody.slice();
  const same =
    before.length === factors.length && before.every(({ factor }, n) => factor === factors[n]?.factor);
  if (!same) return { at, count: at.length };
  const least = leastSum(bands.good, weightSet);
  const changed = before.flatMap(({ weight, column }, index) =>
    factors[index]?.alike === true ? [] : [{ index, weight, expected: column.expected(NOWHERE) }],
  );
  let count = 0;
  for (const place of everybody) {
    let most = progress.most[place] ?? 0;
    for (const { index, weight, expected } of changed) {
      if ((progress.factors[place] ?? 0) > index) most += weight * (ONE - (expected[place] ?? 0));
    }
    if (most >= least) at[count++] = place;
  }
  return { at, count };
}

export interface CrowdCounts {
  people: number;
  now: Record<InPlay, number>;
  /** How many would be in play after each step, in the plan's order. */
  after: number[];
}

/**
 * How many people of a crowd are in play for a job, and how many would be after each step; `left` are places to leave out. Exact
 * by the scorer's own factors. Throws RangeError when the crowd was prepared for another day than the plan's.
 */
export function countInPlay(
  plan: RelaxPlan,
  crowd: Crowd,
  left: ReadonlySet<number> = new Set(),
): CrowdCounts {
  if (plan.base.asOf !== crowd.asOf) throw new RangeError(`Prepared for ${crowd.asOf}`);
  const everybody = Int32Array.from([...crowd.people.keys()].filter((place) => !left.has(place)));
  const people = crowd.people.length;
  const progress: Progress = { most: new Int32Array(people), factors: new Uint8Array(people) };
  const before = columnsOf(crowd, plan, plan.base, []);
  const listed: Places = { at: everybody.slice(), count: everybody.length };
  sift(before, plan.base, listed, progress);
  const now = countListed(crowd, plan.base, before, listed, progress.most);
  const own: Progress = { most: new Int32Array(people), factors: new Uint8Array(people) };
  const after = plan.steps.map(({ compiled }) => {
    const factors = columnsOf(crowd, plan, compiled, before);
    const places = mayReach(everybody, compiled, before, factors, progress);
    sift(factors, compiled, places, own);
    const { strong, good } = countListed(crowd, compiled, factors, places, own.most);
    return strong + good;
  });
  return { people: everybody.length, now, after };
}
