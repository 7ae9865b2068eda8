import { ONE } from '../fixed-point';
import { experiencePoints, type CareerMemory } from './career-factors';
import type { KnownFactor } from './column-factor';
import { BIT } from './groups';
import { KNOWN, KNOWN_END, type Columns } from './layout';
import type { SkillMemory } from './skill-scan';

/** More than any Σ weight × value holds of 4,096. */
const BUCKETS = 256;
const SHIFT = 12;
/** Sets of groups that may be possible for somebody, as sums of bits: these are told apart. */
export const SETS = 8;

const bucketOf = (bound: number): number => Math.min(BUCKETS - 1, bound >> SHIFT);

/** Of a segment: who misses a must-have other than a skill, everybody's bound (−1 = none), the groups possible for them, how many have a bound, and in what order to look at some of them. */
export interface SegmentMemory {
  missed: Uint8Array;
  bounds: Int32Array;
  possible: Uint8Array;
  /** By set of groups, then by 4,096 of the bound. */
  counts: Uint16Array;
  order: Uint16Array;
  found: Uint16Array;
  starts: Uint16Array;
  /** Zeros: what a factor that does not count says of any code, and of any person of the columns. */
  nothing: Int16Array;
}

export const segmentMemory = (size: number, people: number): SegmentMemory => ({
  missed: new Uint8Array(size),
  bounds: new Int32Array(size),
  possible: new Uint8Array(size),
  counts: new Uint16Array(SETS * BUCKETS),
  order: new Uint16Array(size),
  found: new Uint16Array(size),
  starts: new Uint16Array(BUCKETS + 1),
  nothing: new Int16Array(Math.max(people, KNOWN_END)),
});

/** By what is known of somebody who shows none of the skills asked: the most that may be open, and the groups possible. */
export interface Openness {
  width: Int32Array;
  possible: Uint8Array;
}

/** What bounds a person before they are looked at closely, as Σ weight × value. */
export interface Bounding {
  known: readonly KnownFactor[];
  /** The most that other answers can bring; the most that industries can. */
  answersMost: number;
  domainMost: number;
  roleWeight: number;
  /** Of a relevant month: `CareerFactors.perMonth`, and how many are asked, in 1/10000. */
  perMonth: number;
  monthsAsked: number;
  /** What whoever tells nothing of their career, of their skills, is expected to reach. */
  careerUnknown: number;
  skillsUnknown: number;
  /** Must-haves among the skills. */
  mustShow: number;
  openness: Openness;
  /** From this width on coverage may be too little. */
  surelyCovered: number;
}

/** Factors known by code, at most; one more may be known by person. */
const BY_CODE = 5;

/** Bits of `flags` by which the bound of somebody who shows nothing is told. */
const TOLD = KNOWN.skills | KNOWN.career;

/** Works out the bound of each person of a segment, and the groups that are possible. */
export function boundSegment(
  job: Bounding,
  columns: Columns,
  skills: SkillMemory,
  career: CareerMemory,
  segment: SegmentMemory,
  first: number,
  size: number,
): void {
  boundEverybody(job, columns, career, segment, first, size);
  const { mustShow, openness, surelyCovered } = job;
  const { bounds, possible, missed, counts } = segment;
  for (let holder = 0; holder < skills.count; holder++) {
    const at = skills.holders[holder] ?? 0;
    const before = (possible[at] ?? 0) * BUCKETS + bucketOf(bounds[at] ?? 0);
    counts[before] = (counts[before] ?? 0) - 1;
    const bound = (bounds[at] ?? 0) + (skills.expected[holder] ?? 0);
    const open = (openness.width[columns.flags[first + at] ?? 0] ?? 0) + (skills.width[holder] ?? 0);
    let groups: number = open > surelyCovered ? BIT.ranked | BIT.needs_information : BIT.ranked;
    if (missed[at] === 1 || (skills.shown[holder] ?? 0) < mustShow) groups = BIT.misses_must_have;
    bounds[at] = bound;
    possible[at] = groups;
    const after = groups * BUCKETS + bucketOf(bound);
    counts[after] = (counts[after] ?? 0) + 1;
  }
}

/** The same as if nobody showed a skill that is asked. */
function boundEverybody(
  { known, roleWeight, perMonth, monthsAsked, openness, ...job }: Bounding,
  { flags }: Columns,
  { best, months }: CareerMemory,
  { bounds, possible, missed, counts, nothing }: SegmentMemory,
  first: number,
  size: number,
): void {
  const base = new Int32Array(TOLD + 1);
  for (let told = 0; told <= TOLD; told++) {
    base[told] =
      job.answersMost +
      ((told & KNOWN.career) === 0 ? job.careerUnknown : job.domainMost) +
      ((told & KNOWN.skills) === 0 ? job.skillsUnknown : 0);
  }
  const byCode = known.filter(({ codes }) => codes !== null);
  const [byPerson] = known.filter(({ codes }) => codes === null);
  const slots = Array.from({ length: BY_CODE }, (_, i) => byCode[i]);
  const [c0, c1, c2, c3, c4] = slots.map((factor) => factor?.codes ?? flags) as Five<Uint16Array>;
  const [e0, e1, e2, e3, e4] = slots.map((factor) => factor?.expected ?? nothing) as Five<Int16Array>;
  const [w0, w1, w2, w3, w4] = slots.map((factor) => factor?.weight ?? 0) as Five<number>;
  const e5 = byPerson?.expected ?? nothing;
  const w5 = byPerson?.weight ?? 0;
  counts.fill(0);
  for (let at = 0; at < size; at++) {
    const person = first + at;
    const told = flags[person] ?? 0;
    const bound =
      (base[told & TOLD] ?? 0) +
      w0 * (e0[c0[person] ?? 0] ?? 0) +
      w1 * (e1[c1[person] ?? 0] ?? 0) +
      w2 * (e2[c2[person] ?? 0] ?? 0) +
      w3 * (e3[c3[person] ?? 0] ?? 0) +
      w4 * (e4[c4[person] ?? 0] ?? 0) +
      w5 * (e5[person] ?? 0) +
      roleWeight * (best[at] ?? 0) +
      experiencePoints(months[at] ?? 0, monthsAsked, perMonth);
    const groups = missed[at] === 1 ? BIT.misses_must_have : (openness.possible[told] ?? 0);
    bounds[at] = bound;
    possible[at] = groups;
    const counted = groups * BUCKETS + bucketOf(bound);
    counts[counted] = (counts[counted] ?? 0) + 1;
  }
}
type Five<T> = [T, T, T, T, T];

/** By set of groups: a bound that about `wanted` people of the segment reach, or more where many are alike. */
export function reachedBy({ counts }: SegmentMemory, wanted: number, reached: Int32Array): void {
  for (let set = 1; set < SETS; set++) {
    let people = 0;
    let bucket = BUCKETS;
    while (bucket > 0 && people < wanted) people += counts[set * BUCKETS + --bucket] ?? 0;
    reached[set] = bucket << SHIFT;
  }
}

/** Lists, in `found`, the places of a segment whose bound is `from` or more, by set of groups; returns how many. */
export function reaching({ bounds, possible, found }: SegmentMemory, size: number, from: Int32Array): number {
  let count = 0;
  for (let at = 0; at < size; at++) {
    if ((bounds[at] ?? -1) >= (from[possible[at] ?? 0] ?? 0)) found[count++] = at;
  }
  return count;
}

/**
 * Of the first `count` places found, lists in `order` those whose bound is `from` or more and less than `below`, by set of groups,
 * roughly in falling order (a counting sort by 4,096); returns how many.
 */
export function byBound(
  { bounds, possible, order, found, starts }: SegmentMemory,
  count: number,
  from: Int32Array,
  below: Int32Array,
): number {
  const isIn = (at: number): boolean => {
    const bound = bounds[at] ?? -1;
    const set = possible[at] ?? 0;
    return bound >= (from[set] ?? 0) && bound < (below[set] ?? 0);
  };
  starts.fill(0);
  for (let i = 0; i < count; i++) {
    const at = found[i] ?? 0;
    if (!isIn(at)) continue;
    const after = BUCKETS - bucketOf(bounds[at] ?? 0);
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let i = 1; i <= BUCKETS; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const listed = starts[BUCKETS] ?? 0;
  for (let i = 0; i < count; i++) {
    const at = found[i] ?? 0;
    if (!isIn(at)) continue;
    const bucket = BUCKETS - 1 - bucketOf(bounds[at] ?? 0);
    const place = starts[bucket] ?? 0;
    order[place] = at;
    starts[bucket] = place + 1;
  }
  return listed;
}

export const mostOf = (factor: { weight: number } | null): number => (factor ? factor.weight * ONE : 0);
