import type { CompiledJob } from '../compile';
import { ONE } from '../fixed-point';
import type { CandidateFacts, Factor } from '../schema';
import { LEAST_COVERAGE, scorePair } from '../score';
import { boundSegment, byBound, mostOf, type Bounding } from './bounds';
import type { ColumnFactor, GuardFactor } from './column-factor';
import { BATCH, finishBatch, type Finishing } from './finish';
import type { BestByGroup } from './groups';
import { KNOWN_END, SEGMENT, type Columns } from './layout';
import type { PassMemory } from './memory';
import { programOf } from './program';
import { forgetHolders } from './skill-scan';

export interface PassOptions {
  jobId: string;
  /** How many of each group to keep. */
  n: number;
  /** People whose facts for this job differ from those in the columns, by place: those who answered its screening questions. */
  answered?: ReadonlyMap<number, CandidateFacts>;
}

interface Counted {
  weight: number;
  firm: number;
}
const allMost = (factors: readonly Counted[]): number =>
  factors.reduce((sum, factor) => sum + mostOf(factor), 0);

/** Most points that may be open of whom a sum of `KNOWN` bits is known, by that sum. */
function openWidths(factors: readonly Counted[], kept: PassMemory['openWidths']): Int32Array {
  const key = factors.map(({ weight, firm }) => `${weight}/${firm}`).join();
  const known = kept.get(key);
  if (known) return known;
  const made = new Int32Array(KNOWN_END);
  made[0] = allMost(factors);
  for (let bit = 1; bit < KNOWN_END; bit *= 2) {
    const firm = allMost(factors.filter((factor) => factor.firm === bit));
    for (let bits = bit; bits < 2 * bit; bits++) made[bits] = (made[bits - bit] ?? 0) - firm;
  }
  kept.set(key, made);
  return made;
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
): BestByGroup {
  if (compiled.asOf !== columns.asOf)
    throw new RangeError(`Columns of ${columns.asOf}, job of ${compiled.asOf}.`);
  const { weightSet, weights } = compiled;
  const { skills, career, tables, workMode, terms, week } = programOf(compiled, columns, memory);
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

  const factors = [...tables, workMode, terms, week, domain, experience].filter(
    (factor) => factor !== null && factor.weight > 0,
  ) as ColumnFactor[];
  const priorOf = (factor: ColumnFactor | null, name: Factor): number =>
    factor ? factor.weight * weights.factors[name].prior : 0;
  const guards = [...tables, workMode].filter((factor) => factor?.guards === true) as GuardFactor[];
  const bounding: Bounding = {
    answersMost: allMost(tables) + mostOf(workMode) + mostOf(terms) + mostOf(week),
    domainMost: mostOf(domain),
    roleWeight: role?.weight ?? 0,
    perMonth: career.perMonth,
    careerUnknown:
      priorOf(role, 'role_similarity') + priorOf(experience, 'relevant_experience') + mostOf(domain),
    skillsUnknown: skills ? skills.unknown : null,
    mustShow: skills?.mustShow ?? 0,
    openWidth: openWidths(role ? [role, ...factors] : factors, memory.openWidths),
    // Bounds this near together cannot make coverage too little, whatever the rounding.
    surelyCovered: weightSet * (ONE - LEAST_COVERAGE - 1),
  };
  const finishing: Finishing = {
    factors,
    role,
    skillsUnknown: bounding.skillsUnknown,
    weightSet,
    groups,
  };
  const { batch, segment } = memory;
  const { bounds, possible, missed, order } = segment;
  for (let first = 0; first < count; first += SEGMENT) {
    const size = Math.min(SEGMENT, count - first);
    if (skills) skills.look(first / SEGMENT);
    else forgetHolders(memory.skills);
    career.look(first / SEGMENT);
    missed.fill(0);
    for (const guard of guards) guard.markMisses(missed, first, size);
    boundSegment(bounding, columns, memory.skills, memory.career, segment, first, size);
    for (const index of byFacts.keys()) {
      if (index >= first && index < first + size) bounds[index - first] = -1;
    }
    const promising = byBound(segment, size, needs);
    for (let place = 0; place < promising;) {
      batch.count = 0;
      for (; place < promising && batch.count < BATCH; place++) {
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
  return groups.inOrder();
}
