import { and, desc, eq, isNotNull, or } from 'drizzle-orm';
import { candidacies, jobPostings, jobs, organizations } from '@/db/schema';
import type { OwnRows } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asCandidate } from '@/domain/kernel/transaction';
import type { OwnCandidacy } from '../schema';

/** What the employer knows of the person: those who were matched and never unmasked are nobody's application. */
export const isShown = or(eq(candidacies.source, 'applied'), isNotNull(candidacies.unmaskedAt));

/** The person's applications, and the jobs whose employer may see their name; newest movement first. */
export const listOwnCandidacies = (ctx: Context, own: OwnRows): Promise<OwnCandidacy[]> =>
  asCandidate(ctx, own, async (tx) => {
    const rows = await tx
      .select({
        candidacy: candidacies,
        title: jobs.title,
        state: jobs.state,
        organizationName: organizations.name,
        postedId: jobPostings.jobId,
      })
      .from(candidacies)
      .innerJoin(jobs, eq(jobs.id, candidacies.jobId))
      .innerJoin(organizations, eq(organizations.id, candidacies.organizationId))
      .leftJoin(jobPostings, eq(jobPostings.jobId, candidacies.jobId))
      .where(and(eq(candidacies.candidateId, own.candidateId), isShown))
      .orderBy(desc(candidacies.stageSince), desc(candidacies.id));
    return rows.map(({ candidacy, title, state, organizationName, postedId }) => ({
      candidacyId: candidacy.id,
      jobId: candidacy.jobId,
      jobTitle: title,
      organizationName,
      posted: postedId !== null,
      jobOpen: state === 'open',
      source: candidacy.source,
      stage: candidacy.stage,
      stageSince: candidacy.stageSince,
      since: candidacy.createdAt,
    }));
  });
