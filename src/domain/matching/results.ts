import type { matchResults, matchRuns } from '@/db/schema';
import { tieBreak } from '@/domain/scoring/rank';
import type { PairScore } from '@/domain/scoring/schema';

export type ResultRow = typeof matchResults.$inferInsert;

/** One person's score as a row of a run; `versionId` names the facts, `scoredAt` when they were read. */
export const resultRow = (
  run: Pick<typeof matchRuns.$inferSelect, 'id' | 'organizationId' | 'jobId'>,
  person: { candidateId: string; versionId: string },
  score: PairScore,
  scoredAt: Date,
): ResultRow => {
  const { expected, low, high, coverage, band, group, factors, gates } = score;
  return {
    organizationId: run.organizationId,
    runId: run.id,
    jobId: run.jobId,
    candidateId: person.candidateId,
    candidateVersionId: person.versionId,
    group,
    expected,
    low,
    high,
    coverage,
    band,
    tieBreak: tieBreak(run.jobId, person.candidateId),
    scoredAt,
    factors,
    gates,
  };
};
