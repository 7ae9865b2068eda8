import type { CareerEntry } from '../career';
import { bounded, ONE, share } from '../fixed-point';
import { unknownValue, type FactorOf } from '../person';
import { relevance, type RoleMatcher } from '../roles';
import type { Triple } from '../schema';

/** Stretches of months with their weight in 1/10000, as lists that are filled again and again. */
interface Stretches {
  from: number[];
  to: number[];
  weight: number[];
  count: number;
}

const noStretches = (): Stretches => ({ from: [], to: [], weight: [], count: 0 });

function addStretch(to: Stretches, first: number, last: number, weight: number): void {
  to.from[to.count] = first;
  to.to[to.count] = last;
  to.weight[to.count] = weight;
  to.count += 1;
}

function overlap({ from, to, count }: Stretches): boolean {
  for (let a = 1; a < count; a++) {
    for (let b = 0; b < a; b++) {
      if ((from[a] ?? 0) <= (to[b] ?? 0) && (from[b] ?? 0) <= (to[a] ?? 0)) return true;
    }
  }
  return false;
}

/** Months × weight on merged stretches: a month that several cover counts once, at the heaviest weight. In 1/10000 months. */
function weightedMonths(stretches: Stretches): number {
  const { from, to, weight, count } = stretches;
  let sum = 0;
  if (!overlap(stretches)) {
    for (let i = 0; i < count; i++) sum += ((to[i] ?? 0) - (from[i] ?? 0) + 1) * (weight[i] ?? 0);
    return sum;
  }
  let left = Infinity;
  for (let i = 0; i < count; i++) left = Math.min(left, from[i] ?? 0);
  for (;;) {
    // From one month at which a stretch begins or has ended to the next.
    let right = Infinity;
    let most = 0;
    for (let i = 0; i < count; i++) {
      const first = from[i] ?? 0;
      const after = (to[i] ?? 0) + 1;
      if (first > left && first < right) right = first;
      if (after > left && after < right) right = after;
      if (first <= left && after > left && (weight[i] ?? 0) > most) most = weight[i] ?? 0;
    }
    if (right === Infinity) return sum;
    sum += most * (right - left);
    left = right;
  }
}

/** Adds up the relevant months of one career after the other. */
export interface RelevantMonths {
  start(): void;
  /** One role held: how alike it is to the job's in 1/10000 (null = it tells neither title nor role), and when. */
  add(
    likeness: number | null,
    months: Readonly<Pick<CareerEntry, 'from' | 'to' | 'mayFrom' | 'mayTo'>>,
  ): void;
  /** By the certain dates, in 1/10000 months. */
  least(): number;
  /** By the possible dates, where those are others than the certain ones. */
  open(): boolean;
  most(): number;
}

export function relevantMonths(): RelevantMonths {
  const certain = noStretches();
  const possible = noStretches();
  let open = false;
  return {
    start() {
      certain.count = 0;
      possible.count = 0;
      open = false;
    },
    add(likeness, { from, to, mayFrom, mayTo }) {
      const weight = likeness === null ? 0 : relevance(likeness);
      const mayWeight = likeness === null ? ONE : weight;
      if (mayWeight === 0) return;
      if (from <= to && weight > 0) addStretch(certain, from, to, weight);
      addStretch(possible, mayFrom, mayTo, mayWeight);
      if (likeness === null || mayFrom !== from || mayTo !== to) open = true;
    },
    least: () => weightedMonths(certain),
    open: () => open,
    most: () => weightedMonths(possible),
  };
}

/** Least years asked in 1/10000 months. */
export const monthsAsked = (minimumYears: number): number => Math.round(minimumYears * 12) * ONE;

/** Goes through a whole career. */
export function addCareer(
  to: RelevantMonths,
  { entries }: { entries: readonly CareerEntry[] },
  roles: RoleMatcher,
): void {
  to.start();
  for (const entry of entries) to.add(roles.likeness(entry), entry);
}

/** Relevant months against those asked. */
export function experienceValue(months: RelevantMonths, asked: number, prior: number): Triple {
  const least = share(months.least(), asked);
  return bounded(least, months.open() ? share(months.most(), asked) : least, prior);
}

/** min(1, relevant years ÷ least years asked). More than asked changes nothing; breaks count neither way. */
export function experienceFactor(roles: RoleMatcher, minimumYears: number, prior: number): FactorOf {
  const asked = monthsAsked(minimumYears);
  const months = relevantMonths();
  return ({ career }) => {
    if (!career) return unknownValue(prior, 'resume');
    addCareer(months, career, roles);
    const value = experienceValue(months, asked, prior);
    return { ...value, unknown: value.low < value.high ? ['resume'] : [] };
  };
}
