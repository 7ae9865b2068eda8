import { asc, eq, inArray } from 'drizzle-orm';
import { candidacies, candidates, candidateVersions, jobs, screeningAnswers } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { compareFacts, type Choices, type Facts } from '../merged-facts';
import type { Side } from '../schema/duplicates';

/** A person with the current version. */
export interface StandingPerson {
  person: typeof candidates.$inferSelect;
  version: typeof candidateVersions.$inferSelect;
}

/**
 * People with their current versions, by id, locked for the transaction. The locks are taken in the order of ids, so that
 * two who need the same two people wait for each other and do not block each other. Before them the jobs that they are
 * candidates of, or answered, are kept from being locked by others: a run locks its jobs first and then people whom it lists,
 * and an answer that is copied needs its job to stay.
 */
export const lockPeople = async (
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, StandingPerson>> => {
  const listed = tx
    .select({ jobId: candidacies.jobId })
    .from(candidacies)
    .where(inArray(candidacies.candidateId, [...ids]));
  const answered = tx
    .select({ jobId: screeningAnswers.jobId })
    .from(screeningAnswers)
    .where(inArray(screeningAnswers.candidateId, [...ids]));
  await tx
    .select({ id: jobs.id })
    .from(jobs)
    .where(inArray(jobs.id, listed.union(answered)))
    .orderBy(asc(jobs.id))
    .for('key share');
  const wanted = inArray(candidates.id, [...ids]);
  await tx
    .select({ id: candidates.id })
    .from(candidates)
    .where(wanted)
    .orderBy(asc(candidates.id))
    .for('update');
  const rows = await tx
    .select({ person: candidates, version: candidateVersions })
    .from(candidates)
    .innerJoin(candidateVersions, eq(candidateVersions.id, candidates.currentVersionId))
    .where(wanted);
  return new Map(rows.map((row) => [row.person.id, row]));
};

/** What is known of the person, as two people's facts are compared. */
export const factsOf = ({ version }: StandingPerson): Facts => {
  const { profile, answers, resumeId, parserVersion, createdAt } = version;
  return { profile, answers, resumeId, parserVersion, at: createdAt };
};

/**
 * Whether the person looks after these facts: came on their own, or proved the address. An employer does not change them by
 * merging.
 */
export const ownsProfile = ({ person }: StandingPerson): boolean =>
  person.organizationId === null || person.emailVerifiedAt !== null;

/**
 * Which of two people stays when they are merged: the one who looks after the facts, else the one whose address is kept,
 * since links and later imports go by it, else the one who came first. Of two who both look after their facts somebody who
 * applied stays before somebody whom the employer brought by the same address; else null: then only they can say that they
 * are one.
 */
export const keptSide = (one: StandingPerson, other: StandingPerson, choices: Choices): Side | null => {
  if (ownsProfile(one) || ownsProfile(other)) {
    if (ownsProfile(one) && ownsProfile(other)) return appliedSide(one.person, other.person);
    return ownsProfile(one) ? 'one' : 'other';
  }
  const email = compareFacts(factsOf(one), factsOf(other)).find(({ field }) => field === 'email');
  if (email !== undefined) return (email.differs ? choices.email : undefined) ?? email.side;
  return one.person.createdAt <= other.person.createdAt ? 'one' : 'other';
};

type Proved = Pick<typeof candidates.$inferSelect, 'organizationId' | 'email' | 'emailVerifiedAt'>;

/** Both proved one mailbox: the same person, who came once by an employer and once on their own. */
const appliedSide = (one: Proved, other: Proved): Side | null => {
  const proved = one.emailVerifiedAt !== null && other.emailVerifiedAt !== null && one.email === other.email;
  if (!proved || (one.organizationId === null) === (other.organizationId === null)) return null;
  return one.organizationId === null ? 'one' : 'other';
};
