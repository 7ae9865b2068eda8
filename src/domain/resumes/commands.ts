import { and, eq, inArray } from 'drizzle-orm';
import { importItems, imports, jobs } from '@/db/schema';
import type { Transaction } from '@/db/client';
import type { Authorized } from '@/domain/kernel/actor';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import { enqueue } from '@/domain/kernel/outbox';
import { asMember, asWorker } from '@/domain/kernel/transaction';
import { MAX_RESUME_BYTES, type ImportItemState, type NewImport } from './schema';
import { refusedFor, typeOf } from './file-name';
import { finishWhenDone, lockImport } from './progress';

type Grant = Authorized<'candidate:write'>;

/**
 * Opens an import: one item a file. Files that can be refused by name and size are refused here, each with its
 * reason; the others get a path of their own in the private store. Throws `not_found` for a foreign job.
 */
export const createImport = (
  ctx: Context,
  grant: Grant,
  input: {
    jobId: string | null;
    lawfulBasis: 'consent' | 'legitimate_interest';
    files: { name: string; size: number }[];
  },
): Promise<NewImport> =>
  asMember(ctx, grant, async (tx) => {
    const { organizationId } = grant;
    if (input.jobId !== null) {
      const [job] = await tx.select({ id: jobs.id }).from(jobs).where(eq(jobs.id, input.jobId));
      if (job === undefined) throw notFound('This job');
    }
    const importId = ctx.newId();
    const now = ctx.now();
    await tx.insert(imports).values({
      id: importId,
      organizationId,
      jobId: input.jobId,
      lawfulBasis: input.lawfulBasis,
      total: input.files.length,
      createdBy: grant.userId,
      createdAt: now,
    });
    const items = input.files.map((file) => {
      const id = ctx.newId();
      const type = typeOf(file.name);
      const reason = refusedFor(file);
      return { id, file, reason, type, path: `resumes/${organizationId}/${id}.${type?.extension ?? 'bin'}` };
    });
    await tx.insert(importItems).values(
      items.map((item, position) => ({
        id: item.id,
        organizationId,
        importId,
        position,
        fileName: item.file.name,
        size: item.file.size,
        state: item.reason === null ? ('waiting' as const) : ('failed' as const),
        reason: item.reason,
        blobPath: item.path,
        updatedAt: now,
      })),
    );
    await finishWhenDone(ctx, tx, importId);
    await audit(ctx, tx, {
      organizationId,
      action: 'import.created',
      entity: 'import',
      entityId: importId,
      data: { files: items.length },
    });
    return {
      importId,
      items: items.map(({ id, file, reason, type, path }) => ({
        id,
        fileName: file.name,
        blobPath: reason === null ? path : null,
        contentType: reason === null ? (type?.contentType ?? null) : null,
        reason,
      })),
    };
  });

/** What an upload token for this item may do. Throws `not_found`, and `conflict` once the bytes are there. */
export const authorizeUpload = (
  ctx: Context,
  grant: Grant,
  input: { itemId: string },
): Promise<{ path: string; contentTypes: string[]; maximumBytes: number }> =>
  asMember(ctx, grant, async (tx) => {
    const [item] = await tx.select().from(importItems).where(eq(importItems.id, input.itemId));
    if (item === undefined) throw notFound('This upload');
    if (item.blobPath === null) throw notFound('This upload');
    if (item.state !== 'waiting') throw new DomainError('conflict', 'This file is already here.');
    const type = typeOf(item.fileName);
    return {
      path: item.blobPath,
      contentTypes: type === null ? [] : [type.contentType],
      maximumBytes: MAX_RESUME_BYTES,
    };
  });

const receive = async (ctx: Context, tx: Transaction, itemId: string): Promise<ImportItemState> => {
  const [moved] = await tx
    .update(importItems)
    .set({ state: 'received', updatedAt: ctx.now() })
    .where(and(eq(importItems.id, itemId), eq(importItems.state, 'waiting')))
    .returning({ id: importItems.id });
  if (moved !== undefined) {
    await enqueue(ctx, tx, 'resume-parse', { itemId }, { idempotencyKey: `parse:${itemId}` });
    return 'received';
  }
  const [item] = await tx
    .select({ state: importItems.state })
    .from(importItems)
    .where(eq(importItems.id, itemId));
  if (item === undefined) throw notFound('This upload');
  return item.state;
};

/** The browser says that an item's bytes are in the store. The store's own callback says so too; either is enough. */
export const confirmUpload = (ctx: Context, grant: Grant, input: { itemId: string }) =>
  asMember(ctx, grant, async (tx) => ({ state: await receive(ctx, tx, input.itemId) }));

/** The store's signed callback says that an item's bytes are there. */
export const receiveUpload = (ctx: Context, input: { itemId: string }) =>
  asWorker(ctx, async (tx) => ({ state: await receive(ctx, tx, input.itemId) }));

/** Ends an import whose remaining files will not come: those are reported as not uploaded, the others stay. */
export const abandonUploads = (ctx: Context, grant: Grant, input: { importId: string }) =>
  asMember(ctx, grant, async (tx) => {
    await lockImport(tx, input.importId);
    const abandoned = await tx
      .update(importItems)
      .set({ state: 'failed', reason: 'not_uploaded', updatedAt: ctx.now() })
      .where(and(eq(importItems.importId, input.importId), inArray(importItems.state, ['waiting'])))
      .returning({ id: importItems.id });
    await finishWhenDone(ctx, tx, input.importId);
    return { abandoned: abandoned.length };
  });
