import { eq } from 'drizzle-orm';
import { applications } from '@/db/schema';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { deleteBlobs } from '@/services/blob';

/**
 * Deletes the files of an application that was sent but the one it was sent with: those that another took the place of,
 * and late ones. Repeated deliveries find nothing more; of a draft everything stays. Throws when the store does not answer.
 */
export const consumeApplicationFiles = async (
  ctx: Context,
  { applicationId }: { applicationId: string },
): Promise<void> => {
  const [application] = await asWorker(ctx, (tx) =>
    tx
      .select({ state: applications.state, blobPath: applications.blobPath })
      .from(applications)
      .where(eq(applications.id, applicationId)),
  );
  if (application === undefined || application.state === 'draft') return;
  await deleteBlobs(`applications/${applicationId}/`, application.blobPath);
};
