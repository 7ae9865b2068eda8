import { and, eq, isNull } from 'drizzle-orm';
import { renderContestAnswered } from '@emails/render';
import { candidates, contests, jobs, organizations } from '@/db/schema';
import { env } from '@/env';
import type { MailWriter } from './mail-writer';

/** Tells a candidate that a person answered what they contested; null once the address or the contest is gone. */
export const contestAnsweredMail: MailWriter = async (tx, notification) => {
  const { candidateId, data } = notification;
  const { contestId } = data;
  if (candidateId === null || contestId === undefined) return null;
  const [row] = await tx
    .select({
      contest: contests,
      jobTitle: jobs.title,
      organizationName: organizations.name,
      name: candidates.name,
      address: candidates.email,
    })
    .from(contests)
    .innerJoin(jobs, eq(jobs.id, contests.jobId))
    .innerJoin(organizations, eq(organizations.id, contests.organizationId))
    .innerJoin(candidates, and(eq(candidates.id, contests.candidateId), isNull(candidates.mergedIntoId)))
    .where(and(eq(contests.id, contestId), eq(contests.candidateId, candidateId)));
  if (row?.address == null || row.contest.answer === null || row.contest.outcome === null) return null;
  const content = await renderContestAnswered({
    organizationName: row.organizationName,
    jobTitle: row.jobTitle,
    corrected: row.contest.outcome === 'corrected',
    answer: row.contest.answer,
    portalUrl: `${env().APP_URL}/me`,
  });
  return { to: { name: row.name ?? '', address: row.address }, content };
};
