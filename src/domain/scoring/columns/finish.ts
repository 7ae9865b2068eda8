import { ONE } from '../fixed-point';
import { divided, LEAST_COVERAGE } from '../score';
import type { Batch, ColumnFactor, LateFactor } from './column-factor';
import { BIT, type Groups } from './groups';
import { KNOWN, type Columns } from './layout';
import type { PassMemory } from './memory';
import { pointsAt } from './skill-scan';

/** People looked at together: few enough that the first of them soon show who need not be looked at. */
export const BATCH = 256;

export const emptyBatch = (): Batch => ({
  count: 0,
  people: new Int32Array(BATCH),
  places: new Uint16Array(BATCH),
  left: new Int32Array(BATCH),
  sums: new Int32Array(BATCH),
});

/** What full scores are worked out from, beside what is known beforehand. */
export interface Finishing {
  /** In the order in which to look at them: the quick ones first. */
  late: readonly LateFactor[];
  /** All factors but skills: of each something may be open. */
  uncertain: readonly ColumnFactor[];
  /** The most that skills bring whoever tells none. */
  skillsUnknown: number;
  weightSet: number;
  groups: Groups;
}

/** Scores a batch in full, as far as its people may still get in, and offers each to their group. */
export function finishBatch(job: Finishing, columns: Columns, memory: PassMemory, batch: Batch): void {
  const { late, weightSet, groups } = job;
  const { possible } = memory.segment;
  const { people, places, left } = batch;
  for (const factor of late) {
    factor.lower(batch);
    keepPromising(batch, possible, groups.needs);
  }
  for (let i = 0; i < batch.count; i++) {
    const place = places[i] ?? 0;
    const index = people[i] ?? 0;
    const groupBits = possible[place] ?? 0;
    const total = weightSet === 0 ? 0 : divided(left[i] ?? 0, weightSet);
    if (groupBits === BIT.misses_must_have) groups.offer('misses_must_have', index, total);
    else if (groupBits === BIT.ranked) groups.offer('ranked', index, total);
    else {
      const covered = coverageOf(job, columns, memory, index, place) >= LEAST_COVERAGE;
      groups.offer(covered ? 'ranked' : 'needs_information', index, total);
    }
  }
}

/** Drops from a batch whoever cannot get in any more. */
function keepPromising(batch: Batch, possible: Uint8Array, needs: Int32Array): void {
  const { count, people, places, left } = batch;
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const place = places[i] ?? 0;
    const reach = left[i] ?? 0;
    if (reach < (needs[possible[place] ?? 0] ?? 0)) continue;
    people[kept] = people[i] ?? 0;
    places[kept] = place;
    left[kept] = reach;
    kept += 1;
  }
  batch.count = kept;
}

/** How much is known of a person, in 1/10000. */
function coverageOf(
  { uncertain, skillsUnknown, weightSet }: Finishing,
  { flags }: Columns,
  { skills }: PassMemory,
  index: number,
  place: number,
): number {
  if (weightSet === 0) return 0;
  const [points, width] = pointsAt(skills, place);
  let low = points;
  let high = low + width;
  if (((flags[index] ?? 0) & KNOWN.skills) === 0) high += skillsUnknown;
  for (const { weight, valueOf } of uncertain) {
    const value = valueOf(index);
    low += weight * value.low;
    high += weight * value.high;
  }
  return ONE - (divided(high, weightSet) - divided(low, weightSet));
}
