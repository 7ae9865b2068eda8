import { acceptance, ndcgAt, precisionAt, type Outcome } from '../metrics';
import type { Arm } from './draft';

/** How far down a list is looked at. */
const TOP = 10;

/** One person of a list that was shown, with what came of them within the time the experiment gives a job. */
export interface Shown extends Outcome {
  /** Whose pick it was. */
  arm: Arm;
  /** From 1. */
  position: number;
  /** Milliseconds from when the list was first shown to their shortlist; null = not shortlisted. */
  shortlistedAfter: number | null;
}

/** One job whose time is over. */
export interface SettledJob {
  jobId: string;
  /** `both` = interleaved. */
  arm: Arm | 'both';
  people: readonly Shown[];
}

const inOrder = (people: readonly Shown[]): number[] =>
  people.toSorted((a, b) => a.position - b.position).map(({ grade }) => grade);

/** Share of the window left when the first person was shortlisted: 1 = at once, 0 = nobody within it. */
const speedOf = (people: readonly Shown[], windowMs: number): number => {
  const waits = people.flatMap(({ shortlistedAfter }) =>
    shortlistedAfter === null ? [] : [shortlistedAfter],
  );
  return waits.length === 0 ? 0 : 1 - Math.min(windowMs, ...waits) / windowMs;
};

/** Measures of one list, each from 0 to 1, more being better; null = nothing to measure it by. */
export const LIST_MEASURES = {
  precision: (people: readonly Shown[]) => precisionAt(inOrder(people), TOP),
  ndcg: (people: readonly Shown[]) => ndcgAt(inOrder(people), TOP),
  acceptance: (people: readonly Shown[]) => acceptance(people),
  speed: (people: readonly Shown[], windowMs: number) => speedOf(people, windowMs),
} as const;
export type ListMeasure = keyof typeof LIST_MEASURES;

/**
 * Whose picks were shortlisted, of an interleaved list: (treatment's − control's) ÷ both, from −1 to 1; null when nobody was. Under
 * no difference its mean is 0, since a fair coin dealt the picks.
 */
export const creditOf = (people: readonly Shown[]): number | null => {
  const chosen = people.filter(({ grade }) => grade > 0);
  const ofTreatment = chosen.filter(({ arm }) => arm === 'treatment').length;
  return chosen.length === 0 ? null : (2 * ofTreatment - chosen.length) / chosen.length;
};

/**
 * Differences (treatment − control) in the order in which jobs settled. Interleaved: one a job. By job: the first job of one arm with
 * the first of the other, and so on; whoever has no partner yet waits. Jobs without a value are left out.
 */
export const differencesOf = (
  jobs: readonly SettledJob[],
  metric: 'credit' | ListMeasure,
  windowMs: number,
): number[] => {
  if (metric === 'credit')
    return jobs.map(({ people }) => creditOf(people)).filter((value) => value !== null);
  const values: Record<Arm, number[]> = { control: [], treatment: [] };
  for (const { arm, people } of jobs) {
    const value = LIST_MEASURES[metric](people, windowMs);
    if (arm !== 'both' && value !== null) values[arm].push(value);
  }
  return values.treatment.flatMap((value, index) => {
    const partner = values.control[index];
    return partner === undefined ? [] : [value - partner];
  });
};
