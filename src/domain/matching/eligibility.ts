import { and, eq, inArray, notInArray, or, sql } from 'drizzle-orm';
import { candidacies, candidateFeatures } from '@/db/schema';

/** Candidacies of a job that people made, were brought for, or took back: what decides besides organisation and pool. */
const ofJob = (jobId: string, which: ReturnType<typeof sql>) =>
  sql`(select ${candidacies.candidateId} from ${candidacies} where ${candidacies.jobId} = ${jobId} and ${which})`;

/**
 * Rows of `candidate_features` that may be scored for a job: the organisation's own people, the pool, and who applied or turned
 * out to be somebody whom the organisation had brought, unless they withdrew.
 */
export const mayBeScored = (job: { id: string; organizationId: string }) =>
  and(
    or(
      eq(candidateFeatures.organizationId, job.organizationId),
      candidateFeatures.inPool,
      inArray(candidateFeatures.candidateId, ofJob(job.id, sql`source <> 'matched'`)),
    ),
    notInArray(candidateFeatures.candidateId, ofJob(job.id, sql`stage = 'withdrawn'`)),
  );
