import { ONE } from '../fixed-point';
import { experiencePoints, type CareerMemory } from './career-factors';
import { BIT } from './groups';
import { KNOWN, type Columns } from './layout';
import type { SkillMemory } from './skill-scan';

/** More than any Σ weight × value holds of 4,096. */
const BUCKETS = 256;
const SHIFT = 12;

/** Of a segment: who misses a must-have other than a skill, everybody's bound (−1 = none), the groups possible for them, and in what order to look at them. */
export interface SegmentMemory {
  missed: Uint8Array;
  bounds: Int32Array;
  possible: Uint8Array;
  order: Uint16Array;
  starts: Int32Array;
}

export const segmentMemory = (size: number): SegmentMemory => ({
  missed: new Uint8Array(size),
  bounds: new Int32Array(size),
  possible: new Uint8Array(size),
  order: new Uint16Array(size),
  starts: new Int32Array(BUCKETS + 1),
});

/** What bounds a person before anything but skills and career is looked at, as Σ weight × value. */
export interface Bounding {
  /** The most that answers can bring; the most that industries can. */
  answersMost: number;
  domainMost: number;
  roleWeight: number;
  /** Of a relevant month: `CareerFactors.perMonth`. */
  perMonth: number;
  /** What whoever tells nothing of their career, of their skills, is expected to reach. */
  careerUnknown: number;
  skillsUnknown: { expected: number; high: number } | null;
  /** Must-haves among the skills. */
  mustShow: number;
  /** By what is known of a person: the most that may be open besides skills. */
  openWidth: Int32Array;
  /** From this width on coverage may be too little. */
  surelyCovered: number;
}

/** Works out the bound of each person of a segment, and the groups that are possible. */
export function boundSegment(
  job: Bounding,
  { flags }: Columns,
  { expected, width, shown }: SkillMemory,
  { best, months }: CareerMemory,
  { bounds, possible, missed }: SegmentMemory,
  first: number,
  size: number,
): void {
  const { roleWeight, perMonth, careerUnknown, skillsUnknown, mustShow, openWidth, surelyCovered } = job;
  const most = job.answersMost + job.domainMost;
  const career = KNOWN.career;
  const skills = skillsUnknown ? KNOWN.skills : 0;
  for (let at = 0; at < size; at++) {
    const known = flags[first + at] ?? 0;
    let bound = most + (expected[at] ?? 0) + roleWeight * (((best[at] ?? 0) / ONE) | 0);
    bound += experiencePoints(months[at] ?? 0, perMonth);
    let open = (openWidth[known] ?? 0) + (width[at] ?? 0);
    let fails = (shown[at] ?? 0) < mustShow;
    if ((known & career) === 0) bound = bound - job.domainMost + careerUnknown;
    if ((known & skills) !== skills) {
      bound += skillsUnknown?.expected ?? 0;
      open += skillsUnknown?.high ?? 0;
      fails = false;
    }
    bounds[at] = bound;
    let groups: number = BIT.ranked;
    if (fails || missed[at] === 1) groups = BIT.misses_must_have;
    else if (open > surelyCovered) groups = BIT.ranked | BIT.needs_information;
    possible[at] = groups;
  }
}

/** Lists the places of a segment that can still get in, roughly in falling order (a counting sort by 4,096); returns how many. */
export function byBound(
  { bounds, possible, order, starts }: SegmentMemory,
  size: number,
  needs: Int32Array,
): number {
  starts.fill(0);
  for (let at = 0; at < size; at++) {
    const bound = bounds[at] ?? -1;
    if (bound < 0 || bound < (needs[possible[at] ?? 0] ?? 0)) bounds[at] = -1;
    else {
      const after = Math.max(0, BUCKETS - 1 - (bound >> SHIFT)) + 1;
      starts[after] = (starts[after] ?? 0) + 1;
    }
  }
  for (let i = 1; i <= BUCKETS; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const found = starts[BUCKETS] ?? 0;
  for (let at = 0; at < size; at++) {
    const bound = bounds[at] ?? -1;
    if (bound < 0) continue;
    const bucket = Math.max(0, BUCKETS - 1 - (bound >> SHIFT));
    const place = starts[bucket] ?? 0;
    order[place] = at;
    starts[bucket] = place + 1;
  }
  return found;
}

export const mostOf = (factor: { weight: number } | null): number => (factor ? factor.weight * ONE : 0);
