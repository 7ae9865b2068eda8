import { and, eq, inArray, notExists } from 'drizzle-orm';
import { importItems, imports, jobs } from '@/db/schema';
import type { Transaction } from '@/db/client';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { enqueue } from '@/domain/kernel/outbox';

/**
 * Locks the import's row. Whoever ends an item takes it first: two last items that end at once would otherwise each
 * see the other one open, and the import would never finish. Throws `not_found`.
 */
export const lockImport = async (tx: Transaction, importId: string) => {
  const [row] = await tx.select().from(imports).where(eq(imports.id, importId)).for('update');
  if (row === undefined) throw notFound('This import');
  return row;
};

/** Finishes the import when no item is open: one match request per open job, one notice. Holds its lock. */
export const finishWhenDone = async (ctx: Context, tx: Transaction, importId: string): Promise<boolean> => {
  const open = tx
    .select({ id: importItems.id })
    .from(importItems)
    .where(and(eq(importItems.importId, importId), inArray(importItems.state, ['waiting', 'received'])));
  const [finished] = await tx
    .update(imports)
    .set({ state: 'finished', finishedAt: ctx.now() })
    .where(and(eq(imports.id, importId), eq(imports.state, 'receiving'), notExists(open)))
    .returning();
  if (finished === undefined) return false;
  const affected = await tx
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.organizationId, finished.organizationId), eq(jobs.state, 'open')));
  for (const job of affected) {
    const idempotencyKey = `import:${importId}:${job.id}`;
    await enqueue(
      ctx,
      tx,
      'match-request',
      { requestId: ctx.newId(), jobId: job.id, trigger: 'import' },
      { idempotencyKey },
    );
  }
  await enqueue(ctx, tx, 'people-compare', {}, { idempotencyKey: `people-compare:${importId}` });
  await enqueue(ctx, tx, 'import-finished', { importId }, { idempotencyKey: `import-finished:${importId}` });
  return true;
};
