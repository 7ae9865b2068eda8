import { and, eq, inArray, lte, or, sql } from 'drizzle-orm';
import {
  announcements,
  candidacies,
  importItems,
  imports,
  jobs,
  matchResults,
  matchRuns,
  notifications,
} from '@/db/schema';
import type { Transaction } from '@/db/client';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { enqueue } from '@/domain/kernel/outbox';
import { asWorker } from '@/domain/kernel/transaction';
import { MailError, sendMail } from '@/services/mail';
import { notify } from './commands/notify';
import { recruiterOf } from './queries/recruiter';
import { mailOf } from './mails';

/**
 * Tells the job's recruiter of the strong matches that a run brought and nobody has decided on, once a pair: an in-app
 * notice and a mail for the run, nothing when there is nothing new. A run that is no longer the current one, or ranked
 * what the job no longer asks, tells nothing, and so does one of a job that is not open any more.
 */
export const consumeRunFinished = (
  ctx: Context,
  { runId, patch }: { runId: string; patch: number },
): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const [found] = await tx
      .select({ run: matchRuns, job: jobs })
      .from(matchRuns)
      .innerJoin(jobs, eq(jobs.id, matchRuns.jobId))
      .where(eq(matchRuns.id, runId));
    if (found === undefined) return;
    const { run, job } = found;
    const current = job.currentRunId === runId && job.currentVersionId === run.jobVersionId;
    if (!current || job.state !== 'open') return;
    const { rows } = await tx.execute<{ candidate_id: string }>(sql`
      insert into ${announcements} (organization_id, job_id, candidate_id, run_id, patch)
      select m.organization_id, m.job_id, m.candidate_id, m.run_id, ${patch} from ${matchResults} m
      join ${candidacies} c on c.job_id = m.job_id and c.candidate_id = m.candidate_id and c.stage = 'new'
      where m.run_id = ${runId} and m.match_group = 'ranked' and m.band = 'strong'
      on conflict (job_id, candidate_id) do nothing returning candidate_id`);
    if (rows.length === 0) return;
    const userId = await recruiterOf(tx, job);
    if (userId === null) return;
    await notify(ctx, tx, {
      organizationId: run.organizationId,
      to: { userId },
      event: 'strong_matches',
      about: `run:${runId}:${patch}`,
      data: { jobId: job.id, runId, patch, count: rows.length },
      channels: ['in_app', 'email'],
    });
  });

/** The same for every run of a batch's job group that is shown; what was told before is not told again. */
export const consumeBatchRanked = async (
  ctx: Context,
  { batchId, group }: { batchId: string; group: number },
): Promise<void> => {
  const runs = await asWorker(ctx, (tx) =>
    tx
      .select({ runId: matchRuns.id })
      .from(matchRuns)
      .where(
        and(eq(matchRuns.batchId, batchId), eq(matchRuns.jobGroup, group), eq(matchRuns.state, 'succeeded')),
      ),
  );
  for (const { runId } of runs) await consumeRunFinished(ctx, { runId, patch: 0 });
};

/** Tells who started an import that it is finished; in-app only. */
export const consumeImportFinished = (ctx: Context, { importId }: { importId: string }): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const [done] = await tx.select().from(imports).where(eq(imports.id, importId));
    if (done === undefined) return;
    const read = await tx
      .select({ id: importItems.id })
      .from(importItems)
      .where(and(eq(importItems.importId, importId), inArray(importItems.state, ['parsed', 'duplicate'])));
    await notify(ctx, tx, {
      organizationId: done.organizationId,
      to: { userId: done.createdBy },
      event: 'import_finished',
      about: `import:${importId}`,
      data: { importId, count: read.length },
      channels: ['in_app'],
    });
  });

/** The queue delivers a mail four times within a minute, then the sweep every ten: some six rounds, or an hour. */
const MAX_TRIES = 24;
const QUIET_MS = 10 * 60_000;
/** After this long a mail that is being sent belongs to a process that died. */
const ABANDONED_MS = 2 * 60_000;
const RECONCILED_AT_ONCE = 500;

const before = (ctx: Context, milliseconds: number): Date => new Date(ctx.now().getTime() - milliseconds);

/** Sends one mail, once: claimed by state, sent outside any transaction, then recorded. Throws to be tried again. */
export const consumeNotificationSend = async (
  ctx: Context,
  { notificationId }: { notificationId: string },
): Promise<void> => {
  const mail = await asWorker(ctx, (tx) => claimMail(ctx, tx, notificationId));
  if (mail === null) return;
  const settle = (set: Partial<typeof notifications.$inferInsert>): Promise<unknown> =>
    asWorker(ctx, (tx) =>
      tx
        .update(notifications)
        .set({ ...set, movedAt: ctx.now() })
        .where(and(eq(notifications.id, notificationId), eq(notifications.state, 'sending'))),
    );
  try {
    const { messageId } = await sendMail({
      key: `notification-${notificationId}`,
      to: mail.to,
      ...mail.content,
    });
    await settle({ state: 'sent', providerId: messageId });
  } catch (error) {
    const lastError = error instanceof Error ? error.message.slice(0, 300) : 'not sent';
    const rejected = error instanceof MailError && error.outcome === 'rejected';
    const dead = rejected || mail.attempts >= MAX_TRIES;
    await settle({ state: dead ? 'dead' : 'failed', lastError });
    if (!dead) throw error;
    ctx.log.error('mail given up', { notificationId, error });
  }
};

const claimMail = async (ctx: Context, tx: Transaction, notificationId: string) => {
  const [claimed] = await tx
    .update(notifications)
    .set({ state: 'sending', attempts: sql`${notifications.attempts} + 1`, movedAt: ctx.now() })
    .where(
      and(
        eq(notifications.id, notificationId),
        or(
          inArray(notifications.state, ['queued', 'failed']),
          and(eq(notifications.state, 'sending'), lte(notifications.movedAt, before(ctx, ABANDONED_MS))),
        ),
      ),
    )
    .returning();
  if (claimed === undefined) return null;
  const mail = await mailOf(tx, claimed);
  if (mail === null) {
    await tx
      .update(notifications)
      .set({ state: 'dead', lastError: 'nobody to send it to' })
      .where(eq(notifications.id, claimed.id));
    return null;
  }
  await audit(ctx, tx, {
    organizationId: claimed.organizationId,
    action: 'notification.sending',
    entity: 'notification',
    entityId: claimed.id,
    data: { attempt: claimed.attempts, channel: claimed.channel },
  });
  return { ...mail, attempts: claimed.attempts };
};

/**
 * Takes up the mails that a crash or an outage left: those whose sender went away (recorded as such: it may have been
 * sent) and those the queue stopped delivering. Each goes to the queue again, or is given up after its last try.
 */
export const reconcileMails = (ctx: Context): Promise<void> =>
  asWorker(ctx, async (tx) => {
    const left = await tx
      .select()
      .from(notifications)
      .where(
        and(
          eq(notifications.channel, 'email'),
          or(
            and(eq(notifications.state, 'sending'), lte(notifications.movedAt, before(ctx, ABANDONED_MS))),
            and(
              inArray(notifications.state, ['queued', 'failed']),
              lte(notifications.movedAt, before(ctx, QUIET_MS)),
            ),
          ),
        ),
      )
      .limit(RECONCILED_AT_ONCE)
      .for('update', { skipLocked: true });
    for (const { id, state, attempts, lastError } of left) {
      const dead = attempts >= MAX_TRIES;
      await tx
        .update(notifications)
        .set({
          state: dead ? 'dead' : 'failed',
          lastError: state === 'sending' ? 'its sender went away: it may have been sent' : lastError,
          movedAt: ctx.now(),
        })
        .where(eq(notifications.id, id));
      if (!dead) await enqueue(ctx, tx, 'notification-send', { notificationId: id });
    }
  });
