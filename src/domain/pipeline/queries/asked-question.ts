import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { candidacies, candidates, factRequests, jobs, jobVersions, organizations } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { readCandidateToken } from '@/domain/candidates/commands/tokens';
import { authorizeCandidate, type OwnRows } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import { asAuth, asCandidate } from '@/domain/kernel/transaction';
import { publicContent } from '@/domain/jobs/posting';
import { localDay } from '@/domain/matching/nights';
import { readyAnswers } from '../ready-answers';
import type { AskedQuestions, QuestionAsked } from '../schema/fact-request';

const SCREENING = 'screening:';

/**
 * Whom mailed questions were sent to, as the link proves: to answer these and for nothing else, no session is opened. Throws as `readCandidateToken` does.
 */
export const proveAsked = async (
  ctx: Context,
  token: string,
): Promise<{ ctx: Context; own: OwnRows; batchId: string; until: Date }> => {
  const link = await asAuth(ctx, (tx) => readCandidateToken(ctx, tx, 'fact_request', token));
  if (link.aboutId === null) throw notFound('This question');
  const actor = { kind: 'candidate' as const, candidateId: link.candidateId };
  return {
    ctx: { ...ctx, actor },
    own: authorizeCandidate(actor),
    batchId: link.aboutId,
    until: link.expiresAt,
  };
};

/** Questions of one mail with their job. Throws `not_found`, or `conflict` when there is nothing to answer any more. */
export const askedOf = async (tx: Transaction, own: OwnRows, batchId: string) => {
  const rows = await tx
    .select({
      request: factRequests,
      person: candidates,
      candidacy: candidacies,
      jobTitle: jobs.title,
      jobState: jobs.state,
      snapshot: jobVersions.snapshot,
      organizationName: organizations.name,
    })
    .from(factRequests)
    .innerJoin(candidates, eq(candidates.id, factRequests.candidateId))
    .innerJoin(jobs, eq(jobs.id, factRequests.jobId))
    .innerJoin(jobVersions, eq(jobVersions.id, jobs.currentVersionId))
    .innerJoin(organizations, eq(organizations.id, factRequests.organizationId))
    .innerJoin(
      candidacies,
      and(eq(candidacies.jobId, factRequests.jobId), eq(candidacies.candidateId, factRequests.candidateId)),
    )
    .where(
      and(
        eq(factRequests.batchId, batchId),
        eq(factRequests.candidateId, own.candidateId),
        isNull(factRequests.cancelledAt),
      ),
    )
    .orderBy(asc(factRequests.id));
  const [row] = rows;
  if (row === undefined) throw notFound('This question');
  if (row.jobState !== 'open') {
    throw new DomainError('conflict', 'This job is not open any more, so there is nothing to answer.');
  }
  if (row.candidacy.stage === 'withdrawn') {
    throw new DomainError('conflict', 'You withdrew from this job, so there is nothing to answer.');
  }
  const questions: { request: typeof factRequests.$inferSelect; question: QuestionAsked }[] = [];
  for (const { request } of rows) questions.push({ request, question: await questionOf(tx, request) });
  return { ...row, questions };
};

const questionOf = async (
  tx: Transaction,
  { jobId, questionId }: typeof factRequests.$inferSelect,
): Promise<QuestionAsked> => {
  if (!questionId.startsWith(SCREENING)) return { kind: 'flexifit', questionId };
  const id = questionId.slice(SCREENING.length);
  const versions = await tx
    .select({ snapshot: jobVersions.snapshot })
    .from(jobVersions)
    .where(eq(jobVersions.jobId, jobId))
    .orderBy(desc(jobVersions.number));
  const question = versions.flatMap(({ snapshot }) => snapshot.screening ?? []).find((one) => one.id === id);
  if (question === undefined) throw notFound('This question');
  return { kind: 'screening', questionId: id, text: question.text, answeredIn: question.kind };
};

/** What mailed questions ask, for whoever holds their link. Looking spends nothing. Throws as above. */
export const openAsked = async (ctx: Context, input: { token: string }): Promise<AskedQuestions> => {
  const proved = await proveAsked(ctx, input.token);
  return asCandidate(proved.ctx, proved.own, async (tx) => {
    const { person, candidacy, jobTitle, snapshot, organizationName, questions } = await askedOf(
      tx,
      proved.own,
      proved.batchId,
    );
    const posted = publicContent(snapshot);
    const { timeZone } = person;
    const at = { now: ctx.now(), timeZone, today: localDay(ctx.now(), timeZone) };
    return {
      organizationName,
      jobTitle,
      seesName: candidacy.unmaskedAt !== null,
      questions: questions.map(({ request, question }) => ({
        factRequestId: request.id,
        question,
        answeredAt: request.answeredAt,
        ready: question.kind === 'flexifit' ? readyAnswers(question.questionId, posted, at) : [],
      })),
      until: proved.until,
      timeZone,
    };
  });
};
