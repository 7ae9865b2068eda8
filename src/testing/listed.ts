import { candidacies } from '@/db/schema';
import { addPerson } from '@/domain/candidates/commands';
import type { CandidateProfile, FlexifitAnswers } from '@/domain/candidates/schema';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import type { JobAnswers } from '@/domain/jobs/schema';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import type { MemberActor } from './factories';

/** A job of the member's, published with these answers; its first run waits in the outbox. Returns its id. */
export const publishedJob = async (
  ctx: Context,
  member: MemberActor,
  answers: JobAnswers,
): Promise<string> => {
  const write = authorize(member, 'job:write');
  const { jobId } = await createJob(ctx, write, { title: 'Accountant', role: null });
  const { revision } = await saveDraft(ctx, write, { jobId, revision: 1, answers });
  await publishJob(ctx, write, { jobId, revision });
  return jobId;
};

export interface Listed {
  organizationId: string;
  jobId: string;
  profile: CandidateProfile;
  answers: FlexifitAnswers;
  source: 'applied' | 'matched';
  /** The employer knows the name. */
  unmasked: boolean;
  inPool: boolean;
}

/** Somebody of no organisation with a candidacy for the job, not scored yet. */
export const listedPerson = (
  worker: Context,
  { organizationId, jobId, profile, answers, source, unmasked, inPool }: Listed,
): Promise<{ candidateId: string; candidacyId: string }> =>
  asWorker(worker, async (tx) => {
    const [candidacyId, at] = [worker.newId(), worker.now()];
    const candidateId = await addPerson(worker, tx, {
      organizationId: null,
      lawfulBasis: 'consent',
      poolConsentAt: inPool ? at : null,
      profile,
      answers,
      resumeId: null,
      parserVersion: null,
    });
    await tx.insert(candidacies).values({
      id: candidacyId,
      organizationId,
      jobId,
      candidateId,
      source,
      stageSince: at,
      unmaskedAt: unmasked ? at : null,
      createdAt: at,
    });
    return { candidateId, candidacyId };
  });
