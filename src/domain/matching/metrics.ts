/**
 * How well a ranking served the people who decided on it. Pure: rows in, numbers out; `null` where there is nothing to measure,
 * never an invented zero.
 */

/** Gain of the furthest stage that a person reached; every other stage gains nothing. */
export const GRADES = { shortlisted: 1, interview: 2, offer: 4, hired: 8 } as const;

const isGraded = (stage: string): stage is keyof typeof GRADES => Object.hasOwn(GRADES, stage);

/** The gain of a stage: 1, 2, 4 or 8 from the shortlist on; 0 for `new`, `rejected` and `withdrawn`. */
export const gradeOf = (stage: string): number => (isGraded(stage) ? GRADES[stage] : 0);

/** Precision@n: the share of the first n shown that were shortlisted or better; fewer shown than n divide by those shown. */
export const precisionAt = (grades: readonly number[], n: number): number | null => {
  const top = grades.slice(0, n);
  return top.length === 0 ? null : top.filter((grade) => grade > 0).length / top.length;
};

const discountedGain = (grades: readonly number[]): number =>
  grades.reduce((sum, grade, index) => sum + grade / Math.log2(index + 2), 0);

/**
 * nDCG@n = DCG@n ÷ DCG@n of the best order, DCG@n = Σ grade ÷ log2(position + 1) (Järvelin and Kekäläinen, "Cumulated
 * gain-based evaluation of IR techniques", ACM TOIS 20, 2002). The grades double from stage to stage already, so they are the
 * gain itself. `grades` in the order shown, over everybody who was decided on; null when nobody gained anything.
 */
export const ndcgAt = (grades: readonly number[], n: number): number | null => {
  const best = discountedGain(grades.toSorted((a, b) => b - a).slice(0, n));
  return best === 0 ? null : discountedGain(grades.slice(0, n)) / best;
};

/** The weight of one position further down: about 86 % of the measure lies in the first ten. */
const PERSISTENCE = 0.9;

/**
 * Rank churn: 1 − rank-biased overlap (Webber, Moffat and Zobel, "A similarity measure for indefinite rankings", ACM TOIS 28,
 * 2010), extrapolated from the depth of the longer list. 0 = the same order, 1 = nobody in common; moves near the top weigh
 * most. Ids are unique within a list; two empty lists do not differ.
 */
export const rankChurn = (before: readonly string[], after: readonly string[]): number => {
  const depth = Math.max(before.length, after.length);
  if (depth === 0) return 0;
  const seen = { before: new Set<string>(), after: new Set<string>() };
  let overlap = 0;
  let sum = 0;
  let weight = 1;
  for (let index = 0; index < depth; index += 1) {
    const [was, is] = [before[index], after[index]];
    if (was !== undefined) {
      seen.before.add(was);
      if (seen.after.has(was)) overlap += 1;
    }
    if (is !== undefined) {
      seen.after.add(is);
      if (seen.before.has(is)) overlap += 1;
    }
    sum += weight * (overlap / (index + 1));
    weight *= PERSISTENCE;
  }
  return Math.min(1, Math.max(0, 1 - ((1 - PERSISTENCE) * sum + weight * (overlap / depth))));
};

/** How many of the first n were not among the first n before. */
export const displacedAt = (before: readonly string[], after: readonly string[], n: number): number => {
  const had = new Set(before.slice(0, n));
  return after.slice(0, n).filter((id) => !had.has(id)).length;
};

/** The middle value; the mean of the two in the middle when there is an even number. */
export const median = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

/** Milliseconds from when a job's ranking was shown to its first shortlist at or after that; null = none yet. */
export const timeToShortlist = (shownAt: Date, shortlistedAt: readonly Date[]): number | null => {
  const waits = shortlistedAt.map((at) => at.getTime() - shownAt.getTime()).filter((wait) => wait >= 0);
  return waits.length === 0 ? null : Math.min(...waits);
};

export interface Outcome {
  /** Gain of the furthest stage reached (`gradeOf`). */
  grade: number;
  /** A person of the employer rejected them. */
  rejected: boolean;
  /** What the ranking said of them. */
  band: 'strong' | 'good' | 'partial' | 'limited';
}

/** Shortlisted once counts as accepted, whatever came after; undecided people count nowhere. */
const decided = (outcomes: readonly Outcome[]): Outcome[] =>
  outcomes.filter(({ grade, rejected }) => grade > 0 || rejected);

/** Acceptance: shortlisted or better ÷ decided on; null when nobody was decided on. */
export const acceptance = (outcomes: readonly Outcome[]): number | null => {
  const all = decided(outcomes);
  return all.length === 0 ? null : all.filter(({ grade }) => grade > 0).length / all.length;
};

/** Override rate: decisions against the ranking's word (a Strong match rejected, a Limited one shortlisted) ÷ decisions. */
export const overrideRate = (outcomes: readonly Outcome[]): number | null => {
  const all = decided(outcomes);
  if (all.length === 0) return null;
  const against = all.filter(({ grade, band }) => (grade > 0 ? band === 'limited' : band === 'strong'));
  return against.length / all.length;
};

/** Four fifths: below this share of the highest rate a group's lower rate is flagged. */
export const FOUR_FIFTHS = 0.8;
/** A group of fewer people says too little to be flagged or cleared. */
export const LEAST_GROUP = 30;

export interface GroupRate {
  group: string;
  selected: number;
  total: number;
}

export interface ImpactRatio {
  /** The lowest rate ÷ the highest, over the groups that are large enough. */
  ratio: number | null;
  verdict: 'not_measured' | 'too_few' | 'passes' | 'flagged';
  /** People in the groups that were compared. */
  n: number;
  /** Groups with fewer than `LEAST_GROUP` people: left out, and named. */
  tooSmall: string[];
}

/**
 * Impact ratio by the four-fifths rule (Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D): each group's
 * selection rate ÷ the highest group's. No groups = `not_measured`, fewer than two large enough (or nobody selected) =
 * `too_few`: neither is a pass.
 */
export const impactRatio = (groups: readonly GroupRate[]): ImpactRatio => {
  const large = groups.filter(({ total }) => total >= LEAST_GROUP);
  const tooSmall = groups.filter(({ total }) => total < LEAST_GROUP).map(({ group }) => group);
  const n = large.reduce((sum, { total }) => sum + total, 0);
  const rates = large.map(({ selected, total }) => selected / total);
  const highest = Math.max(0, ...rates);
  if (groups.length === 0) return { ratio: null, verdict: 'not_measured', n: 0, tooSmall };
  if (large.length < 2 || highest === 0) return { ratio: null, verdict: 'too_few', n, tooSmall };
  const ratio = Math.min(...rates) / highest;
  return { ratio, verdict: ratio >= FOUR_FIFTHS ? 'passes' : 'flagged', n, tooSmall };
};
