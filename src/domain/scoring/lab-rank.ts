import { ONE } from './fixed-point';
import type { LabPeople } from './lab-people';
import { wholePoints } from './points';
import type { Band, Factor } from './schema';
import { bandOf, divided, groupOf } from './score';

export type LabWeights = Readonly<Record<Factor, number>>;

/** The group "Ranked" by one set of weights. */
export interface LabRanking {
  weights: LabWeights;
  /** Which values it expects of what is not known. */
  by: 'inUse' | 'draft';
  /** People in order, best first. */
  order: Int32Array;
  /** By person: place in `order`, 0 first; −1 for who is not in the group. */
  places: Int32Array;
  /** By person: hundredths of a point. */
  scores: Uint16Array;
}

/** Ranks everybody anew by other weights: the engine's sum, division, coverage, groups and order over values that stay. */
export type LabRanker = (weights: LabWeights, by: LabRanking['by']) => LabRanking;

export function labRanker(people: LabPeople): LabRanker {
  const { factors, fails, ties } = people;
  const count = fails.length;
  // Ties never change, so people are put in their order once; counting by score then keeps it.
  const byTie = Int32Array.from({ length: count }, (_, person) => person).sort(
    (a, b) => (ties[a] ?? 0) - (ties[b] ?? 0) || a - b,
  );
  const sums = {
    expected: new Float64Array(count),
    low: new Float64Array(count),
    high: new Float64Array(count),
  };

  return (weights, by) => {
    const counted = factors.filter(({ factor }) => weights[factor] > 0);
    const weightSet = counted.reduce((sum, { factor }) => sum + weights[factor], 0);
    for (const sum of Object.values(sums)) sum.fill(0);
    for (const { factor, low, high, expected } of counted) {
      const weight = weights[factor];
      const likely = expected[by];
      for (let person = 0; person < count; person++) {
        sums.expected[person] = (sums.expected[person] ?? 0) + weight * (likely[person] ?? 0);
        sums.low[person] = (sums.low[person] ?? 0) + weight * (low[person] ?? 0);
        sums.high[person] = (sums.high[person] ?? 0) + weight * (high[person] ?? 0);
      }
    }
    const scores = new Uint16Array(count);
    const places = new Int32Array(count).fill(-1);
    // How many people stand above each score, by counting: score s starts behind those with more.
    const starts = new Int32Array(ONE + 2);
    const points = (sum: number): number => (weightSet === 0 ? 0 : divided(sum, weightSet));
    for (let person = 0; person < count; person++) {
      const score = points(sums.expected[person] ?? 0);
      const high = weightSet === 0 ? ONE : points(sums.high[person] ?? 0);
      const coverage = ONE - (high - points(sums.low[person] ?? 0));
      scores[person] = score;
      if (groupOf(fails[person] === 1, coverage) !== 'ranked') continue;
      places[person] = 0;
      starts[ONE - score + 1] = (starts[ONE - score + 1] ?? 0) + 1;
    }
    for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
    const order = new Int32Array(starts.at(-1) ?? 0);
    for (const person of byTie) {
      if (places[person] === -1) continue;
      const at = ONE - (scores[person] ?? 0);
      const place = starts[at] ?? 0;
      starts[at] = place + 1;
      order[place] = person;
      places[person] = place;
    }
    return { weights, by, order, places, scores };
  };
}

/** People of the first so many places, before or after, whose move is told. */
export const MOVED_WITHIN = 50;

export interface LabRow {
  person: number;
  code: string;
  /** Places from 1; null = not in the group by that set. */
  before: number | null;
  after: number | null;
  pointsBefore: number;
  pointsAfter: number;
  bandBefore: Band;
  bandAfter: Band;
  /** The factor whose share of the score changed most in the direction of the move; null without a move. */
  because: Factor | null;
}

export interface LabComparison {
  /** People ranked now. */
  ranked: number;
  /** The first places by the set in use, and by the other one. */
  before: LabRow[];
  after: LabRow[];
  /** Among the first `MOVED_WITHIN` before or after: those with another place, the furthest move first. */
  moved: LabRow[];
  /** Over everybody ranked: who comes into Strong and who leaves it. */
  intoStrong: number;
  outOfStrong: number;
}

/** What differs between two rankings of the same people; `top` = how many first places are told. */
export function compareRankings(
  people: LabPeople,
  before: LabRanking,
  after: LabRanking,
  top: number,
): LabComparison {
  const total = (weights: LabWeights): number =>
    people.factors.reduce((sum, { factor }) => sum + weights[factor], 0) || 1;
  const [all, allAfter] = [total(before.weights), total(after.weights)];
  const becauseOf = (person: number, rises: boolean): Factor | null => {
    let [most, because]: [number, Factor | null] = [0, null];
    for (const { factor, expected } of people.factors) {
      const was = (before.weights[factor] * (expected[before.by][person] ?? 0)) / all;
      const is = (after.weights[factor] * (expected[after.by][person] ?? 0)) / allAfter;
      const gain = rises ? is - was : was - is;
      if (gain > most) [most, because] = [gain, factor];
    }
    return because;
  };
  const placeOf = ({ places }: LabRanking, person: number): number | null => {
    const place = places[person] ?? -1;
    return place === -1 ? null : place + 1;
  };
  const rowOf = (person: number): LabRow => {
    const [was, is] = [placeOf(before, person), placeOf(after, person)];
    const moves = was !== is && was !== null && is !== null;
    return {
      person,
      code: people.codes[person] ?? '',
      before: was,
      after: is,
      pointsBefore: wholePoints(before.scores[person] ?? 0, people.bands),
      pointsAfter: wholePoints(after.scores[person] ?? 0, people.bands),
      bandBefore: bandOf(before.scores[person] ?? 0, people.bands),
      bandAfter: bandOf(after.scores[person] ?? 0, people.bands),
      because: moves ? becauseOf(person, is < was) : null,
    };
  };
  const first = ({ order }: LabRanking, n: number): number[] => [...order.subarray(0, n)];
  const near = new Set([...first(before, MOVED_WITHIN), ...first(after, MOVED_WITHIN)]);
  const far = people.codes.length + 1;
  const distance = ({ before: was, after: is }: LabRow): number => Math.abs((was ?? far) - (is ?? far));
  const moved = [...near]
    .map(rowOf)
    .filter((row) => row.before !== row.after)
    .sort((a, b) => distance(b) - distance(a) || (a.after ?? far) - (b.after ?? far));
  const isStrong = ({ places, scores }: LabRanking, person: number): boolean =>
    places[person] !== -1 && bandOf(scores[person] ?? 0, people.bands) === 'strong';
  let [intoStrong, outOfStrong] = [0, 0];
  for (let person = 0; person < people.codes.length; person++) {
    const [was, is] = [isStrong(before, person), isStrong(after, person)];
    if (is && !was) intoStrong++;
    if (was && !is) outOfStrong++;
  }
  return {
    ranked: after.order.length,
    before: first(before, top).map(rowOf),
    after: first(after, top).map(rowOf),
    moved,
    intoStrong,
    outOfStrong,
  };
}
