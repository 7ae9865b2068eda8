import { MATCH_GROUPS, type MatchGroup, type PairScore } from './schema';

export interface Scored {
  candidateId: string;
  score: PairScore;
}

export interface Ranked extends Scored {
  /** Place within its group, 1 first. */
  rank: number;
}

const FNV_PRIME = 0x01000193;

function fnv(text: string, hash: number): number {
  let mixed = hash;
  for (let i = 0; i < text.length; i++) mixed = tieStep(mixed, text.charCodeAt(i));
  return mixed;
}

/**
 * A signed 32-bit number for each person of a job: FNV-1a over `job:candidate`, finished with murmur3's mixer so that near ids
 * land apart. Equal scores are listed by it, lowest first, so that nobody gains by having come early, and each job deals anew.
 */
export function tieBreaker(jobId: string): (candidateId: string) => number {
  const ofJob = tieStart(jobId);
  return (candidateId) => tieEnd(fnv(candidateId, ofJob));
}

/** The hash before the first character of the person's id, with one character more, and after the last one. */
export const tieStart = (jobId: string): number => fnv(`${jobId}:`, 0x811c9dc5);
export const tieStep = (hash: number, character: number): number => Math.imul(hash ^ character, FNV_PRIME);
export function tieEnd(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

export const tieBreak = (jobId: string, candidateId: string): number => tieBreaker(jobId)(candidateId);

/**
 * The people to keep for a job: groups in the order of `MATCH_GROUPS`, in each the best `n` by expected score, plus everyone in
 * `always` (who applied or were imported) wherever they stand. Ranks count everybody scored, kept or not.
 */
export function rank(
  scores: readonly Scored[],
  jobId: string,
  n: number,
  always: ReadonlySet<string> = new Set(),
): Ranked[] {
  const groups: Record<MatchGroup, { scored: Scored; tie: number }[]> = {
    ranked: [],
    needs_information: [],
    misses_must_have: [],
  };
  const tieOf = tieBreaker(jobId);
  for (const scored of scores) {
    groups[scored.score.group].push({ scored, tie: tieOf(scored.candidateId) });
  }
  const kept: Ranked[] = [];
  for (const group of MATCH_GROUPS) {
    const order = groups[group].sort(
      (a, b) =>
        b.scored.score.expected - a.scored.score.expected ||
        a.tie - b.tie ||
        (a.scored.candidateId < b.scored.candidateId ? -1 : 1),
    );
    for (const [index, { scored }] of order.entries()) {
      if (index < n || always.has(scored.candidateId)) kept.push({ ...scored, rank: index + 1 });
    }
  }
  return kept;
}
