import { and, desc, eq, isNull } from 'drizzle-orm';
import {
  candidacies,
  candidates,
  candidateVersions,
  jobs,
  jobVersions,
  matchResults,
  matchRuns,
  resumes,
  stageEvents,
  weightSets,
} from '@/db/schema';
import type { Transaction } from '@/db/client';
import { screeningOfPair } from '@/domain/matching/screening';
import { sha256 } from '../receipts';
import type { MatchView } from '../schema/match';

/**
 * A pair as the job's current run scored it, with all that explains it and where it stands; undefined when the run does
 * not list it, or its person was merged with another. Reads only what members and the person alike may read.
 */
export const loadPair = async (tx: Transaction, input: { jobId: string; candidateId: string }) => {
  const [row] = await tx
    .select({
      result: matchResults,
      run: matchRuns,
      snapshot: jobVersions.snapshot,
      weights: weightSets,
      person: candidates,
      version: candidateVersions,
      candidacy: candidacies,
    })
    .from(jobs)
    .innerJoin(matchRuns, eq(matchRuns.id, jobs.currentRunId))
    .innerJoin(jobVersions, eq(jobVersions.id, matchRuns.jobVersionId))
    .innerJoin(weightSets, eq(weightSets.hash, matchRuns.weightSetHash))
    .innerJoin(
      matchResults,
      and(eq(matchResults.runId, matchRuns.id), eq(matchResults.candidateId, input.candidateId)),
    )
    .innerJoin(candidates, eq(candidates.id, matchResults.candidateId))
    .innerJoin(candidateVersions, eq(candidateVersions.id, matchResults.candidateVersionId))
    .innerJoin(
      candidacies,
      and(eq(candidacies.jobId, jobs.id), eq(candidacies.candidateId, input.candidateId)),
    )
    .where(and(eq(jobs.id, input.jobId), isNull(candidates.mergedIntoId)));
  if (row === undefined) return undefined;
  const { resumeId } = row.version;
  const [resume] = resumeId === null ? [] : await tx.select().from(resumes).where(eq(resumes.id, resumeId));
  const screening = await screeningOfPair(tx, input);
  const scoredScreening = await screeningOfPair(tx, input, row.result.scoredAt);
  const [lastEvent] = await tx
    .select({ id: stageEvents.id })
    .from(stageEvents)
    .where(eq(stageEvents.candidacyId, row.candidacy.id))
    .orderBy(desc(stageEvents.at), desc(stageEvents.id))
    .limit(1);
  return { ...row, resume, screening, scoredScreening, lastEvent };
};
export type LoadedPair = NonNullable<Awaited<ReturnType<typeof loadPair>>>;

/** What the score was computed from, in short; `receipt` is its canonical text, null when none could be made. */
export const receiptView = (
  { weights, version, run, person }: LoadedPair,
  receipt: string | null,
): MatchView['receipt'] => ({
  weights: weights.name,
  parser: version.parserVersion,
  asOf: run.asOf,
  hash: receipt === null ? '' : sha256(receipt).slice(0, 12),
  changedSince: person.currentVersionId !== version.id,
});
