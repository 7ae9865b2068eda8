import { and, eq, inArray, sql } from 'drizzle-orm';
import { applications, jobPostings } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { detached } from '@/domain/candidates/schema/editable';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import { enqueue } from '@/domain/kernel/outbox';
import { fieldIssues } from '@/domain/kernel/schema';
import { asApplicant, asWorker } from '@/domain/kernel/transaction';
import { refusedFor, typeOf } from '@/domain/resumes/file-name';
import { reasonWords } from '@/domain/resumes/reasons';
import { MAX_RESUME_BYTES } from '@/domain/resumes/schema';
import { env } from '@/env';
import { isApplicationKey, mintApplicationKey } from '../application-key';
import type { ApplicationDraft } from '../schema/application';
import { applicationFormSchema, type OfferedFile } from '../schema/application';

interface Key {
  applicationId: string;
  key: string;
}
type Application = typeof applications.$inferSelect;

/**
 * A transaction on the application whose key is shown. Rejects with `not_found` unless the key is right: a wrong one
 * answers exactly as a missing application.
 */
export const asKeyHolder = async <T>(
  ctx: Context,
  { applicationId, key }: Key,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => {
  if (!isApplicationKey(env().APP_SECRET, applicationId, key)) throw notFound('This application');
  return asApplicant(ctx, { applicationId }, work);
};

const lock = async (tx: Transaction, { applicationId }: Key): Promise<Application> => {
  const [row] = await tx.select().from(applications).where(eq(applications.id, applicationId)).for('update');
  if (row === undefined) throw notFound('This application');
  return row;
};

const lockDraft = async (tx: Transaction, key: Key): Promise<Application> => {
  const row = await lock(tx, key);
  if (row.state !== 'draft') throw new DomainError('conflict', 'This application was sent already.');
  return row;
};

/** Opens a draft of an application to a job on the board. Throws `not_found` for any other job. */
export const beginApplication = (ctx: Context, { jobId }: { jobId: string }): Promise<Key> => {
  const applicationId = ctx.newId();
  return asApplicant(ctx, { applicationId }, async (tx) => {
    const [posting] = await tx
      .select({ organizationId: jobPostings.organizationId })
      .from(jobPostings)
      .where(eq(jobPostings.jobId, jobId));
    if (posting === undefined) throw notFound('This job');
    const at = ctx.now();
    await tx
      .insert(applications)
      .values({ id: applicationId, jobId, ...posting, createdAt: at, updatedAt: at });
    return { applicationId, key: mintApplicationKey(env().APP_SECRET, applicationId) };
  });
};

/**
 * Keeps what the applicant typed, right or wrong. Throws `conflict` when another tab saved something else meanwhile, or when
 * the application was sent already; nothing is overwritten then. A save whose answer was lost may be sent again.
 */
export const saveApplication = (
  ctx: Context,
  input: Key & { revision: number; draft: ApplicationDraft },
): Promise<{ revision: number; savedAt: Date }> =>
  asKeyHolder(ctx, input, async (tx) => {
    const savedAt = ctx.now();
    const [saved] = await tx
      .update(applications)
      .set({ draft: input.draft, draftRevision: sql`${applications.draftRevision} + 1`, updatedAt: savedAt })
      .where(
        and(
          eq(applications.id, input.applicationId),
          eq(applications.draftRevision, input.revision),
          eq(applications.state, 'draft'),
        ),
      )
      .returning({ revision: applications.draftRevision });
    if (saved !== undefined) return { ...saved, savedAt };
    await lockDraft(tx, input);
    const [same] = await tx
      .select({ revision: applications.draftRevision })
      .from(applications)
      .where(and(eq(applications.id, input.applicationId), eq(applications.draft, input.draft)));
    if (same !== undefined) return { ...same, savedAt };
    throw new DomainError(
      'conflict',
      'You changed this application in another tab. Reload to go on from there.',
    );
  });

/**
 * Says where the browser may put a résumé, or why not, before its bytes travel. A later file takes the place of an earlier
 * one; what was typed stays.
 */
export const offerFile = (ctx: Context, input: Key & { name: string; size: number }): Promise<OfferedFile> =>
  asKeyHolder(ctx, input, async (tx) => {
    const { profile, draft, draftRevision } = await lockDraft(tx, input);
    const refused = refusedFor(input);
    const type = typeOf(input.name);
    if (refused !== null || type === null) {
      const reason = refused ?? 'unsupported_type';
      return { accepted: false, problem: { reason, ...reasonWords(reason) } };
    }
    // What was changed of an earlier reading belongs to the person now: its places in that reading mean nothing any more.
    const typed = profile === null ? null : draft.profile;
    const kept = typeof typed === 'object' && typed !== null ? detached(typed) : null;
    const revision = kept === null ? draftRevision : draftRevision + 1;
    const path = `applications/${input.applicationId}/${ctx.newId()}.${type.extension}`;
    await tx
      .update(applications)
      .set({
        fileState: 'waiting',
        reason: null,
        blobPath: path,
        fileName: input.name,
        contentType: type.contentType,
        size: input.size,
        sha256: null,
        parsed: null,
        profile: null,
        ...(kept !== null && { draft: { ...draft, profile: kept }, draftRevision: revision }),
        updatedAt: ctx.now(),
      })
      .where(eq(applications.id, input.applicationId));
    return { accepted: true, path, contentType: type.contentType, revision };
  });

/** Goes on without a file that never arrived or could not be read; one that was read stays. */
export const dropFile = (ctx: Context, input: Key): Promise<void> =>
  asKeyHolder(ctx, input, async (tx) => {
    await lockDraft(tx, input);
    await tx
      .update(applications)
      .set({
        fileState: 'none',
        reason: null,
        blobPath: null,
        fileName: null,
        contentType: null,
        size: null,
        updatedAt: ctx.now(),
      })
      .where(
        and(eq(applications.id, input.applicationId), inArray(applications.fileState, ['waiting', 'failed'])),
      );
  });

/** What an upload token for the offered file may do. Throws `not_found`, and `conflict` once the bytes are there. */
export const authorizeApplicationUpload = (
  ctx: Context,
  input: Key,
): Promise<{ path: string; contentTypes: string[]; maximumBytes: number }> =>
  asKeyHolder(ctx, input, async (tx) => {
    const { blobPath, contentType, fileState } = await lockDraft(tx, input);
    if (blobPath === null || contentType === null) throw notFound('This upload');
    if (fileState !== 'waiting') throw new DomainError('conflict', 'This file is already here.');
    return { path: blobPath, contentTypes: [contentType], maximumBytes: MAX_RESUME_BYTES };
  });

/** `path` null stands for the file that is waited for; a late word about one that was replaced changes nothing. */
const receive = async (
  ctx: Context,
  tx: Transaction,
  applicationId: string,
  path: string | null,
): Promise<void> => {
  const [moved] = await tx
    .update(applications)
    .set({ fileState: 'received', updatedAt: ctx.now() })
    .where(
      and(
        eq(applications.id, applicationId),
        eq(applications.fileState, 'waiting'),
        path === null ? undefined : eq(applications.blobPath, path),
      ),
    )
    .returning({ path: applications.blobPath });
  if (moved === undefined) {
    await tidyLate(ctx, tx, applicationId);
    return;
  }
  await enqueue(ctx, tx, 'application-parse', { applicationId }, { idempotencyKey: `parse:${moved.path}` });
};

/** Bytes that come after the application was sent belong to no one. */
const tidyLate = async (ctx: Context, tx: Transaction, applicationId: string): Promise<void> => {
  const [row] = await tx
    .select({ state: applications.state })
    .from(applications)
    .where(eq(applications.id, applicationId));
  if (row !== undefined && row.state !== 'draft')
    await enqueue(ctx, tx, 'application-files', { applicationId });
};

/** The browser says that the bytes are in the store. The store's own callback says so too; either is enough. */
export const confirmFile = (ctx: Context, input: Key): Promise<void> =>
  asKeyHolder(ctx, input, (tx) => receive(ctx, tx, input.applicationId, null));

/** The store's signed callback says that the bytes at `path` are there. */
export const receiveApplicationFile = (
  ctx: Context,
  { applicationId, path }: { applicationId: string; path: string },
): Promise<void> => asWorker(ctx, (tx) => receive(ctx, tx, applicationId, path));

/**
 * Sends an application: checked at its fields (throws `invalid_input` with issues), kept as it was sent, and taken in by a
 * consumer. Sending twice sends once. Throws `conflict` when the job left the board meanwhile; the draft stays.
 */
export const submitApplication = (
  ctx: Context,
  input: Key & { form: unknown },
): Promise<{ state: Application['state'] }> =>
  asKeyHolder(ctx, input, async (tx) => {
    const application = await lock(tx, input);
    if (application.state !== 'draft') return { state: application.state };
    const [posting] = await tx
      .select({ content: jobPostings.content })
      .from(jobPostings)
      .where(eq(jobPostings.jobId, application.jobId));
    if (posting === undefined)
      throw new DomainError('conflict', 'This job is no longer open. What you typed is kept.');
    const form = applicationFormSchema.safeParse(input.form);
    const asked = posting.content.screening ?? [];
    const issues = [
      ...(form.success ? [] : fieldIssues(form.error)),
      ...(application.fileState === 'waiting'
        ? [{ path: 'file', message: 'Your résumé is still on its way. Wait for it, or go on without.' }]
        : []),
    ];
    if (!form.success || issues.length > 0)
      throw new DomainError('invalid_input', 'Some answers need another look.', { issues });
    const screening = Object.fromEntries(
      asked.flatMap(({ id }) => (form.data.screening[id] ? [[id, form.data.screening[id]]] : [])),
    );
    const at = ctx.now();
    await tx
      .update(applications)
      .set({ state: 'submitted', draft: { ...form.data, screening }, submittedAt: at, updatedAt: at })
      .where(eq(applications.id, application.id));
    await enqueue(
      ctx,
      tx,
      'application-submitted',
      { applicationId: application.id },
      { idempotencyKey: `application:${application.id}` },
    );
    // Whoever sends it does so as a visitor, whatever sessions their browser has.
    await audit({ ...ctx, actor: { kind: 'anonymous' } }, tx, {
      organizationId: application.organizationId,
      action: 'application.submitted',
      entity: 'application',
      entityId: application.id,
      data: { jobId: application.jobId, file: application.fileState },
    });
    return { state: 'submitted' };
  });
