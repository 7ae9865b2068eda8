import type { CompiledJob } from '../compile';
import { ONE } from '../fixed-point';
import { MATCH_GROUPS, type CandidateFacts, type MatchGroup } from '../schema';
import { divided, LEAST_COVERAGE, scorePair } from '../score';
import { bestOf, type BestPerson } from './best';
import type { ColumnFactor } from './column-factor';
import { KNOWN, KNOWN_END, SEGMENT, type Columns } from './layout';
import type { PassMemory } from './memory';
import { programOf } from './program';
import type { SkillPoints } from './skill-scan';

/** The best of each group, best first. */
export type BestByGroup = Record<MatchGroup, BestPerson[]>;

export interface PassOptions {
  jobId: string;
  /** How many of each group to keep. */
  n: number;
  /** People whose facts for this job differ from those in the columns, by place: those who answered its screening questions. */
  answered?: ReadonlyMap<number, CandidateFacts>;
}

const [RANKED, NEEDS_INFORMATION, MISSES] = [0, 1, 2];
const NO_SKILLS: Readonly<SkillPoints> = { low: 0, expected: 0, high: 0, fails: false };
const most = (factor: ColumnFactor | null): number => (factor ? factor.weight * ONE : 0);
const allMost = (factors: readonly ColumnFactor[]): number =>
  factors.reduce((sum, factor) => sum + most(factor), 0);

/** Least Σ weight × value that rounds to `expected` hundredths or more. */
const leastSum = (expected: number, weightSet: number): number =>
  Math.ceil(((2 * expected - 1) * weightSet) / 2);

/** The best of each group so far, and the least sum with which somebody may still get in, by the groups that are possible. */
function groupsOf({ weightSet }: CompiledJob, columns: Columns, { jobId, n }: PassOptions) {
  const best = MATCH_GROUPS.map(() => bestOf(columns, jobId, n));
  const needs = new Int32Array(1 << MATCH_GROUPS.length);
  const floors = new Int32Array(MATCH_GROUPS.length);
  const update = (): void => {
    for (let bits = 1; bits < needs.length; bits++) {
      let floor = ONE;
      for (let group = 0; group < floors.length; group++) {
        if (((bits >> group) & 1) === 1) floor = Math.min(floor, floors[group] ?? 0);
      }
      needs[bits] = leastSum(floor, weightSet);
    }
  };
  update();
  return {
    needs,
    offer(group: number, index: number, expected: number): void {
      best[group]?.offer(index, expected);
      const floor = best[group]?.floor() ?? 0;
      if (floor === floors[group]) return;
      floors[group] = floor;
      update();
    },
    inOrder: (): BestByGroup =>
      Object.fromEntries(MATCH_GROUPS.map((group, at) => [group, best[at]?.inOrder() ?? []])) as BestByGroup,
  };
}

/** Most points that may be open of whom a sum of `KNOWN` bits is known, by that sum. */
function openWidths(factors: readonly ColumnFactor[], into: Int32Array): Int32Array {
  into[0] = allMost(factors);
  for (let bit = 1; bit < KNOWN_END; bit *= 2) {
    const firm = allMost(factors.filter((factor) => factor.firm === bit));
    for (let known = bit; known < 2 * bit; known++) into[known] = (into[known - bit] ?? 0) - firm;
  }
  return into;
}

/** Places of a segment with a bound of 0 or more, roughly in falling order (a counting sort by 4,096); returns how many. */
function byBound(bounds: Int32Array, size: number, order: Uint16Array, starts: Int32Array): number {
  const bucketOf = (bound: number): number => Math.max(0, starts.length - 2 - (bound >> BOUND_SHIFT));
  starts.fill(0);
  for (let i = 0; i < size; i++) {
    const bound = bounds[i] ?? -1;
    if (bound >= 0) starts[bucketOf(bound) + 1] = (starts[bucketOf(bound) + 1] ?? 0) + 1;
  }
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const found = starts.at(-1) ?? 0;
  for (let i = 0; i < size; i++) {
    const bound = bounds[i] ?? -1;
    if (bound < 0) continue;
    const bucket = bucketOf(bound);
    order[starts[bucket] ?? 0] = i;
    starts[bucket] = (starts[bucket] ?? 0) + 1;
  }
  return found;
}
const BOUND_SHIFT = 12;

/**
 * The best of each group, in the order of the exact scorer. Segment by segment, everybody gets an upper bound from skills and
 * role alone; the most promising are scored in full first, from the columns, and whoever cannot get in any more is passed over.
 * The job must be compiled for the columns' day.
 */
export function bestPeople(
  compiled: CompiledJob,
  columns: Columns,
  memory: PassMemory,
  options: PassOptions,
): BestByGroup {
  if (compiled.asOf !== columns.asOf)
    throw new RangeError(`Columns of ${columns.asOf}, job of ${compiled.asOf}.`);
  const { weightSet } = compiled;
  const { skills, career, guards, others } = programOf(compiled, columns, memory);
  const { role, experience } = career;
  const rolePrior = compiled.weights.factors.role_similarity.prior;
  const { flags, count } = columns;
  const groups = groupsOf(compiled, columns, options);
  const { needs } = groups;
  const byFacts = new Map([...columns.spilled, ...(options.answered ?? [])]);
  for (const [index, facts] of byFacts) {
    const { group, expected } = scorePair(compiled, facts);
    groups.offer(MATCH_GROUPS.indexOf(group), index, expected);
  }

  const othersMost = allMost(others);
  /** Bounds this near together cannot make coverage too little, whatever the rounding. */
  const surelyCovered = weightSet * (ONE - LEAST_COVERAGE - 1);
  const openWidth = openWidths([...(role ? [role] : []), ...others], memory.segment.widths);
  const points = (sum: number): number => (weightSet === 0 ? 0 : divided(sum, weightSet));
  /** Groups that somebody may end up in, as bits, who may miss a must-have, may pass them all, and of whom `width` is open. */
  const groupsFor = (mayMiss: boolean, mayPass: boolean, width: number): number =>
    (mayMiss ? 1 << MISSES : 0) |
    (mayPass ? 1 << RANKED : 0) |
    (mayPass && width > surelyCovered ? 1 << NEEDS_INFORMATION : 0);
  const hits = skills?.hits;
  const guarded = guards.length > 0 || (skills?.mustShow ?? 0) !== 0;
  const { bounds, possible, order, starts } = memory.segment;

  /** The most that person `at` of a segment can reach, or −1 when that is too little already; notes their groups. */
  const boundOf = (index: number, at: number): number => {
    const known = flags[index] ?? 0;
    const skillsKnown = (known & KNOWN.skills) !== 0;
    const skillMost = skillsKnown ? (hits?.most[at] ?? 0) : (skills?.unknown.expected ?? 0);
    const skillWidth = skillsKnown ? skillMost : (skills?.unknown.high ?? 0);
    const mayPass = !skills || !skillsKnown || hits?.mayShow[at] === skills.mustShow;
    const groupBits = groupsFor(guarded, mayPass, skillWidth + (openWidth[known] ?? 0));
    possible[at] = groupBits;
    const need = needs[groupBits] ?? 0;
    const withoutRole = skillMost + othersMost;
    if (withoutRole + most(role) < need) return -1;
    if (!role) return withoutRole;
    if ((known & KNOWN.career) === 0) return withoutRole + role.weight * rolePrior;
    const bound = withoutRole + role.weight * career.expectedRole(at);
    const tight = career.mayBeRelevant(at) ? bound : bound - most(experience);
    return tight < need ? -1 : tight;
  };

  const finish = (index: number, at: number): void => {
    const known = flags[index] ?? 0;
    let held = NO_SKILLS;
    if (skills && (known & KNOWN.skills) === 0) held = skills.unknown;
    else if (skills) held = (hits?.last[at] ?? -1) < 0 ? skills.none : skills.pointsOf(at);
    let fails = held.fails;
    for (const { misses } of guards) fails ||= misses?.(index) === true;
    let { low, expected } = held;
    let width = held.high - low;
    const need = needs[groupsFor(fails, !fails, width + (openWidth[known] ?? 0))] ?? 0;
    let open = othersMost;
    const add = ({ weight, valueOf }: ColumnFactor): void => {
      const value = valueOf(index);
      expected += weight * value.expected;
      low += weight * value.low;
      width += weight * (value.high - value.low);
    };
    if (role) add(role);
    for (const factor of others) {
      if (expected + open < need) return;
      add(factor);
      open -= most(factor);
    }
    const coverage = weightSet === 0 ? 0 : ONE - (points(low + width) - points(low));
    groups.offer(
      fails ? MISSES : coverage < LEAST_COVERAGE ? NEEDS_INFORMATION : RANKED,
      index,
      points(expected),
    );
  };

  for (let first = 0; first < count; first += SEGMENT) {
    const size = Math.min(SEGMENT, count - first);
    skills?.look(first / SEGMENT);
    if (role) career.look(first / SEGMENT);
    for (let at = 0; at < size; at++) {
      bounds[at] = byFacts.size > 0 && byFacts.has(first + at) ? -1 : boundOf(first + at, at);
    }
    const promising = byBound(bounds, size, order, starts);
    for (let place = 0; place < promising; place++) {
      const at = order[place] ?? 0;
      if ((bounds[at] ?? 0) >= (needs[possible[at] ?? 0] ?? 0)) finish(first + at, at);
    }
  }
  return groups.inOrder();
}
