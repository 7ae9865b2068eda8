import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import {
  candidacies,
  candidateFeatures,
  candidateMerges,
  candidates,
  factRequests,
  resumes,
  screeningAnswers,
  stageEvents,
} from '@/db/schema';
import type { Transaction } from '@/db/client';
import { answerScreening, changePerson } from '@/domain/candidates/commands';
import { mergeFacts, type Choices } from '@/domain/candidates/merged-facts';
import {
  factsOf,
  keptSide,
  lockPeople,
  ownsProfile,
  type StandingPerson,
} from '@/domain/candidates/queries/pair';
import type {
  MergedCandidacy,
  MergedPeople,
  MergedScreening,
  MergeField,
  MergePeopleInput,
} from '@/domain/candidates/schema/duplicates';
import { contentHash } from '@/domain/catalog/hash';
import type { Authorized } from '@/domain/kernel/actor';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import { enqueueAll } from '@/domain/kernel/outbox';
import { asMember } from '@/domain/kernel/transaction';
import { forgetRankingsWith } from '@/domain/matching/kept-rankings';
import { mergedPlace, placeOf } from '../merged-place';

type Grant = Authorized<'candidate:write'>;

/** The two people of a merge; the kept one's rows stay where they are. */
interface Couple {
  keptId: string;
  mergedId: string;
}

/**
 * Makes two of the organisation's own people one, in one transaction: candidacies, answers, résumés and open questions of
 * the merged one go to the kept one, candidacies for the same job become one at the furthest stage, and the facts are those
 * that were chosen. The merged row stays behind for `undoMerge` and leads to the kept one. Facts of a person who proved the
 * address stay as they are, and the other's résumés do not come to them. One of the two may be somebody who applied here: that
 * one stays, and takes over candidacies alone. Throws `not_found` for anybody else's people, `conflict` when one of them was merged or changed
 * since they were compared, or when both look after their own facts.
 */
export const mergePeople = (ctx: Context, grant: Grant, input: MergePeopleInput): Promise<MergedPeople> =>
  asMember(ctx, grant, async (tx) => {
    const { organizationId, userId } = grant;
    const [one, other] = await lockPair(tx, grant, input);
    await forgetRankingsWith(tx, [input.oneId, input.otherId]);
    const choices = choicesOf(input);
    const side = keptSide(one, other, choices);
    if (side === null) {
      throw new DomainError(
        'conflict',
        'Both have proved their own address and look after their own facts, so they stay two.',
      );
    }
    const [kept, merged] = side === 'one' ? [one, other] : [other, one];
    const couple = { keptId: kept.person.id, mergedId: merged.person.id };
    const mergeId = ctx.newId();
    await tx
      .update(candidates)
      .set({ mergedIntoId: couple.keptId, updatedAt: ctx.now() })
      .where(eq(candidates.id, couple.mergedId));
    await tx.delete(candidateFeatures).where(eq(candidateFeatures.candidateId, couple.mergedId));
    const listed = await moveCandidacies(ctx, tx, grant, couple);
    // An applicant's own portal shows files and answers: those of somebody whom an employer takes for them stay behind.
    const applied = kept.person.organizationId === null;
    const screening = applied ? { moved: [], merged: [] } : await moveScreening(ctx, tx, grant, couple);
    const moved = {
      candidacies: listed.moved,
      screening_answers: screening.moved,
      // Whoever looks after their facts reads their files, and an employer's word does not show them another's.
      resumes: ownsProfile(kept) ? [] : await moveResumes(tx, couple),
      fact_requests: applied ? [] : await moveFactRequests(tx, couple),
    };
    const keptVersionAfter = ownsProfile(kept) ? null : await writeFacts(ctx, tx, kept, one, other, choices);
    await tx.insert(candidateMerges).values({
      id: mergeId,
      organizationId,
      ...couple,
      mergedBy: userId,
      moved,
      mergedCandidacies: listed.merged,
      mergedScreening: screening.merged,
      keptVersionBefore: kept.version.id,
      keptVersionAfter,
      mergedAt: ctx.now(),
    });
    // The merged one leaves the rankings, the kept one is scored anew.
    await enqueueAll(
      ctx,
      tx,
      [couple.mergedId, couple.keptId].map((candidateId) => ({
        topic: 'candidate-changed' as const,
        payload: { candidateId },
      })),
    );
    await audit(ctx, tx, {
      organizationId,
      action: 'candidate.merged',
      entity: 'candidate',
      entityId: couple.keptId,
      data: { mergeId, mergedId: couple.mergedId, candidacies: listed.moved.length + listed.merged.length },
    });
    return { mergeId, ...couple };
  });

const lockPair = async (
  tx: Transaction,
  grant: Grant,
  input: MergePeopleInput,
): Promise<[StandingPerson, StandingPerson]> => {
  const ids = [input.oneId, input.otherId];
  const people = await lockPeople(tx, ids);
  const [one, other] = [people.get(input.oneId), people.get(input.otherId)];
  if (one === undefined || other === undefined) throw notFound('This person');
  for (const { person } of [one, other]) {
    const own = person.organizationId === grant.organizationId;
    if (!own && !(person.organizationId === null && (await appliedHere(tx, person.id)))) {
      throw notFound('This person');
    }
  }
  if (one.person.mergedIntoId !== null || other.person.mergedIntoId !== null) {
    throw new DomainError('conflict', 'Somebody merged one of these people already. Load the page again.');
  }
  if (one.version.id !== input.oneVersionId || other.version.id !== input.otherVersionId) {
    throw new DomainError(
      'conflict',
      'The facts of one of these people changed since you compared them. Look at both again, then decide.',
    );
  }
  return [one, other];
};

/** Whether the person applied for a job of the organisation, and so is known to it by name. */
const appliedHere = async (tx: Transaction, candidateId: string): Promise<boolean> => {
  const [row] = await tx
    .select({ id: candidacies.id })
    .from(candidacies)
    .where(and(eq(candidacies.candidateId, candidateId), eq(candidacies.source, 'applied')))
    .limit(1);
  return row !== undefined;
};

const choicesOf = ({ oneId, choices }: MergePeopleInput): Choices =>
  Object.fromEntries(
    Object.entries(choices).map(([field, id]) => [field as MergeField, id === oneId ? 'one' : 'other']),
  );

const writeFacts = async (
  ctx: Context,
  tx: Transaction,
  kept: StandingPerson,
  one: StandingPerson,
  other: StandingPerson,
  choices: Choices,
): Promise<string | null> => {
  const facts = mergeFacts(factsOf(one), factsOf(other), choices);
  const before = factsOf(kept);
  const same =
    contentHash({ profile: facts.profile, answers: facts.answers }) ===
      contentHash({ profile: before.profile, answers: before.answers }) && facts.resumeId === before.resumeId;
  if (same) return null;
  return changePerson(ctx, tx, kept.person.id, { ...kept.person, ...facts });
};

/** Candidacies go to the kept person; where both have one for a job, the kept one takes the furthest stage. */
const moveCandidacies = async (
  ctx: Context,
  tx: Transaction,
  grant: Grant,
  { keptId, mergedId }: Couple,
): Promise<{ moved: string[]; merged: MergedCandidacy[] }> => {
  const rows = await tx
    .select()
    .from(candidacies)
    .where(inArray(candidacies.candidateId, [keptId, mergedId]))
    .orderBy(asc(candidacies.id))
    .for('update');
  const own = new Map(
    rows.filter(({ candidateId }) => candidateId === keptId).map((row) => [row.jobId, row]),
  );
  const others = rows.filter(({ candidateId }) => candidateId === mergedId);
  const moved = others.filter(({ jobId }) => !own.has(jobId)).map(({ id }) => id);
  if (moved.length > 0) {
    await tx.update(candidacies).set({ candidateId: keptId }).where(inArray(candidacies.id, moved));
  }
  const merged: MergedCandidacy[] = [];
  for (const twin of others) {
    const kept = own.get(twin.jobId);
    if (kept === undefined) continue;
    const place = mergedPlace(kept, twin);
    await tx.update(candidacies).set(place).where(eq(candidacies.id, kept.id));
    let eventId: string | null = null;
    if (place.stage !== kept.stage) {
      eventId = ctx.newId();
      await tx.insert(stageEvents).values({
        id: eventId,
        organizationId: grant.organizationId,
        candidacyId: kept.id,
        from: kept.stage,
        to: place.stage,
        reason: place.rejectReason,
        userId: grant.userId,
        at: ctx.now(),
      });
    }
    merged.push({ candidacyId: kept.id, before: placeOf(kept), after: placeOf(place), eventId });
  }
  return { moved, merged };
};

type Answer = typeof screeningAnswers.$inferSelect;

/** What the person said goes before what somebody typed for them, then the later one before the earlier. */
const goesBefore = (one: Answer, other: Answer): boolean => {
  const [said, saidToo] = [one.provenance === 'answered', other.provenance === 'answered'];
  return said === saidToo ? one.answeredAt > other.answeredAt : said;
};

/** Answers to a job's questions go to the kept person, unless that one has answered too: then one more says which counts. */
const moveScreening = async (
  ctx: Context,
  tx: Transaction,
  grant: Grant,
  { keptId, mergedId }: Couple,
): Promise<{ moved: string[]; merged: MergedScreening[] }> => {
  const rows = await tx
    .select()
    .from(screeningAnswers)
    .where(inArray(screeningAnswers.candidateId, [keptId, mergedId]))
    .orderBy(asc(screeningAnswers.number));
  const keyOf = ({ jobId, questionId }: Answer): string => `${jobId}:${questionId}`;
  const latestOf = (candidateId: string) =>
    new Map(rows.filter((row) => row.candidateId === candidateId).map((row) => [keyOf(row), row]));
  const [own, others] = [latestOf(keptId), latestOf(mergedId)];
  const moved = rows
    .filter((row) => row.candidateId === mergedId && !own.has(keyOf(row)))
    .map(({ id }) => id);
  if (moved.length > 0) {
    await tx.update(screeningAnswers).set({ candidateId: keptId }).where(inArray(screeningAnswers.id, moved));
  }
  const merged: MergedScreening[] = [];
  for (const [key, twin] of others) {
    const kept = own.get(key);
    if (kept === undefined || kept.answer === twin.answer || !goesBefore(twin, kept)) continue;
    const { jobId, questionId, answer, provenance } = twin;
    const { organizationId } = grant;
    const given = { organizationId, jobId, candidateId: keptId, questionId, answer, provenance };
    const answerId = await answerScreening(ctx, tx, given);
    merged.push({
      answerId,
      jobId,
      questionId,
      before: { answer: kept.answer, provenance: kept.provenance },
    });
  }
  return { moved, merged };
};

const moveResumes = async (tx: Transaction, { keptId, mergedId }: Couple): Promise<string[]> => {
  const rows = await tx
    .update(resumes)
    .set({ candidateId: keptId })
    .where(eq(resumes.candidateId, mergedId))
    .returning({ id: resumes.id });
  return rows.map(({ id }) => id);
};

/** A question that the kept person is asked already stays behind: nobody is asked the same twice. */
const moveFactRequests = async (tx: Transaction, { keptId, mergedId }: Couple): Promise<string[]> => {
  const asked = sql`exists (
    select from fact_requests own
    where own.candidate_id = ${keptId} and own.job_id = ${factRequests.jobId}
      and own.question_id = ${factRequests.questionId} and own.answered_at is null and own.cancelled_at is null)`;
  const open = and(isNull(factRequests.answeredAt), isNull(factRequests.cancelledAt));
  const rows = await tx
    .update(factRequests)
    .set({ candidateId: keptId })
    .where(and(eq(factRequests.candidateId, mergedId), sql`not (${open} and ${asked})`))
    .returning({ id: factRequests.id });
  return rows.map(({ id }) => id);
};
