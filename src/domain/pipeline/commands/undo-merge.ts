import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import {
  candidacies,
  candidateMerges,
  candidates,
  candidateVersions,
  factRequests,
  jobs,
  resumes,
  screeningAnswers,
  stageEvents,
} from '@/db/schema';
import type { Transaction } from '@/db/client';
import { answerScreening, changePerson, standOnVersion } from '@/domain/candidates/commands';
import { profileFromParse } from '@/domain/candidates/from-parse';
import { unmergeFacts, type LaterReading } from '@/domain/candidates/merged-facts';
import { lockPeople, type StandingPerson } from '@/domain/candidates/queries/pair';
import type { MergedCandidacy, MergedScreening, UndoneMerge } from '@/domain/candidates/schema/duplicates';
import { contentHash } from '@/domain/catalog/hash';
import { loadCatalog } from '@/domain/catalog/load';
import type { Authorized } from '@/domain/kernel/actor';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import { enqueueAll } from '@/domain/kernel/outbox';
import { asMember } from '@/domain/kernel/transaction';
import { forgetRankingsWith } from '@/domain/matching/kept-rankings';
import { columnsOf, placeOf } from '../merged-place';

type Grant = Authorized<'candidate:write'>;
type Merge = typeof candidateMerges.$inferSelect;

/**
 * Takes a merge back: both people are as they were, with what was theirs. What somebody changed since stays as it is now, and
 * `stayed` says so. Throws `not_found` for anybody else's merge; `conflict` when it was undone already, when a later merge has
 * to be undone first, or when somebody else has the merged person's address by now.
 */
export const undoMerge = (ctx: Context, grant: Grant, input: { mergeId: string }): Promise<UndoneMerge> =>
  asMember(ctx, grant, async (tx) => {
    const [found] = await tx.select().from(candidateMerges).where(eq(candidateMerges.id, input.mergeId));
    if (found === undefined) throw notFound('This merge');
    const { keptId, mergedId } = found;
    const people = await lockPeople(tx, [keptId, mergedId]);
    const [kept, merged] = [people.get(keptId), people.get(mergedId)];
    if (kept === undefined || merged === undefined) throw notFound('This merge');
    const [merge] = await tx
      .update(candidateMerges)
      .set({ undoneAt: ctx.now(), undoneBy: grant.userId })
      .where(and(eq(candidateMerges.id, found.id), isNull(candidateMerges.undoneAt)))
      .returning();
    if (merge === undefined) throw new DomainError('conflict', 'This merge was undone already.');
    await refuseUnless(tx, merge, kept, merged);
    await forgetRankingsWith(tx, [keptId, mergedId]);

    // Compared anew: whoever was compared while the two were one had nobody to be paired with.
    await tx
      .update(candidates)
      .set({ mergedIntoId: null, comparedVersionId: null })
      .where(eq(candidates.id, mergedId));
    await standOnVersion(ctx, tx, mergedId, { ...merged.person, ...merged.version });
    const stayed = [
      ...(await restoreFacts(ctx, tx, merge, kept)),
      ...(await restoreCandidacies(ctx, tx, grant, merge)),
      ...(await restoreScreening(ctx, tx, grant, merge)),
    ];
    await moveBack(tx, merge);
    await enqueueAll(ctx, tx, [
      ...[mergedId, keptId].map((candidateId) => ({
        topic: 'candidate-changed' as const,
        payload: { candidateId },
      })),
      { topic: 'people-compare', payload: {} },
    ]);
    await audit(ctx, tx, {
      organizationId: grant.organizationId,
      action: 'candidate.merge_undone',
      entity: 'candidate',
      entityId: keptId,
      data: { mergeId: merge.id, mergedId, stayed: stayed.length },
    });
    return { keptId, mergedId, stayed };
  });

/** Merges are undone in the order in which they were made, the newest first: an older one moved rows of people it did not know. */
export const blockedBy = (kept: { mergedIntoId: string | null }, isNewest: boolean): string | null => {
  if (kept.mergedIntoId !== null) return 'This person was merged with somebody else since. Undo that first.';
  return isNewest ? null : 'Somebody was merged into this person since. Undo that first.';
};

const refuseUnless = async (
  tx: Transaction,
  merge: Merge,
  kept: StandingPerson,
  merged: StandingPerson,
): Promise<void> => {
  const [later] = await tx
    .select({ id: candidateMerges.id })
    .from(candidateMerges)
    .where(
      and(
        eq(candidateMerges.keptId, merge.keptId),
        isNull(candidateMerges.undoneAt),
        sql`(${candidateMerges.mergedAt}, ${candidateMerges.id}) > (${merge.mergedAt.toISOString()}::timestamptz, ${merge.id}::uuid)`,
      ),
    )
    .limit(1);
  const blocked = blockedBy(kept.person, later === undefined);
  if (blocked !== null) throw new DomainError('conflict', blocked);
  const { email, organizationId } = merged.person;
  if (email === null || organizationId === null) return;
  const [taken] = await tx
    .select({ id: candidates.id })
    .from(candidates)
    .where(
      and(
        eq(candidates.organizationId, organizationId),
        eq(candidates.email, email),
        isNull(candidates.mergedIntoId),
      ),
    );
  if (taken === undefined) return;
  throw new DomainError(
    'conflict',
    'Another person has the same e-mail address as the one who was merged, so the two cannot stand side by side. Nothing was changed.',
  );
};

/** The kept person's facts of before, but for those that somebody changed since. */
const restoreFacts = async (
  ctx: Context,
  tx: Transaction,
  { keptVersionBefore, keptVersionAfter, moved }: Merge,
  { person, version: current }: StandingPerson,
): Promise<string[]> => {
  if (keptVersionAfter === null) return [];
  const versions = await tx
    .select()
    .from(candidateVersions)
    .where(inArray(candidateVersions.id, [keptVersionBefore, keptVersionAfter]));
  const before = versions.find(({ id }) => id === keptVersionBefore);
  const after = versions.find(({ id }) => id === keptVersionAfter);
  if (before === undefined || after === undefined) {
    throw new DomainError('internal', 'A version that a merge names is gone.');
  }
  if (current.id === after.id) {
    await standOnVersion(ctx, tx, person.id, { ...person, ...before });
    return [];
  }
  const later = current.resumeId === after.resumeId ? null : await laterReading(tx, current, moved);
  const { facts, stayed } = unmergeFacts(before, after, current, later);
  const asBefore =
    facts.resumeId === before.resumeId &&
    contentHash({ profile: facts.profile, answers: facts.answers }) === before.hash;
  if (asBefore) await standOnVersion(ctx, tx, person.id, { ...person, ...before });
  else await changePerson(ctx, tx, person.id, { ...person, ...facts });
  return stayed
    ? ['Facts that somebody changed after the merge stay as they are now. Look at the person’s page.']
    : [];
};

/** What the file that is shown now says by itself, and whether it goes with the merged person; null without a file. */
const laterReading = async (
  tx: Transaction,
  { resumeId, createdAt }: StandingPerson['version'],
  moved: Merge['moved'],
): Promise<LaterReading | null> => {
  if (resumeId === null) return null;
  const [reading] = await tx.select().from(resumes).where(eq(resumes.id, resumeId));
  if (reading === undefined) return null;
  const asOf = createdAt.toISOString().slice(0, 7);
  const [gone] = await tx
    .select({ id: resumes.id })
    .from(resumes)
    .where(and(eq(resumes.id, resumeId), inArray(resumes.sha256, filesOf(tx, moved.resumes ?? []))));
  return { profile: profileFromParse(reading.parsed, loadCatalog(), asOf), goesAway: gone !== undefined };
};

/** The files of these readings: a newer reading of one has the same hash. */
const filesOf = (tx: Transaction, ids: readonly string[]) =>
  tx
    .select({ sha256: resumes.sha256 })
    .from(resumes)
    .where(inArray(resumes.id, [...ids]));

const restoreCandidacies = async (
  ctx: Context,
  tx: Transaction,
  grant: Grant,
  { mergedCandidacies }: Merge,
): Promise<string[]> => {
  const stayed: string[] = [];
  for (const merged of mergedCandidacies) {
    const title = await restoreCandidacy(ctx, tx, grant, merged);
    if (title !== null) stayed.push(`The stage for “${title}” was changed after the merge and stays.`);
  }
  return stayed;
};

/** Puts the candidacy back where it stood; returns its job's title when somebody has moved it since. */
const restoreCandidacy = async (
  ctx: Context,
  tx: Transaction,
  grant: Grant,
  { candidacyId, before, after, eventId }: MergedCandidacy,
): Promise<string | null> => {
  const [row] = await tx
    .select({ candidacy: candidacies, title: jobs.title })
    .from(candidacies)
    .innerJoin(jobs, eq(jobs.id, candidacies.jobId))
    .where(eq(candidacies.id, candidacyId))
    .for('update', { of: candidacies });
  if (row === undefined) return null;
  const { candidacy, title } = row;
  const [last] = await tx
    .select({ id: stageEvents.id })
    .from(stageEvents)
    .where(eq(stageEvents.candidacyId, candidacyId))
    .orderBy(desc(stageEvents.at), desc(stageEvents.id))
    .limit(1);
  const now = placeOf(candidacy);
  const moved = now.stage !== after.stage || now.stageSince !== after.stageSince;
  if (moved || (eventId !== null && last?.id !== eventId)) return title;
  // Whoever opened the person meanwhile has seen this one.
  const openedAt = now.openedAt === after.openedAt ? before.openedAt : now.openedAt;
  await tx
    .update(candidacies)
    .set(columnsOf({ ...before, openedAt }))
    .where(eq(candidacies.id, candidacyId));
  if (eventId !== null) {
    await tx.insert(stageEvents).values({
      id: ctx.newId(),
      organizationId: grant.organizationId,
      candidacyId,
      from: candidacy.stage,
      to: before.stage,
      reason: before.rejectReason,
      undoes: eventId,
      userId: grant.userId,
      at: ctx.now(),
    });
  }
  return null;
};

const restoreScreening = async (
  ctx: Context,
  tx: Transaction,
  grant: Grant,
  { keptId, mergedScreening }: Merge,
): Promise<string[]> => {
  let changed = 0;
  for (const merged of mergedScreening) {
    if (!(await restoreAnswer(ctx, tx, grant, keptId, merged))) changed += 1;
  }
  return changed === 0 ? [] : ['An answer to a job’s own question was changed after the merge and stays.'];
};

/** Says again what the kept person had answered; false when the answer was changed since. */
const restoreAnswer = async (
  ctx: Context,
  tx: Transaction,
  grant: Grant,
  candidateId: string,
  { answerId, jobId, questionId, before }: MergedScreening,
): Promise<boolean> => {
  const [last] = await tx
    .select({ id: screeningAnswers.id })
    .from(screeningAnswers)
    .where(
      and(
        eq(screeningAnswers.jobId, jobId),
        eq(screeningAnswers.candidateId, candidateId),
        eq(screeningAnswers.questionId, questionId),
      ),
    )
    .orderBy(desc(screeningAnswers.number))
    .limit(1);
  if (last?.id !== answerId) return false;
  const { organizationId } = grant;
  await answerScreening(ctx, tx, { organizationId, jobId, candidateId, questionId, ...before });
  return true;
};

/** What changed hands goes back, with newer readings of the same files. */
const moveBack = async (tx: Transaction, { keptId, mergedId, moved }: Merge): Promise<void> => {
  const back = { candidateId: mergedId };
  const idsOf = (table: string): string[] => moved[table] ?? [];
  const [listed, answered, read, asked] = [
    idsOf('candidacies'),
    idsOf('screening_answers'),
    idsOf('resumes'),
    idsOf('fact_requests'),
  ];
  if (listed.length > 0) {
    await tx
      .update(candidacies)
      .set(back)
      .where(and(inArray(candidacies.id, listed), eq(candidacies.candidateId, keptId)));
  }
  if (answered.length > 0) {
    await tx
      .update(screeningAnswers)
      .set(back)
      .where(and(inArray(screeningAnswers.id, answered), eq(screeningAnswers.candidateId, keptId)));
  }
  if (read.length > 0) {
    await tx
      .update(resumes)
      .set(back)
      .where(and(eq(resumes.candidateId, keptId), inArray(resumes.sha256, filesOf(tx, read))));
  }
  if (asked.length > 0) {
    await tx
      .update(factRequests)
      .set(back)
      .where(and(inArray(factRequests.id, asked), eq(factRequests.candidateId, keptId)));
  }
};
