import { and, asc, eq, lt } from 'drizzle-orm';
import { applications } from '@/db/schema';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { deleteBlobs } from '@/services/blob';

const DRAFT_DAYS = 7;
/** Drafts that one sweep deletes; the next one goes on. */
const AT_ONCE = 100;

/**
 * Deletes applications that nobody sent nor touched for seven days, with their files. Each row is locked meanwhile, so that
 * none is sent while its file goes; when the store does not answer, the row stays and the next sweep tries again.
 */
export const pruneDrafts = async (ctx: Context): Promise<void> => {
  const before = new Date(ctx.now().getTime() - DRAFT_DAYS * 86_400_000);
  const abandoned = and(eq(applications.state, 'draft'), lt(applications.updatedAt, before));
  const drafts = await asWorker(ctx, (tx) =>
    tx
      .select({ id: applications.id })
      .from(applications)
      .where(abandoned)
      .orderBy(asc(applications.updatedAt))
      .limit(AT_ONCE),
  );
  for (const { id } of drafts) {
    await asWorker(ctx, async (tx) => {
      const [deleted] = await tx
        .delete(applications)
        .where(and(eq(applications.id, id), abandoned))
        .returning({ id: applications.id });
      if (deleted !== undefined) await deleteBlobs(`applications/${id}/`);
    });
  }
};
