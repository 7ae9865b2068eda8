import { and, eq, inArray, max, sql } from 'drizzle-orm';
import { jobs, jobVersions } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { contentHash } from '@/domain/catalog/hash';
import { loadCatalog } from '@/domain/catalog/load';
import type { Authorized } from '@/domain/kernel/actor';
import { audit, auditAll } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import { enqueue } from '@/domain/kernel/outbox';
import { asMember } from '@/domain/kernel/transaction';
import { checkCriteria } from './commands/check-criteria';
import { removePosting, writePosting } from './commands/posting';
import { checkDraft, differsFrom } from './draft';
import { prefilledDraft } from './prefill';
import { publishedSets, readinessFor } from './queries/weights';
import {
  JOB_MOVES,
  type JobAnswers,
  type JobDraft,
  type JobState,
  type Readiness,
  type SavedDraft,
} from './schema';
import type { CriteriaReason } from './schema/criteria';

type Grant = Authorized<'job:write'>;

const titleOf = (draft: JobDraft): string =>
  typeof draft.title === 'string' && draft.title.trim() !== ''
    ? draft.title.trim().slice(0, 120)
    : 'Untitled job';

const insertDraft = async (ctx: Context, tx: Transaction, grant: Grant, draft: JobDraft, action: string) => {
  const jobId = ctx.newId();
  const now = ctx.now();
  await tx.insert(jobs).values({
    id: jobId,
    organizationId: grant.organizationId,
    title: titleOf(draft),
    draft,
    createdBy: grant.userId,
    createdAt: now,
    updatedAt: now,
    stateSince: now,
  });
  await audit(ctx, tx, { organizationId: grant.organizationId, action, entity: 'job', entityId: jobId });
  return jobId;
};

/** Starts a draft with the answers that are usual for its role. Returns its id. */
export const createJob = (
  ctx: Context,
  grant: Grant,
  input: { title: string; role: string | null },
): Promise<{ jobId: string }> =>
  asMember(ctx, grant, async (tx) => {
    const draft = prefilledDraft(loadCatalog(), input);
    return { jobId: await insertDraft(ctx, tx, grant, draft, 'job.created') };
  });

/** A new draft with the answers of another job. Throws `not_found`. */
export const duplicateJob = (
  ctx: Context,
  grant: Grant,
  input: { jobId: string },
): Promise<{ jobId: string }> =>
  asMember(ctx, grant, async (tx) => {
    const [source] = await tx.select({ draft: jobs.draft }).from(jobs).where(eq(jobs.id, input.jobId));
    if (source === undefined) throw notFound('This job');
    const draft = { ...source.draft, title: `Copy of ${titleOf(source.draft)}`.slice(0, 120) };
    return { jobId: await insertDraft(ctx, tx, grant, draft, 'job.duplicated') };
  });

/**
 * Saves a draft whatever it holds; what is wrong comes back as issues. Throws `not_found`, and `conflict` when
 * somebody saved something else meanwhile (nothing is overwritten). A save whose answer was lost may be sent again.
 */
export const saveDraft = (
  ctx: Context,
  grant: Grant,
  input: { jobId: string; revision: number; answers: JobDraft },
): Promise<SavedDraft> =>
  asMember(ctx, grant, async (tx) => {
    const checked = checkDraft(input.answers);
    const { answers, draft, issues } = checked;
    const stored = { revision: jobs.draftRevision, versionId: jobs.currentVersionId };
    const [written] = await tx
      .update(jobs)
      .set({
        draft,
        title: titleOf(draft),
        draftRevision: sql`${jobs.draftRevision} + 1`,
        updatedAt: ctx.now(),
      })
      .where(and(eq(jobs.id, input.jobId), eq(jobs.draftRevision, input.revision)))
      .returning(stored);
    const [saved] =
      written !== undefined
        ? [written]
        : await tx
            .select(stored)
            .from(jobs)
            .where(and(eq(jobs.id, input.jobId), eq(jobs.draft, draft)));
    if (saved === undefined) throw await refusal(tx, input.jobId);
    const [published] =
      saved.versionId === null
        ? []
        : await tx
            .select({ hash: jobVersions.hash })
            .from(jobVersions)
            .where(eq(jobVersions.id, saved.versionId));
    return {
      jobId: input.jobId,
      revision: saved.revision,
      issues,
      changed: differsFrom(published?.hash ?? null, checked),
      readiness: await readinessFor(tx, answers),
    };
  });

const refusal = async (tx: Transaction, jobId: string): Promise<DomainError> => {
  const [job] = await tx.select({ id: jobs.id }).from(jobs).where(eq(jobs.id, jobId));
  return job === undefined
    ? notFound('This job')
    : new DomainError(
        'conflict',
        'Somebody changed this job meanwhile. Your answers are kept on this screen; reload to see theirs.',
      );
};

const whyNot = ({ setWeight, least }: Readiness): string =>
  setWeight < least
    ? `Not enough is filled in to rank people: ${setWeight} of 100 weight, ${least} is the least.`
    : 'Give the job a title.';

const checkPublishable = async (tx: Transaction, draft: JobDraft): Promise<JobAnswers> => {
  const { answers, issues } = checkDraft(draft);
  const ready = await readinessFor(tx, answers);
  const all = [
    ...issues,
    ...ready.missing.map(({ questionId, label }) => ({
      path: questionId,
      message: `${label} is still open.`,
    })),
  ];
  if (issues.length > 0)
    throw new DomainError('invalid_input', 'Some answers need another look.', { issues });
  if (!ready.ok) {
    throw new DomainError('invalid_input', whyNot(ready), { issues: all });
  }
  return answers;
};

/** A job is ranked by a set that was published, whatever a client sends. */
const checkWeights = async (tx: Transaction, { weights }: JobAnswers): Promise<void> => {
  if (weights === undefined || weights.set === null) return;
  const published = await publishedSets(tx);
  if (published.some(({ hash }) => hash === weights.set)) return;
  const message = 'This set of weights was never published. Choose another one.';
  throw new DomainError('invalid_input', message, { issues: [{ path: 'weights.set', message }] });
};

/**
 * Publishes the saved draft: an immutable version when its content is new, the state `open`, its posting on the board, and
 * a match run through the queue. Words that ask for something protected take a reason, which the audit log keeps beside them. Throws
 * `invalid_input` with issues at the fields, `conflict` on a stale revision, `not_found`.
 */
export const publishJob = (
  ctx: Context,
  grant: Grant,
  input: { jobId: string; revision: number; criteria?: CriteriaReason | undefined },
): Promise<{ jobId: string; version: number }> =>
  asMember(ctx, grant, async (tx) => {
    const [job] = await tx.select().from(jobs).where(eq(jobs.id, input.jobId)).for('update');
    if (job === undefined) throw notFound('This job');
    if (job.draftRevision !== input.revision) throw await refusal(tx, input.jobId);
    if (job.state === 'archived')
      throw new DomainError('conflict', 'This job is archived. Duplicate it instead.');
    const snapshot = await checkPublishable(tx, job.draft);
    await checkWeights(tx, snapshot);
    const criteria = checkCriteria(snapshot, input.criteria);
    const now = ctx.now();
    const version = await ensureVersion(ctx, tx, grant, job.id, job.currentVersionId, snapshot);
    await tx
      .update(jobs)
      .set({
        state: 'open',
        currentVersionId: version.id,
        publishedAt: job.publishedAt ?? now,
        updatedAt: now,
        ...(job.state !== 'open' && { stateSince: now }),
      })
      .where(eq(jobs.id, job.id));
    await writePosting(ctx, tx, job.id);
    await enqueue(ctx, tx, 'match-request', { requestId: ctx.newId(), jobId: job.id, trigger: 'job' });
    const about = { organizationId: grant.organizationId, entity: 'job', entityId: job.id };
    await auditAll(ctx, tx, [
      { ...about, action: 'job.published', data: { version: version.number, hash: version.hash } },
      ...(criteria === null
        ? []
        : [
            {
              ...about,
              action: 'job.criteria_explained',
              data: { version: version.number, words: criteria.words.join(' · '), reason: criteria.reason },
            },
          ]),
    ]);
    return { jobId: job.id, version: version.number };
  });

const ensureVersion = async (
  ctx: Context,
  tx: Transaction,
  grant: Grant,
  jobId: string,
  currentId: string | null,
  snapshot: JobAnswers,
) => {
  const hash = contentHash(snapshot);
  if (currentId !== null) {
    const [current] = await tx.select().from(jobVersions).where(eq(jobVersions.id, currentId));
    if (current?.hash === hash) return current;
  }
  const [last] = await tx
    .select({ number: max(jobVersions.number) })
    .from(jobVersions)
    .where(eq(jobVersions.jobId, jobId));
  const version = {
    id: ctx.newId(),
    organizationId: grant.organizationId,
    jobId,
    number: (last?.number ?? 0) + 1,
    hash,
    snapshot,
    createdBy: grant.userId,
    createdAt: ctx.now(),
  };
  await tx.insert(jobVersions).values(version);
  return version;
};

const from = (to: JobState): JobState[] =>
  (Object.keys(JOB_MOVES) as JobState[]).filter((state) => JOB_MOVES[state].includes(to));

/** Pauses, resumes, closes, reopens or archives; only an open job is on the board. Throws `conflict` when the job is in no state that allows it. */
export const moveJob = (
  ctx: Context,
  grant: Grant,
  input: { jobId: string; to: 'open' | 'paused' | 'closed' | 'archived' },
): Promise<{ jobId: string; state: JobState }> =>
  asMember(ctx, grant, async (tx) => {
    const now = ctx.now();
    const [moved] = await tx
      .update(jobs)
      .set({ state: input.to, stateSince: now, updatedAt: now })
      .where(and(eq(jobs.id, input.jobId), inArray(jobs.state, from(input.to))))
      .returning({ state: jobs.state });
    if (moved === undefined) {
      const [job] = await tx.select({ state: jobs.state }).from(jobs).where(eq(jobs.id, input.jobId));
      if (job === undefined) throw notFound('This job');
      throw new DomainError('conflict', `A job that is ${job.state} cannot become ${input.to}.`);
    }
    if (input.to === 'open') {
      await writePosting(ctx, tx, input.jobId);
      await enqueue(ctx, tx, 'match-request', { requestId: ctx.newId(), jobId: input.jobId, trigger: 'job' });
    } else await removePosting(tx, input.jobId);
    await audit(ctx, tx, {
      organizationId: grant.organizationId,
      action: `job.${input.to === 'open' ? 'reopened' : input.to}`,
      entity: 'job',
      entityId: input.jobId,
    });
    return { jobId: input.jobId, state: moved.state };
  });
