import { and, eq } from 'drizzle-orm';
import { candidateVersions } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { loadCatalog } from '@/domain/catalog/load';
import type { OwnRows } from '@/domain/kernel/actor';
import { audit, NO_ORGANIZATION } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import { enqueue } from '@/domain/kernel/outbox';
import { asCandidate } from '@/domain/kernel/transaction';
import { applyEdits, editableOf } from '../edits';
import type { OwnEdits } from '../schema/own-facts';
import { changedAnswers, changePerson, lockPerson, type AnswerChanges, type PersonInput } from '../commands';

type Facts = Pick<PersonInput, 'profile' | 'answers'>;

const CHANGED_MEANWHILE = 'Your facts have changed meanwhile. Load the page again, then change this.';

/**
 * A new version of the person's own facts, in their transaction; who is scored by them is scored anew. `change` gets the
 * current facts and returns those to keep; its errors leave everything as it was.
 */
const change = async (
  ctx: Context,
  tx: Transaction,
  own: OwnRows,
  action: string,
  work: (current: {
    versionId: string;
    number: number;
    resumeId: string | null;
    facts: Facts;
  }) => Facts | Promise<Facts>,
): Promise<{ versionId: string }> => {
  const person = await lockPerson(tx, own.candidateId);
  if (person === undefined) throw notFound('This person');
  const { candidates: current, candidate_versions: version } = person;
  const { profile, answers, resumeId, number } = version;
  const facts = await work({ versionId: version.id, number, resumeId, facts: { profile, answers } });
  const versionId = await changePerson(ctx, tx, current.id, { ...current, ...version, ...facts });
  await enqueue(ctx, tx, 'candidate-changed', { candidateId: current.id });
  await enqueue(ctx, tx, 'people-compare', {});
  await audit(ctx, tx, {
    organizationId: current.organizationId ?? NO_ORGANIZATION,
    action,
    entity: 'candidate',
    entityId: current.id,
    data: { number: number + 1 },
  });
  return { versionId };
};

/**
 * Records the person's own answers about how they can work: a key that is given replaces the answer, null takes it back.
 * Returns the new version, which `undoOwnChange` takes back.
 */
export const saveOwnAnswers = (
  ctx: Context,
  own: OwnRows,
  input: { answers: AnswerChanges },
): Promise<{ versionId: string }> =>
  asCandidate(ctx, own, (tx) =>
    change(ctx, tx, own, 'candidate.answered', ({ facts }) => ({
      ...facts,
      answers: changedAnswers(facts.answers, input.answers),
    })),
  );

/**
 * Puts facts of the person's own profile right: keys of `edits` that are given replace what was understood, with where it
 * was read. The address stays, since the links to the portal go there. Throws `conflict` when the facts have changed since
 * `versionId`, which the edits' positions refer to.
 */
export const saveOwnProfile = (
  ctx: Context,
  own: OwnRows,
  input: { versionId: string; edits: OwnEdits },
): Promise<{ versionId: string }> =>
  asCandidate(ctx, own, (tx) =>
    change(ctx, tx, own, 'candidate.corrected', ({ versionId, facts }) => {
      if (versionId !== input.versionId) throw new DomainError('conflict', CHANGED_MEANWHILE);
      const { profile } = facts;
      const edits = { ...editableOf(profile), ...input.edits };
      const asOf = ctx.now().toISOString().slice(0, 7);
      const corrected = applyEdits(profile, edits, loadCatalog(), asOf);
      const name = input.edits.name === undefined ? profile.name : corrected.name;
      return { ...facts, profile: { ...corrected, name, email: profile.email } };
    }),
  );

/**
 * Takes the person's last change back: a further version with the facts of the one before. Throws `conflict` when the
 * facts have changed since, or a reading of another résumé lies between.
 */
export const undoOwnChange = (
  ctx: Context,
  own: OwnRows,
  input: { versionId: string },
): Promise<{ versionId: string }> =>
  asCandidate(ctx, own, (tx) =>
    change(ctx, tx, own, 'candidate.change_undone', async ({ versionId, number, resumeId }) => {
      if (versionId !== input.versionId) throw new DomainError('conflict', CHANGED_MEANWHILE);
      const [before] = await tx
        .select()
        .from(candidateVersions)
        .where(
          and(eq(candidateVersions.candidateId, own.candidateId), eq(candidateVersions.number, number - 1)),
        );
      if (before === undefined || before.resumeId !== resumeId) {
        throw new DomainError('conflict', 'There is nothing before this to go back to.');
      }
      return { profile: before.profile, answers: before.answers };
    }),
  );
