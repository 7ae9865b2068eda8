import { database } from '@/db/client';
import { candidacies, contests, factRequests, resumes } from '@/db/schema';
import { invite } from '@/domain/accounts/commands/invite';
import { addPerson, lockPerson } from '@/domain/candidates/commands';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { authorize, type Actor } from '@/domain/kernel/actor';
import { workerContext } from '@/domain/kernel/consume';
import { asWorker } from '@/domain/kernel/transaction';
import { consumeMatchChunk } from '@/domain/matching/consumer';
import { consumeMatchRequest, latestRun } from '@/domain/matching/runs';
import { moveCandidacy } from '@/domain/pipeline/commands';
import { createImport } from '@/domain/resumes/commands';
import { createMember } from '@/testing/factories';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import type { Caller } from './callers';

export interface OwnersThings {
  jobId: string;
  candidateId: string;
  importId: string;
  itemId: string;
  resumeId: string;
  eventId: string;
  /** Of the candidate who applied for the owner's job: theirs as well as the owner's. */
  candidacyId: string;
  /** What that candidate contested. */
  contestId: string;
  /** What the owner asked that candidate. */
  factRequestId: string;
  /** A member of the owner's organisation who does not knock. */
  memberId: string;
  /** Two open invitations of the owner's. */
  invitationId: string;
  otherInvitationId: string;
}

/** The candidate's application for a job, a contest of its score, and a question of the owner's. */
const apply = (
  candidate: Caller,
  { organizationId, userId }: { organizationId: string; userId: string },
  jobId: string,
): Promise<Pick<OwnersThings, 'candidacyId' | 'contestId' | 'factRequestId'>> => {
  const worker = workerContext('access');
  const [candidacyId, contestId, at] = [worker.newId(), worker.newId(), worker.now()];
  const factRequestId = worker.newId();
  const { candidateId } = candidate;
  if (candidateId === null) throw new Error('The candidate is a person.');
  return asWorker(worker, async (tx) => {
    await tx.insert(candidacies).values({
      id: candidacyId,
      organizationId,
      jobId,
      candidateId,
      source: 'applied',
      stageSince: at,
      unmaskedAt: at,
      createdAt: at,
    });
    await tx
      .insert(contests)
      .values({ id: contestId, organizationId, jobId, candidateId, message: 'Wrong.', openedAt: at });
    await tx.insert(factRequests).values({
      id: factRequestId,
      batchId: factRequestId,
      organizationId,
      jobId,
      candidateId,
      questionId: 'focus',
      requestedBy: userId,
      requestedAt: at,
    });
    return { candidacyId, contestId, factRequestId };
  });
};

/**
 * Something of every kind that belongs to the owner's organisation, and an application of the candidate's to it; every
 * other caller tries to reach it.
 */
export const makeThings = async (owner: Caller, candidate: Caller): Promise<OwnersThings> => {
  const { organizationId, userId } = owner;
  if (organizationId === null) throw new Error('The owner has an organisation.');
  const actor: Actor = { kind: 'member', userId, organizationId, role: 'owner' };
  const worker = workerContext('access');
  const ctx = { ...worker, actor, db: database() };
  const candidateId = await asWorker(worker, (tx) =>
    addPerson(worker, tx, {
      organizationId,
      lawfulBasis: 'consent',
      poolConsentAt: null,
      profile: profileOf('Asha Pillai', 'asha@example.com', ['tally']),
      answers: fullAnswers,
      resumeId: null,
      parserVersion: null,
    }),
  );
  const resumeId = worker.newId();
  await asWorker(worker, async (tx) => {
    const person = await lockPerson(tx, candidateId);
    if (person === undefined) throw new Error('The person was just added.');
    await tx.insert(resumes).values({
      id: resumeId,
      organizationId,
      candidateId,
      blobPath: `resumes/${organizationId}/none.pdf`,
      fileName: 'asha.pdf',
      contentType: 'application/pdf',
      size: 1,
      sha256: 'none',
      parsed: {
        parserVersion: '0',
        text: '',
        pages: 0,
        blocks: [],
        name: null,
        email: null,
        phone: null,
        location: null,
        skills: [],
        experience: [],
        education: [],
        languages: [],
        licences: [],
        totalMonths: null,
      },
      parserVersion: '0',
      createdAt: worker.now(),
    });
  });
  const write = authorize(actor, 'job:write');
  const { jobId } = await createJob(ctx, write, { title: 'Accountant', role: null });
  const { revision } = await saveDraft(ctx, write, { jobId, revision: 1, answers: accountantJob });
  await publishJob(ctx, write, { jobId, revision });
  await consumeMatchRequest(worker, { requestId: worker.newId(), jobId, trigger: 'job' });
  const run = await asWorker(worker, (tx) => latestRun(tx, jobId));
  if (run === undefined) throw new Error('The run was just requested.');
  await consumeMatchChunk(worker, { runId: run.id, chunk: 0 });
  const { eventId } = await moveCandidacy(ctx, authorize(actor, 'candidacy:decide'), {
    jobId,
    candidateId,
    to: 'shortlisted',
    reason: null,
    note: null,
  });
  const { importId, items } = await createImport(ctx, authorize(actor, 'candidate:write'), {
    jobId: null,
    lawfulBasis: 'consent',
    files: [{ name: 'one.pdf', size: 10 }],
  });
  const { userId: memberId } = await createMember(database(), 'viewer', { organizationId });
  const manage = authorize(actor, 'organization:manage');
  const invited = (email: string) => invite(ctx, manage, { email, role: 'viewer' });
  const { invitationId } = await invited('one@access.example');
  const { invitationId: otherInvitationId } = await invited('two@access.example');
  const applied = await apply(candidate, { organizationId, userId }, jobId);
  return {
    jobId,
    candidateId,
    importId,
    itemId: items[0]?.id ?? '',
    resumeId,
    eventId,
    memberId,
    invitationId,
    otherInvitationId,
    ...applied,
  };
};
