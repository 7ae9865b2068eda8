import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { candidateVersions, jobs, jobVersions, matchResults, matchRuns, receipts } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { loadCatalog } from '@/domain/catalog/load';
import type { Context } from '@/domain/kernel/context';
import { candidateFacts } from '@/domain/candidates/facts';
import { scoredAnswers, screeningOfPair } from '@/domain/matching/screening';
import { factsHash, makeReceipt } from '@/domain/scoring/receipt';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Keeps the receipt of a pair as the current run scored it; called when the pair is shown or decided on. A pair that the
 * current run does not list has none. Returns the receipt's canonical text, or null.
 */
export const keepReceipt = async (
  ctx: Context,
  tx: Transaction,
  pair: { jobId: string; candidateId: string },
): Promise<string | null> => {
  const [found] = await tx
    .select({
      result: matchResults,
      run: matchRuns,
      jobVersion: jobVersions,
      candidateVersion: candidateVersions,
    })
    .from(jobs)
    .innerJoin(matchRuns, eq(matchRuns.id, jobs.currentRunId))
    .innerJoin(
      matchResults,
      and(eq(matchResults.runId, matchRuns.id), eq(matchResults.candidateId, pair.candidateId)),
    )
    .innerJoin(jobVersions, eq(jobVersions.id, matchRuns.jobVersionId))
    .innerJoin(candidateVersions, eq(candidateVersions.id, matchResults.candidateVersionId))
    .where(eq(jobs.id, pair.jobId));
  if (found === undefined) return null;
  const { result, run, jobVersion, candidateVersion } = found;
  const { hashes } = loadCatalog();
  const screening = await screeningOfPair(tx, pair, result.scoredAt);
  const facts = candidateFacts(candidateVersion.profile, candidateVersion.answers, scoredAnswers(screening));
  const content = makeReceipt({
    weightSetHash: run.weightSetHash,
    questionSetHash: hashes.employerQuestions,
    taxonomyHash: hashes.taxonomy,
    parserVersion: candidateVersion.parserVersion,
    jobVersionId: jobVersion.id,
    candidateVersionId: candidateVersion.id,
    jobHash: jobVersion.hash,
    candidateHash: factsHash(facts, sha256),
    asOf: run.asOf,
    bands: run.bands,
    runId: run.id,
    score: result,
    sha256,
  });
  await tx
    .insert(receipts)
    .values({
      id: ctx.newId(),
      organizationId: run.organizationId,
      jobId: pair.jobId,
      candidateId: pair.candidateId,
      runId: run.id,
      content,
      createdAt: ctx.now(),
    })
    .onConflictDoNothing();
  return content;
};
