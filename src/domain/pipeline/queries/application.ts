import { eq } from 'drizzle-orm';
import { applications } from '@/db/schema';
import { editableOf } from '@/domain/candidates/edits';
import { unsureOf } from '@/domain/candidates/unsure';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { reasonWords } from '@/domain/resumes/reasons';
import { asKeyHolder } from '../commands/apply';
import type { ApplicationView } from '../schema/application';

/** One visitor's application as it stands. Throws `not_found` unless the key is right. */
export const getApplication = (
  ctx: Context,
  input: { applicationId: string; key: string },
): Promise<ApplicationView> =>
  asKeyHolder(ctx, input, async (tx) => {
    const [row] = await tx.select().from(applications).where(eq(applications.id, input.applicationId));
    if (row === undefined) throw notFound('This application');
    return {
      applicationId: row.id,
      jobId: row.jobId,
      state: row.state,
      file: {
        state: row.fileState,
        name: row.fileName,
        problem: row.reason === null ? null : { reason: row.reason, ...reasonWords(row.reason) },
      },
      read: row.profile === null ? null : { profile: editableOf(row.profile), unsure: unsureOf(row.profile) },
      draft: row.draft,
      revision: row.draftRevision,
    };
  });
