import { and, desc, eq, isNotNull, or, type SQL } from 'drizzle-orm';
import { candidacies, jobPostings, jobs, organizations } from '@/db/schema';
import type { Transaction } from '@/db/client';
import type { OwnRows } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asCandidate } from '@/domain/kernel/transaction';
import type { OwnCandidacy } from '../schema/own-candidacy';

/** Who was matched and never unmasked is not shown that: it is nobody's application. */
const isShown = or(eq(candidacies.source, 'applied'), isNotNull(candidacies.unmaskedAt));

/** The person's candidacies that an employer may put a name to, newest movement first; `where` narrows them. */
export const ownCandidacies = async (
  tx: Transaction,
  own: OwnRows,
  where?: SQL,
): Promise<{ view: OwnCandidacy; row: typeof candidacies.$inferSelect }[]> => {
  const rows = await tx
    .select({
      row: candidacies,
      title: jobs.title,
      state: jobs.state,
      organizationName: organizations.name,
      postedId: jobPostings.jobId,
    })
    .from(candidacies)
    .innerJoin(jobs, eq(jobs.id, candidacies.jobId))
    .innerJoin(organizations, eq(organizations.id, candidacies.organizationId))
    .leftJoin(jobPostings, eq(jobPostings.jobId, candidacies.jobId))
    .where(and(eq(candidacies.candidateId, own.candidateId), isShown, where))
    .orderBy(desc(candidacies.stageSince), desc(candidacies.id));
  return rows.map(({ row, title, state, organizationName, postedId }) => ({
    row,
    view: {
      candidacyId: row.id,
      jobId: row.jobId,
      jobTitle: title,
      organizationName,
      posted: postedId !== null,
      jobOpen: state === 'open',
      source: row.source,
      stage: row.stage,
      stageSince: row.stageSince,
      since: row.createdAt,
    },
  }));
};

/** One of them. Throws `not_found` for another person's, and for one whose employer may not see the name. */
export const ownCandidacy = async (tx: Transaction, own: OwnRows, candidacyId: string) => {
  const [found] = await ownCandidacies(tx, own, eq(candidacies.id, candidacyId));
  if (found === undefined) throw notFound('This application');
  return found;
};

/** The person's applications, and the jobs whose employer may see their name. */
export const listOwnCandidacies = (ctx: Context, own: OwnRows): Promise<OwnCandidacy[]> =>
  asCandidate(ctx, own, async (tx) => (await ownCandidacies(tx, own)).map(({ view }) => view));
