import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import { renderStrongMatches, type StrongMatch } from '@emails/render';
import {
  announcements,
  candidacies,
  candidates,
  jobs,
  matchResults,
  matchRuns,
  memberships,
  organizations,
  users,
} from '@/db/schema';
import type { Transaction } from '@/db/client';
import { headlineOf } from '@/domain/pipeline/queries/ranked-page';
import { wholePoints } from '@/domain/scoring/points';
import type { Band } from '@/domain/scoring/schema';
import { env } from '@/env';
import type { MailWriter } from './mail-writer';

const LISTED = 5;
const BAND_WORDS: Record<Band, string> = {
  strong: 'Strong',
  good: 'Good',
  partial: 'Partial',
  limited: 'Limited',
};

const announced = (runId: string) =>
  and(
    eq(announcements.runId, runId),
    eq(announcements.jobId, matchResults.jobId),
    eq(announcements.candidateId, matchResults.candidateId),
  );

const ofPatch = (runId: string, patch: number) =>
  and(eq(announcements.runId, runId), eq(announcements.patch, patch));

/** People the run, or one patch of it, brought, as the employer may know them now: masked unless applied, imported or shortlisted. */
const freshMatches = async (tx: Transaction, runId: string, patch: number): Promise<StrongMatch[]> => {
  const rows = await tx
    .select({
      result: matchResults,
      person: candidates,
      unmaskedAt: candidacies.unmaskedAt,
      bands: matchRuns.bands,
    })
    .from(announcements)
    .innerJoin(matchRuns, eq(matchRuns.id, runId))
    .innerJoin(matchResults, and(eq(matchResults.runId, runId), announced(runId)))
    .innerJoin(candidates, eq(candidates.id, matchResults.candidateId))
    .innerJoin(
      candidacies,
      and(eq(candidacies.jobId, matchResults.jobId), eq(candidacies.candidateId, matchResults.candidateId)),
    )
    .where(ofPatch(runId, patch))
    .orderBy(desc(matchResults.expected), asc(matchResults.tieBreak))
    .limit(LISTED);
  return rows.map(({ result, person, unmaskedAt, bands }) => ({
    label: unmaskedAt !== null && person.name !== null ? person.name : `Candidate ${person.code}`,
    headline: headlineOf(person, unmaskedAt),
    city: person.cityName,
    score: wholePoints(result.expected, bands ?? undefined),
    band: BAND_WORDS[result.band],
    overlap: null,
  }));
};

/**
 * The mail of a "strong matches" notification with whom it goes to, written when it is sent, or null when its recipient is
 * disabled or has left the organisation, or its job is gone. An address that is not confirmed gets none.
 */
export const strongMatchesMail: MailWriter = async (tx, notification) => {
  const { userId, data } = notification;
  const { runId, jobId, patch = 0 } = data;
  if (runId === undefined || jobId === undefined || userId === null) return null;
  const [about] = await tx
    .select({ name: users.name, address: users.email, organization: organizations.name, title: jobs.title })
    .from(users)
    .innerJoin(organizations, eq(organizations.id, notification.organizationId))
    .innerJoin(
      memberships,
      and(eq(memberships.organizationId, organizations.id), eq(memberships.userId, users.id)),
    )
    .innerJoin(jobs, eq(jobs.id, jobId))
    .where(
      and(eq(users.id, userId), sql`${users.disabledAt} is null and ${users.emailVerifiedAt} is not null`),
    );
  if (about === undefined) return null;
  const matches = await freshMatches(tx, runId, patch);
  const [all] = await tx.select({ count: count() }).from(announcements).where(ofPatch(runId, patch));
  const content = await renderStrongMatches({
    recipientName: about.name,
    organizationName: about.organization,
    jobTitle: about.title,
    jobUrl: `${env().APP_URL}/employer/jobs/${jobId}`,
    matches,
    moreCount: Math.max(0, (all?.count ?? 0) - matches.length),
  });
  return { to: { name: about.name, address: about.address }, content };
};
