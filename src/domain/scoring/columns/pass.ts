import type { CompiledJob } from '../compile';
import { ONE } from '../fixed-point';
import type { CandidateFacts, Factor, PairScore } from '../schema';
import { LEAST_COVERAGE, scorePair } from '../score';
import {
  boundSegment,
  byBound,
  mostOf,
  reachedBy,
  reaching,
  SETS,
  type Bounding,
  type Openness,
} from './bounds';
import type { ColumnFactor } from './column-factor';
import { BATCH, finishBatch, type Finishing } from './finish';
import { BIT, type BestByGroup } from './groups';
import { KNOWN, KNOWN_END, SEGMENT, type Columns } from './layout';
import type { PassMemory } from './memory';
import { programOf } from './program';
import { scoresOf } from './score-of';
import { forgetHolders, type SkillScan } from './skill-scan';

export interface PassOptions {
  jobId: string;
  /** How many of each group to keep. */
  n: number;
  /** People whose facts for this job differ from those in the columns, by place: those who answered its screening questions. */
  answered?: ReadonlyMap<number, CandidateFacts>;
}

const allMost = (factors: readonly ColumnFactor[]): number =>
  factors.reduce((sum, factor) => sum + mostOf(factor), 0);

/** What may be open of somebody who shows none of the skills asked, and the groups possible, by a sum of `KNOWN` bits. */
function opennessOf(
  factors: readonly ColumnFactor[],
  skills: SkillScan | null,
  surelyCovered: number,
  kept: PassMemory['openness'],
): Openness {
  const mayMiss = (skills?.mustShow ?? 0) > 0;
  const key = [
    ...factors.map(({ weight, firm }) => `${weight}/${firm}`),
    skills?.unknown.high,
    mayMiss,
  ].join();
  const known = kept.get(key);
  if (known) return known;
  const width = new Int32Array(KNOWN_END);
  width[0] = allMost(factors) + (skills?.unknown.high ?? 0);
  for (let bit = 1; bit < KNOWN_END; bit *= 2) {
    const firm =
      bit === KNOWN.skills
        ? (skills?.unknown.high ?? 0)
        : allMost(factors.filter((factor) => factor.firm === bit));
    for (let bits = bit; bits < 2 * bit; bits++) width[bits] = (width[bits - bit] ?? 0) - firm;
  }
  const possible = new Uint8Array(KNOWN_END);
  for (let bits = 0; bits < KNOWN_END; bits++) {
    if (mayMiss && (bits & KNOWN.skills) !== 0) possible[bits] = BIT.misses_must_have;
    else
      possible[bits] = (width[bits] ?? 0) > surelyCovered ? BIT.ranked | BIT.needs_information : BIT.ranked;
  }
  const made = { width, possible };
  kept.set(key, made);
  return made;
}

/** What a pass found. */
export interface Found {
  best: BestByGroup;
  /** The exact score of anybody in the columns, until the next pass with this memory. */
  scoreOf: (index: number) => PairScore;
}

/**
 * The best of each group, in the order of the exact scorer. Segment by segment, skills and role are worked out for everybody who
 * shows any, which bounds what each can reach; the most promising are scored in full first, from the columns, and whoever cannot
 * get in any more is passed over. The job must be compiled for the columns' day.
 */
export function bestPeople(
  compiled: CompiledJob,
  columns: Columns,
  memory: PassMemory,
  { jobId, n, answered }: PassOptions,
): Found {
  if (compiled.asOf !== columns.asOf)
    throw new RangeError(`Columns of ${columns.asOf}, job of ${compiled.asOf}.`);
  const { weightSet, weights } = compiled;
  const program = programOf(compiled, columns, memory);
  const { skills, career, known, guards, terms, week } = program;
  const { role, experience, domain } = career;
  const { count } = columns;
  const groups = memory.groupsFor(n);
  groups.start(jobId, weightSet);
  const { needs } = groups;
  const byFacts = new Map([...columns.spilled, ...(answered ?? [])]);
  for (const [index, facts] of byFacts) {
    const { group, expected } = scorePair(compiled, facts);
    groups.offer(group, index, expected);
  }

  const late = [terms, week, domain, experience].filter((factor) => factor !== null);
  const uncertain = [...(role ? [role] : []), ...known, ...late];
  const priorOf = (factor: ColumnFactor | null, name: Factor): number =>
    factor ? factor.weight * weights.factors[name].prior : 0;
  // Bounds this near together cannot make coverage too little, whatever the rounding. Of a job that counts nothing, nothing is known.
  const surelyCovered = weightSet === 0 ? -1 : weightSet * (ONE - LEAST_COVERAGE - 1);
  const bounding: Bounding = {
    known,
    answersMost: mostOf(terms) + mostOf(week),
    domainMost: mostOf(domain),
    roleWeight: role?.weight ?? 0,
    perMonth: career.perMonth,
    monthsAsked: career.monthsAsked,
    careerUnknown:
      priorOf(role, 'role_similarity') + priorOf(experience, 'relevant_experience') + mostOf(domain),
    skillsUnknown: skills?.unknown.expected ?? 0,
    mustShow: skills?.mustShow ?? 0,
    openness: opennessOf(uncertain, skills, surelyCovered, memory.openness),
    surelyCovered,
  };
  const finishing: Finishing = {
    late,
    uncertain,
    skillsUnknown: skills?.unknown.high ?? 0,
    weightSet,
    groups,
  };
  const { segment } = memory;
  const { bounds, missed } = segment;
  const from = new Int32Array(SETS);
  const likely = new Int32Array(SETS);
  const promising = n + (n >> 1);
  for (let first = 0; first < count; first += SEGMENT) {
    const size = Math.min(SEGMENT, count - first);
    if (skills) skills.look(first / SEGMENT);
    else forgetHolders(memory.skills);
    career.look(first / SEGMENT);
    missed.fill(0);
    for (const guard of guards) guard(missed, first, size);
    boundSegment(bounding, columns, memory.skills, memory.career, segment, first, size);
    for (const index of byFacts.keys()) {
      if (index >= first && index < first + size) bounds[index - first] = -1;
    }
    // The most promising first: with them the places are filled, and what it takes to get in is known.
    reachedBy(segment, promising, from);
    for (let set = 1; set < SETS; set++) from[set] = Math.max(from[set] ?? 0, needs[set] ?? 0);
    // Whoever is likely to be looked at then is listed with them: everybody is gone through again only where it takes less.
    reachedBy(segment, LIKELY * promising, likely);
    let found = reaching(segment, size, likely);
    finishAll(finishing, columns, memory, first, byBound(segment, found, from, EVERYBODY));
    if (needs.some((least, set) => least < (likely[set] ?? 0))) found = reaching(segment, size, needs);
    finishAll(finishing, columns, memory, first, byBound(segment, found, needs, from));
  }
  return { best: groups.inOrder(), scoreOf: scoresOf(compiled, memory, program, byFacts) };
}

/** So many times the most promising are listed with them. */
const LIKELY = 4;

/** Above any bound. */
const EVERYBODY = new Int32Array(SETS).fill(0x7fff_ffff);

/** Scores the first `count` people of a segment's order in full, as far as they may still get in. */
function finishAll(
  finishing: Finishing,
  columns: Columns,
  memory: PassMemory,
  first: number,
  count: number,
): void {
  const { batch, segment } = memory;
  const { bounds, possible, order } = segment;
  const { needs } = finishing.groups;
  for (let place = 0; place < count;) {
    batch.count = 0;
    for (; place < count && batch.count < BATCH; place++) {
      const at = order[place] ?? 0;
      const bound = bounds[at] ?? 0;
      if (bound < (needs[possible[at] ?? 0] ?? 0)) continue;
      batch.people[batch.count] = first + at;
      batch.places[batch.count] = at;
      batch.left[batch.count] = bound;
      batch.count += 1;
    }
    finishBatch(finishing, columns, memory, batch);
  }
}
