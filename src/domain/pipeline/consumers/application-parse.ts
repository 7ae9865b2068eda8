import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { applications } from '@/db/schema';
import { profileFromParse } from '@/domain/candidates/from-parse';
import { loadCatalog } from '@/domain/catalog/load';
import type { Context } from '@/domain/kernel/context';
import { madeStorable } from '@/domain/kernel/storable';
import { asWorker } from '@/domain/kernel/transaction';
import { parseIsolated } from '@/domain/resumes/adapter';
import { readBlob } from '@/services/blob';

/**
 * Reads the résumé of an application into the profile that its form is filled with. A file that was replaced meanwhile,
 * or read already, changes nothing; one that cannot be read ends as failed with its reason, and the form goes on by hand.
 */
export const consumeApplicationParse = async (
  ctx: Context,
  { applicationId }: { applicationId: string },
): Promise<void> => {
  const received = and(eq(applications.id, applicationId), eq(applications.fileState, 'received'));
  const [file] = await asWorker(ctx, (tx) =>
    tx
      .select({ path: applications.blobPath, name: applications.fileName })
      .from(applications)
      .where(received),
  );
  if (file === undefined || file.path === null) return;
  const { path } = file;
  const read = await readFile(ctx, path, file.name ?? '');
  await asWorker(ctx, (tx) =>
    tx
      .update(applications)
      .set({ ...read, updatedAt: ctx.now() })
      .where(and(received, eq(applications.blobPath, path))),
  );
};

const readFile = async (
  ctx: Context,
  path: string,
  filename: string,
): Promise<Partial<typeof applications.$inferInsert>> => {
  const bytes = await readBlob(path);
  if (bytes === null) return { fileState: 'failed', reason: 'not_uploaded' };
  const asOf = ctx.now().toISOString().slice(0, 7);
  const outcome = await parseIsolated(bytes, { filename, asOf });
  if (!outcome.ok) return { fileState: 'failed', reason: outcome.reason };
  const parsed = madeStorable(outcome.resume);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { fileState: 'parsed', parsed, profile: profileFromParse(parsed, loadCatalog(), asOf), sha256 };
};
