import { compileJob } from './compile';
import { preparePerson } from './person';
import {
  FACTORS,
  type CandidateFacts,
  type Factor,
  type FactorResult,
  type JobFacts,
  type Taxonomy,
  type WeightSet,
} from './schema';
import { scorePerson } from './score';

/** A pair as it was scored once, with all that it was scored from but the taxonomy, of which the hash alone is kept. */
export interface ScoredOnce {
  job: JobFacts;
  weights: WeightSet;
  facts: CandidateFacts;
  /** Version of the reader whose facts these are; null when no résumé was read. */
  parserVersion: string | null;
  asOf: string;
  /** Hundredths of a point; the contributions sum to `expected`. */
  expected: number;
  factors: readonly Pick<FactorResult, 'factor' | 'contribution'>[];
}

/** What may move a score, in the order in which it is replaced. */
export const MOVE_CAUSES = ['taxonomy', 'job', 'weights', 'parser', 'facts', 'calendar'] as const;
export type MoveCause = (typeof MOVE_CAUSES)[number];

/** One cause of a move with its share, in hundredths of a point; the factors' shares sum to it. */
export interface MovePart {
  cause: MoveCause;
  /** Which fact, where the cause is one: of the facts, or as another reader read it. */
  fact: keyof CandidateFacts | null;
  points: number;
  factors: { factor: Factor; points: number }[];
}

export interface Move {
  from: number;
  to: number;
  /** In the order of the causes; what moved nothing is left out. Sums exactly to `to − from`. */
  parts: MovePart[];
}

type Points = Map<Factor, number>;
type Input = Pick<ScoredOnce, 'job' | 'weights' | 'facts' | 'asOf'>;

const pointsOf = (factors: ScoredOnce['factors']): Points =>
  new Map(factors.map(({ factor, contribution }) => [factor, contribution]));

/** The facts that a reader takes from a résumé; the others are answers. */
const READ: ReadonlySet<keyof CandidateFacts> = new Set(['skills', 'work', 'place', 'languages', 'licences']);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Why a pair's expected score moved between two scorings: what it was scored from is replaced one by one, in the order of
 * `MOVE_CAUSES` and the facts in the order of their schema, and each takes the difference that its replacement makes (stepwise
 * replacement: Andreev, Shkolnikov and Begun, Demographic Research 7, 2002). Both are replayed with the taxonomy of today; what
 * they then differ from what was stored is the taxonomy's, or the engine's. Throws RangeError as `compileJob` does.
 */
export function moveBetween(before: ScoredOnce, after: ScoredOnce, taxonomy: Taxonomy): Move {
  const replay = ({ job, weights, facts, asOf }: Input): Points =>
    pointsOf(scorePerson(compileJob(job, weights, taxonomy, asOf), preparePerson(facts, asOf)).factors);
  const parts: MovePart[] = [];
  const add = (cause: MoveCause, fact: MovePart['fact'], from: Points, to: Points): void => {
    const factors = FACTORS.flatMap((factor) => {
      const points = (to.get(factor) ?? 0) - (from.get(factor) ?? 0);
      return points === 0 ? [] : [{ factor, points }];
    });
    if (factors.length === 0) return;
    parts.push({ cause, fact, points: factors.reduce((sum, { points }) => sum + points, 0), factors });
  };

  let input: Input = before;
  let points = replay(before);
  const first = points;
  const replace = (cause: MoveCause, fact: MovePart['fact'], change: Partial<Input>): void => {
    input = { ...input, ...change };
    const next = replay(input);
    add(cause, fact, points, next);
    points = next;
  };
  if (!same(before.job, after.job)) replace('job', null, { job: after.job });
  if (!same(before.weights, after.weights)) replace('weights', null, { weights: after.weights });
  const reread = before.parserVersion !== after.parserVersion;
  const changed = (Object.keys(after.facts) as (keyof CandidateFacts)[]).filter(
    (fact) => !same(before.facts[fact], after.facts[fact]),
  );
  for (const cause of ['parser', 'facts'] as const) {
    for (const fact of changed) {
      if ((reread && READ.has(fact) ? 'parser' : 'facts') !== cause) continue;
      replace(cause, fact, { facts: { ...input.facts, [fact]: after.facts[fact] } });
    }
  }
  if (before.asOf !== after.asOf) replace('calendar', null, { asOf: after.asOf });

  // Stored before → replayed before, and replayed after → stored after, in one.
  const replayed: Points = new Map(
    FACTORS.map((factor) => [factor, (points.get(factor) ?? 0) - (first.get(factor) ?? 0)]),
  );
  const stored = pointsOf(before.factors);
  const last = pointsOf(after.factors);
  const explained: Points = new Map(
    FACTORS.map((factor) => [factor, (stored.get(factor) ?? 0) + (replayed.get(factor) ?? 0)]),
  );
  add('taxonomy', null, explained, last);
  const order = (part: MovePart): number => MOVE_CAUSES.indexOf(part.cause);
  return { from: before.expected, to: after.expected, parts: parts.sort((a, b) => order(a) - order(b)) };
}
