import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { renderFactRequest } from '@emails/render';
import { candidacies, factRequests, jobs, jobVersions, organizations } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { loadCatalog } from '@/domain/catalog/load';
import { env } from '@/env';
import type { LinkWriter } from './link-writer';

const SCREENING = 'screening:';

/** What it is about in a word or two, and the question as it stands in a message; null when nobody asks it any more. */
const wordsOf = async (
  tx: Transaction,
  { jobId, questionId }: { jobId: string; questionId: string },
): Promise<{ topic: string; question: string } | null> => {
  if (questionId.startsWith(SCREENING)) {
    const versions = await tx
      .select({ snapshot: jobVersions.snapshot })
      .from(jobVersions)
      .where(eq(jobVersions.jobId, jobId))
      .orderBy(desc(jobVersions.number));
    const own = versions
      .flatMap(({ snapshot }) => snapshot.screening ?? [])
      .find(({ id }) => `${SCREENING}${id}` === questionId);
    return own === undefined ? null : { topic: 'this job', question: own.text };
  }
  const { groups, questions } = loadCatalog().flexifitQuestions;
  const question = questions.find(({ id }) => id === questionId);
  const group = groups.find(({ id }) => id === question?.group);
  if (question === undefined || group === undefined) return null;
  return { topic: group.label.toLowerCase(), question: question.ask };
};

/** Asks a person for what an employer wants to know; null once all of it was taken back or the job is not open. */
export const factRequestMail: LinkWriter = async (tx, { token, secret }) => {
  if (token.aboutId === null) return null;
  const rows = await tx
    .select({
      request: factRequests,
      jobTitle: jobs.title,
      organizationName: organizations.name,
      unmaskedAt: candidacies.unmaskedAt,
    })
    .from(factRequests)
    .innerJoin(jobs, and(eq(jobs.id, factRequests.jobId), eq(jobs.state, 'open')))
    .innerJoin(organizations, eq(organizations.id, factRequests.organizationId))
    .innerJoin(
      candidacies,
      and(eq(candidacies.jobId, factRequests.jobId), eq(candidacies.candidateId, factRequests.candidateId)),
    )
    .where(and(eq(factRequests.batchId, token.aboutId), isNull(factRequests.cancelledAt)))
    .orderBy(asc(factRequests.id));
  const asked: { topic: string; question: string }[] = [];
  for (const { request } of rows) {
    const words = await wordsOf(tx, request);
    if (words !== null) asked.push(words);
  }
  const [row] = rows;
  const [first] = asked;
  if (row === undefined || first === undefined) return null;
  return renderFactRequest({
    answerUrl: `${env().APP_URL}/answer#${secret}`,
    organizationName: row.organizationName,
    jobTitle: row.jobTitle,
    seesName: row.unmaskedAt !== null,
    topic: first.topic,
    questions: asked.map(({ question }) => question),
  });
};
