import { armOf, teamDraft, type Arm, type DraftPick } from '@/domain/matching/experiments/draft';
import { differencesOf, type SettledJob } from '@/domain/matching/experiments/outcomes';
import { plannedObservations } from '@/domain/matching/experiments/sequential';

/** A repeatable stream of numbers in [0, 1): mulberry32. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const PEOPLE = 30;
const LOOKED_AT = 12;

/** How much of what makes a person fit a ranking sees, 0–1; the rest of its score is noise. */
type Insight = Record<Arm, number>;

/**
 * Jobs as they might settle: thirty invented people each, of whom the recruiter looks at the first twelve shown and shortlists whoever
 * fits, more or less. A ranking with more insight puts more of those on top.
 */
const simulateJobs = (options: {
  jobs: number;
  unit: 'job' | 'interleaving';
  insight: Insight;
  seed: number;
}): SettledJob[] => {
  const random = randomFrom(options.seed);
  const experimentId = `experiment-${options.seed}`;
  return Array.from({ length: options.jobs }, (_, index): SettledJob => {
    const jobId = `job-${index}`;
    const people = Array.from({ length: PEOPLE }, (__, id) => ({
      candidateId: `person-${id}`,
      fit: random(),
    }));
    const rankedBy = (insight: number): string[] =>
      people
        .map(({ candidateId, fit }) => ({ candidateId, score: insight * fit + (1 - insight) * random() }))
        .sort((a, b) => b.score - a.score)
        .map(({ candidateId }) => candidateId);
    const listed = (arm: Arm): DraftPick[] =>
      rankedBy(options.insight[arm]).map((candidateId, at) => ({ candidateId, arm, position: at + 1 }));
    const interleaved = (): DraftPick[] => {
      const control = rankedBy(options.insight.control);
      const same = options.insight.control === options.insight.treatment;
      const treatment = same ? control : rankedBy(options.insight.treatment);
      return teamDraft({ control, treatment }, LOOKED_AT, `${experimentId}:${jobId}`);
    };
    const own = armOf(experimentId, jobId);
    const order = options.unit === 'interleaving' ? interleaved() : listed(own);
    const fits = new Map(people.map(({ candidateId, fit }) => [candidateId, fit]));
    const bar = 0.7 + 0.2 * random();
    return {
      jobId,
      arm: options.unit === 'interleaving' ? 'both' : own,
      people: order.slice(0, LOOKED_AT).map(({ candidateId, arm, position }) => {
        const liked = (fits.get(candidateId) ?? 0) + 0.2 * (random() - 0.5) > bar;
        return {
          arm,
          position,
          grade: liked ? 1 : 0,
          rejected: !liked,
          band: 'good',
          shortlistedAfter: liked ? position * 60_000 : null,
        };
      }),
    };
  });
};

const WINDOW_MS = 14 * 24 * 3_600_000;

/** What each kind of experiment is planned for, and the insight of a treatment that is better by that much. */
export const SIMULATED = {
  interleaving: {
    metric: 'credit',
    plan: { minimumEffect: 0.18, spread: 0.42 },
    jobsEach: 1.5,
    better: 0.65,
  },
  // Two jobs an observation, and a hash does not halve them exactly.
  job: { metric: 'precision', plan: { minimumEffect: 0.15, spread: 0.3 }, jobsEach: 3, better: 0.77 },
} as const;
export type SimulatedUnit = keyof typeof SIMULATED;

/** The differences of one whole experiment, as many as its plan asks for, in the order in which its jobs settled. */
export const simulateExperiment = (unit: SimulatedUnit, isBetter: boolean, seed: number): number[] => {
  const { metric, plan, jobsEach, better } = SIMULATED[unit];
  const planned = plannedObservations(plan);
  const insight = { control: 0.5, treatment: isBetter ? better : 0.5 };
  const jobs = simulateJobs({ jobs: Math.ceil(planned * jobsEach), unit, insight, seed });
  return differencesOf(jobs, metric, WINDOW_MS).slice(0, planned);
};
