import { reweigh, type Weights } from '@/domain/scoring/reweigh';
import { MATCH_GROUPS, type BandCuts, type FactorResult } from '@/domain/scoring/schema';
import { GRADES, ndcgAt, precisionAt } from './metrics';

/** Places that decide: the first ten. */
const FIRST = 10;

/** Somebody whom a job's run lists, and what people decided. */
export interface DryRunPerson {
  candidateId: string;
  tieBreak: number;
  factors: readonly FactorResult[];
  /** Misses a must-have. */
  fails: boolean;
  /** Gain of the furthest stage reached; see `GRADES`. */
  grade: number;
  rejected: boolean;
}

export interface BeforeAfter<Value> {
  before: Value;
  after: Value;
}

export interface DryRunJob {
  /** People who were shortlisted or rejected. */
  decided: number;
  /** Among those decided on, in the order of the ranking; null where nothing can be measured. */
  ndcg: BeforeAfter<number | null>;
  precision: BeforeAfter<number | null>;
  hiredInFirst: BeforeAfter<number>;
  /** Decisions that the new order contradicts: rejected people who come among the first ten, shortlisted ones who leave them. */
  disputed: number;
  /** Ranked people whose place changes. */
  moved: number;
  intoStrong: number;
  outOfStrong: number;
}

interface Placed {
  person: DryRunPerson;
  /** From 1, over all groups in order. */
  place: number;
  ranked: boolean;
  strong: boolean;
}

/** Everybody in the order shown: by group, score, and the hash that breaks ties. */
const placed = (people: readonly DryRunPerson[], weights: Weights, bands: BandCuts): Placed[] =>
  people
    .map((person) => ({ person, score: reweigh(person.factors, person.fails, weights, bands) }))
    .sort(
      (a, b) =>
        MATCH_GROUPS.indexOf(a.score.group) - MATCH_GROUPS.indexOf(b.score.group) ||
        b.score.expected - a.score.expected ||
        a.person.tieBreak - b.person.tieBreak ||
        (a.person.candidateId < b.person.candidateId ? -1 : 1),
    )
    .map(({ person, score }, index) => ({
      person,
      place: index + 1,
      ranked: score.group === 'ranked',
      strong: score.group === 'ranked' && score.band === 'strong',
    }));

const measures = (order: readonly Placed[]) => {
  // Nobody knows what people would have decided about those whom they never opened: only decisions are measured.
  const grades = order
    .filter(({ person }) => person.grade > 0 || person.rejected)
    .map(({ person }) => person.grade);
  return {
    ndcg: ndcgAt(grades, FIRST),
    precision: precisionAt(grades, FIRST),
    hired: order.slice(0, FIRST).filter(({ person }) => person.grade === GRADES.hired).length,
  };
};

/** One job's people by other weights, the decisions kept; Strong is where `bands` cut it. */
export const dryRunJob = (
  people: readonly DryRunPerson[],
  weights: BeforeAfter<Weights>,
  bands: BandCuts,
): DryRunJob => {
  const [before, after] = [placed(people, weights.before, bands), placed(people, weights.after, bands)];
  const [was, is] = [measures(before), measures(after)];
  const now = new Map(after.map((place) => [place.person.candidateId, place]));
  const both = before.flatMap((old) => {
    const current = now.get(old.person.candidateId);
    return current === undefined ? [] : [{ old, current }];
  });
  const disputes = ({ old, current }: (typeof both)[number]): boolean => {
    const { grade, rejected } = old.person;
    const comes = old.place > FIRST && current.place <= FIRST;
    const leaves = old.place <= FIRST && current.place > FIRST;
    return (comes && grade === 0 && rejected) || (leaves && grade > 0);
  };
  return {
    decided: people.filter(({ grade, rejected }) => grade > 0 || rejected).length,
    ndcg: { before: was.ndcg, after: is.ndcg },
    precision: { before: was.precision, after: is.precision },
    hiredInFirst: { before: was.hired, after: is.hired },
    disputed: both.filter(disputes).length,
    moved: both.filter(({ old, current }) => (old.ranked || current.ranked) && old.place !== current.place)
      .length,
    intoStrong: both.filter(({ old, current }) => current.strong && !old.strong).length,
    outOfStrong: both.filter(({ old, current }) => old.strong && !current.strong).length,
  };
};
