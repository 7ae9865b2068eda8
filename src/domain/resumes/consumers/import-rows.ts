import { and, asc, eq, gte, isNotNull } from 'drizzle-orm';
import { factRequests, importItems, type candidates, type candidateVersions } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { addPerson, changePerson, lockPerson } from '@/domain/candidates/commands';
import { personFromRow } from '@/domain/candidates/people-csv';
import { personByEmail } from '@/domain/candidates/queries/by-email';
import type { FlexifitAnswers } from '@/domain/candidates/schema';
import { loadCatalog } from '@/domain/catalog/load';
import type { Context } from '@/domain/kernel/context';
import { enqueue } from '@/domain/kernel/outbox';
import { madeStorable } from '@/domain/kernel/storable';
import { asWorker } from '@/domain/kernel/transaction';
import { finishWhenDone, lockImport } from '../progress';

const ROWS_AT_ONCE = 100;

type Item = typeof importItems.$inferSelect;
type Basis = 'consent' | 'legitimate_interest';

/**
 * Makes people of an imported table's next rows, in one transaction; the last of them finishes the import. A row that
 * cannot be right ends as failed with an issue a cell, the others go on. Repeated deliveries find the rows ended.
 */
export const consumeImportRows = (
  ctx: Context,
  { importId, position }: { importId: string; position: number },
): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const { lawfulBasis, organizationId } = await lockImport(tx, importId);
    const rows = await tx
      .select()
      .from(importItems)
      .where(
        and(
          eq(importItems.importId, importId),
          eq(importItems.state, 'received'),
          gte(importItems.position, position),
        ),
      )
      .orderBy(asc(importItems.position))
      .limit(ROWS_AT_ONCE);
    for (const item of rows) {
      const ending = await takeIn(ctx, tx, item, organizationId, lawfulBasis);
      await tx
        .update(importItems)
        .set({ ...ending, updatedAt: ctx.now() })
        .where(eq(importItems.id, item.id));
    }
    const last = rows.at(-1);
    if (last !== undefined && rows.length === ROWS_AT_ONCE) {
      const next = { importId, position: last.position + 1 };
      const idempotencyKey = `import-rows:${importId}:${next.position}`;
      await enqueue(ctx, tx, 'import-rows', next, { idempotencyKey });
    }
    await finishWhenDone(ctx, tx, importId);
  });

/** The row's person: known by the address, and then only told more of, or new. */
const takeIn = async (
  ctx: Context,
  tx: Transaction,
  item: Item,
  organizationId: string,
  lawfulBasis: Basis,
): Promise<Partial<typeof importItems.$inferInsert>> => {
  const asOf = ctx.now().toISOString().slice(0, 7);
  const read = personFromRow(
    { line: item.line ?? 0, cells: madeStorable(item.row ?? {}) },
    loadCatalog(),
    asOf,
  );
  if (!read.ok) return { state: 'failed', issues: read.issues };
  const { email, profile, answers } = read;
  const known = await personByEmail(tx, organizationId, email);
  if (known === undefined) {
    const candidateId = await addPerson(ctx, tx, {
      organizationId,
      lawfulBasis,
      poolConsentAt: null,
      profile,
      answers,
      resumeId: null,
      parserVersion: null,
    });
    return { state: 'parsed', candidateId };
  }
  const person = await lockPerson(tx, known);
  if (person === undefined)
    return {
      state: 'failed',
      issues: [{ column: null, message: 'Somebody removed this person just now. Import the row again.' }],
    };
  const { candidates: current, candidate_versions: version } = person;
  // They applied on their own since: what they say of themselves counts.
  if (current.organizationId !== organizationId) return { state: 'duplicate', candidateId: known };
  const before = version.profile;
  // What a person removed from a list of theirs does not come back by a row.
  const isTheirs = (list: 'skills' | 'experience') => before.edited?.includes(list) === true;
  const works = before.experience.length > 0 || isTheirs('experience');
  await changePerson(ctx, tx, known, {
    ...current,
    ...version,
    answers: { ...version.answers, ...answers, ...(await saidThemselves(tx, current, version)) },
    profile: {
      ...before,
      phone: before.phone ?? profile.phone,
      place: before.place ?? profile.place,
      skills: isTheirs('skills')
        ? before.skills
        : [
            ...before.skills,
            ...profile.skills.filter(({ skillId }) =>
              before.skills.every((held) => held.skillId !== skillId),
            ),
          ],
      experience: works ? before.experience : profile.experience,
      totalMonths: works ? before.totalMonths : profile.totalMonths,
    },
  });
  return { state: 'duplicate', candidateId: known };
};

/** Answers that a row does not replace: all of somebody who looks after them, else those that a mailed question got. */
const saidThemselves = async (
  tx: Transaction,
  { id, emailVerifiedAt }: typeof candidates.$inferSelect,
  { answers }: typeof candidateVersions.$inferSelect,
): Promise<FlexifitAnswers> => {
  if (emailVerifiedAt !== null) return answers;
  const asked = await tx
    .select({ questionId: factRequests.questionId })
    .from(factRequests)
    .where(and(eq(factRequests.candidateId, id), isNotNull(factRequests.answeredAt)));
  const said = new Set(asked.map(({ questionId }) => questionId));
  return Object.fromEntries(Object.entries(answers).filter(([question]) => said.has(question)));
};
