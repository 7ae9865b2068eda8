import { and, eq, sql } from 'drizzle-orm';
import { candidacies, candidates, jobs, matchResults, memberships, organizations, users } from '@/db/schema';
import type { notifications } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { env } from '@/env';

/**
 * What a member's notice about one person of one job needs: to whom, the person as the employer may know them now, and
 * where to look. null when the member is disabled, unconfirmed or gone, or the pair is.
 */
export const aboutPerson = async (tx: Transaction, notification: typeof notifications.$inferSelect) => {
  const { userId, data } = notification;
  const { jobId, candidateId } = data;
  if (userId === null || jobId === undefined || candidateId === undefined) return null;
  const [row] = await tx
    .select({
      name: users.name,
      address: users.email,
      organizationName: organizations.name,
      jobTitle: jobs.title,
      person: candidates,
      unmaskedAt: candidacies.unmaskedAt,
      group: matchResults.group,
    })
    .from(users)
    .innerJoin(organizations, eq(organizations.id, notification.organizationId))
    .innerJoin(
      memberships,
      and(eq(memberships.organizationId, organizations.id), eq(memberships.userId, users.id)),
    )
    .innerJoin(jobs, eq(jobs.id, jobId))
    .innerJoin(candidacies, and(eq(candidacies.jobId, jobs.id), eq(candidacies.candidateId, candidateId)))
    .innerJoin(candidates, eq(candidates.id, candidateId))
    .leftJoin(
      matchResults,
      and(eq(matchResults.runId, jobs.currentRunId), eq(matchResults.candidateId, candidateId)),
    )
    .where(
      and(eq(users.id, userId), sql`${users.disabledAt} is null and ${users.emailVerifiedAt} is not null`),
    );
  if (row === undefined) return null;
  const { name, address, organizationName, jobTitle, person, unmaskedAt, group } = row;
  // The list that holds the person, whatever their stage; the job alone when none does.
  const where = group === null ? '' : `?group=${group}&stage=all&person=${candidateId}`;
  return {
    to: { name, address },
    organizationName,
    jobTitle,
    personName: unmaskedAt === null || person.name === null ? `Candidate ${person.code}` : person.name,
    reviewUrl: `${env().APP_URL}/employer/jobs/${jobId}${where}`,
  };
};
