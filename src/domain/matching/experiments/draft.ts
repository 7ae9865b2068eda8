import { tieBreak } from '@/domain/scoring/rank';

export const ARMS = ['control', 'treatment'] as const;
export type Arm = (typeof ARMS)[number];

/** The arm of a job in an experiment: a hash of both, so that it is the same whenever and wherever it is asked. */
export const armOf = (experimentId: string, jobId: string): Arm =>
  tieBreak(experimentId, jobId) < 0 ? 'treatment' : 'control';

export interface DraftPick {
  candidateId: string;
  arm: Arm;
  /** From 1. */
  position: number;
}

/**
 * Team-draft interleaving (Radlinski, Kurup and Joachims, "How does clickthrough data reflect retrieval quality?", CIKM 2008): in
 * each round a coin, tossed from `seed`, says which ranking picks first; each then adds its best person not yet taken. The same
 * rankings and seed give the same list. People beyond `depth` are left to the caller; ids are unique within a ranking.
 */
export const teamDraft = (
  rankings: Record<Arm, readonly string[]>,
  depth: number,
  seed: string,
): DraftPick[] => {
  const taken = new Set<string>();
  const at: Record<Arm, number> = { control: 0, treatment: 0 };
  const picks: DraftPick[] = [];
  const pickFor = (arm: Arm): void => {
    const ranking = rankings[arm];
    while (at[arm] < ranking.length && taken.has(ranking[at[arm]] ?? '')) at[arm] += 1;
    const candidateId = ranking[at[arm]];
    if (candidateId === undefined || picks.length >= depth) return;
    taken.add(candidateId);
    picks.push({ candidateId, arm, position: picks.length + 1 });
  };
  for (let round = 1, before = -1; picks.length > before && picks.length < depth; round += 1) {
    before = picks.length;
    const first = tieBreak(seed, String(round)) < 0 ? 'treatment' : 'control';
    pickFor(first);
    pickFor(first === 'control' ? 'treatment' : 'control');
  }
  return picks;
};
