import { mean } from 'simple-statistics';
import { acceptance, impactRatio, median, ndcgAt, overrideRate, precisionAt } from '../metrics';
import type { Caution, ExperimentMetric, ExperimentUnit, ExperimentView } from '../schema/experiments';
import type { Arm } from './draft';
import { differencesOf, type SettledJob, type Shown } from './outcomes';
import type { Settling } from './settled';
import { findingOf, intervalOf, type Plan } from './sequential';

const TOP = 10;
const HOUR_MS = 3_600_000;
/** Acceptance is watched for a fall of ten of a hundred, and half of that in the mean is said to be falling too. */
const ACCEPTANCE_PLAN: Plan = { minimumEffect: 0.1, spread: 0.45 };
const MOST_FALL = 0.05;
const LEAST_COMPARED = 20;

export interface Planned {
  unit: ExperimentUnit;
  metric: ExperimentMetric;
  /** Smallest difference worth finding, and its standard deviation, in 1/10000. */
  minimumEffect: number;
  spread: number;
  /** Differences until the horizon. */
  planned: number;
  windowMs: number;
}

type Report = Pick<ExperimentView, 'jobs' | 'finding' | 'measures' | 'guardrails' | 'cautions'>;

const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);
const meanOf = (values: readonly (number | null)[]): number | null => {
  const numbers = known(values);
  return numbers.length === 0 ? null : mean(numbers);
};

/** An arm's lists: its jobs' own, or its picks of each interleaved list. */
const listsOf = (settled: readonly SettledJob[], arm: Arm): (readonly Shown[])[] =>
  settled
    .filter((job) => job.arm === arm || job.arm === 'both')
    .map(({ people }) => people.filter((person) => person.arm === arm));

const gradesOf = (people: readonly Shown[]): number[] =>
  people.toSorted((a, b) => a.position - b.position).map(({ grade }) => grade);

const both = (measure: (arm: Arm) => number | null) => ({
  control: measure('control'),
  treatment: measure('treatment'),
});

const measuresOf = ({ settled, churns }: Settling, unit: ExperimentUnit): Report['measures'] => {
  const lists = { control: listsOf(settled, 'control'), treatment: listsOf(settled, 'treatment') };
  const firstOf = (people: readonly Shown[]) => people.filter(({ position }) => position <= TOP);
  const waits = (people: readonly Shown[]): number | null => {
    const after = people.flatMap(({ shortlistedAfter }) => shortlistedAfter ?? []);
    return after.length === 0 ? null : Math.min(...after) / HOUR_MS;
  };
  return {
    precision: both((arm) => meanOf(lists[arm].map((people) => precisionAt(gradesOf(firstOf(people)), TOP)))),
    // The order of half a list says nothing of the whole one's.
    ndcg: both((arm) =>
      unit === 'job' ? meanOf(lists[arm].map((people) => ndcgAt(gradesOf(people), TOP))) : null,
    ),
    acceptance: both((arm) => acceptance(lists[arm].flat())),
    overrides: both((arm) => overrideRate(lists[arm].flat())),
    hoursToShortlist: both((arm) => median(known(lists[arm].map(waits)))),
    churn: meanOf(churns),
  };
};

/** Differences of acceptance between the arms, whatever decides the experiment. */
const acceptanceDifferences = (
  settled: readonly SettledJob[],
  unit: ExperimentUnit,
  windowMs: number,
): number[] => {
  if (unit === 'job') return differencesOf(settled, 'acceptance', windowMs);
  return settled.flatMap(({ people }) => {
    const of = (arm: Arm) => acceptance(people.filter((person) => person.arm === arm));
    const [treatment, control] = [of('treatment'), of('control')];
    return treatment === null || control === null ? [] : [treatment - control];
  });
};

const acceptanceOf = (differences: number[]): Report['guardrails']['acceptance'] => {
  const { verdict, mean: fall } = findingOf(differences, ACCEPTANCE_PLAN, Infinity);
  const n = differences.length;
  const falls = verdict === 'worse' || (n >= LEAST_COMPARED && fall !== null && fall <= -MOST_FALL);
  return { verdict: falls ? 'falls' : n < LEAST_COMPARED ? 'too_few' : 'holds', mean: fall, n };
};

/**
 * What an experiment says so far. Until a bet is won or the horizon reached the verdict is `not_enough`, whatever the mean; a
 * guardrail that could not be measured is a caution, never a pass. What people say of themselves is not collected, so that the
 * impact ratio has no groups.
 */
export const reportOf = (settling: Settling, planned: Planned): Report => {
  const { settled, waiting } = settling;
  const plan: Plan = {
    minimumEffect: planned.minimumEffect / 10_000,
    spread: planned.spread / 10_000,
  };
  const differences = differencesOf(settled, planned.metric, planned.windowMs);
  const { verdict, observed, decidedAt, mean: average } = findingOf(differences, plan, planned.planned);
  const jobsEach = planned.unit === 'job' ? 2 : 1;
  const counted = observed * jobsEach;
  const guardrails = {
    acceptance: acceptanceOf(acceptanceDifferences(settled, planned.unit, planned.windowMs)),
    impactRatio: impactRatio([]),
  };
  const cautions: Caution[] = [];
  if (verdict !== 'better') cautions.push('verdict');
  if (guardrails.acceptance.verdict !== 'holds') cautions.push('acceptance');
  if (guardrails.impactRatio.verdict !== 'passes') cautions.push('impact_ratio');
  return {
    jobs: { planned: planned.planned * jobsEach, counted, waiting, uncounted: settled.length - counted },
    finding: {
      verdict,
      decidedAt,
      mean: average,
      interval: observed === 0 ? null : intervalOf(differences.slice(0, planned.planned), plan),
    },
    measures: measuresOf(settling, planned.unit),
    guardrails,
    cautions,
  };
};
