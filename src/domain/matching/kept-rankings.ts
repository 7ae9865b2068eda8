import { inArray } from 'drizzle-orm';
import { candidacies } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { afterCommit } from '@/domain/kernel/transaction';
import { cache } from '@/services/cache';

interface JobOfOrganization {
  organizationId: string;
  jobId: string;
}

/** Where a job's pages of its ranking are kept. */
export const rankingsOf = (organizationId: string, jobId: string): string =>
  `ranking:${organizationId}:${jobId}`;

/**
 * Drops the kept pages of these jobs' rankings once the transaction is committed. Their names say what they depend on, so that no
 * reader needs this to be told the truth: it frees memory, and takes out of Redis what was said of people.
 */
export const forgetRankings = (tx: Transaction, jobs: readonly JobOfOrganization[]): void => {
  if (jobs.length === 0) return;
  const groups = [...new Set(jobs.map(({ organizationId, jobId }) => rankingsOf(organizationId, jobId)))];
  afterCommit(tx, () => cache().forget(groups));
};

/** The same for every job that these people are candidates of, as far as the transaction's role sees them. */
export const forgetRankingsWith = async (tx: Transaction, candidateIds: readonly string[]): Promise<void> => {
  const listed = await tx
    .selectDistinct({ organizationId: candidacies.organizationId, jobId: candidacies.jobId })
    .from(candidacies)
    .where(inArray(candidacies.candidateId, [...candidateIds]));
  forgetRankings(tx, listed);
};
