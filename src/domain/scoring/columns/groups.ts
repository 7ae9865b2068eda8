import { ONE } from '../fixed-point';
import { MATCH_GROUPS, type MatchGroup } from '../schema';
import { leastSum } from '../score';
import { bestOf, type BestPerson } from './best';
import type { Columns } from './layout';

/** The best of each group, best first. */
export type BestByGroup = Record<MatchGroup, BestPerson[]>;

/** A set of groups as bits. */
export const BIT = { ranked: 1, needs_information: 2, misses_must_have: 4 } as const satisfies Record<
  MatchGroup,
  number
>;

/** The best `n` of each group so far. Used for one job after another. */
export interface Groups {
  start(jobId: string, weightSet: number): void;
  /** By set of groups that are possible for somebody: the least Σ weight × value with which they may still get in. */
  needs: Int32Array;
  offer(group: MatchGroup, index: number, expected: number): void;
  inOrder(): BestByGroup;
}

export function groupsOf(columns: Columns, n: number): Groups {
  const ranked = bestOf(columns, n);
  const needsInformation = bestOf(columns, n);
  const misses = bestOf(columns, n);
  const byGroup = { ranked, needs_information: needsInformation, misses_must_have: misses };
  const needs = new Int32Array(1 << MATCH_GROUPS.length);
  const floors = { ranked: 0, needs_information: 0, misses_must_have: 0 };
  let weights = 0;
  const update = (): void => {
    for (let bits = 1; bits < needs.length; bits++) {
      let floor = ONE;
      if ((bits & BIT.ranked) !== 0) floor = Math.min(floor, floors.ranked);
      if ((bits & BIT.needs_information) !== 0) floor = Math.min(floor, floors.needs_information);
      if ((bits & BIT.misses_must_have) !== 0) floor = Math.min(floor, floors.misses_must_have);
      needs[bits] = Math.max(0, leastSum(floor, weights));
    }
  };
  return {
    needs,
    start(jobId, weightSet) {
      weights = weightSet;
      for (const group of MATCH_GROUPS) {
        byGroup[group].start(jobId);
        floors[group] = byGroup[group].floor();
      }
      update();
    },
    offer(group, index, expected) {
      const best = byGroup[group];
      best.offer(index, expected);
      const floor = best.floor();
      if (floor === floors[group]) return;
      floors[group] = floor;
      update();
    },
    inOrder: () => ({
      ranked: ranked.inOrder(),
      needs_information: needsInformation.inOrder(),
      misses_must_have: misses.inOrder(),
    }),
  };
}
