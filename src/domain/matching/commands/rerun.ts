import { eq } from 'drizzle-orm';
import { matchBatches, matchRuns } from '@/db/schema';
import { audit, NO_ORGANIZATION } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { enqueue } from '@/domain/kernel/outbox';
import { asAdmin } from '@/domain/kernel/transaction';
import { startBatch } from '../batches';
import { localDay } from '../nights';

/**
 * Ranks the open jobs of a batch's time zone anew, as of today there; what is left of older batches of the zone is superseded.
 * Returns the new batch. Throws `not_found`.
 */
export const rerunBatch = (ctx: Context, input: { batchId: string }): Promise<{ batchId: string }> =>
  asAdmin(ctx, async (tx) => {
    const [batch] = await tx
      .select({ timeZone: matchBatches.timeZone })
      .from(matchBatches)
      .where(eq(matchBatches.id, input.batchId));
    if (batch === undefined) throw notFound('This batch');
    const { timeZone } = batch;
    const day = localDay(ctx.now(), timeZone);
    const batchId = (await startBatch(ctx, tx, { trigger: 'manual', timeZone, day })) ?? input.batchId;
    await audit(ctx, tx, {
      organizationId: NO_ORGANIZATION,
      action: 'batch.rerun',
      entity: 'batch',
      entityId: batchId,
      data: { timeZone, day },
    });
    return { batchId };
  });

/** Asks for the job of a run to be ranked anew. Throws `not_found`. */
export const rerunJob = (ctx: Context, input: { runId: string }): Promise<{ runId: string }> =>
  asAdmin(ctx, async (tx) => {
    const [run] = await tx.select().from(matchRuns).where(eq(matchRuns.id, input.runId));
    if (run === undefined) throw notFound('This run');
    const { jobId, organizationId } = run;
    await enqueue(ctx, tx, 'match-request', { requestId: ctx.newId(), jobId, trigger: 'manual' });
    await audit(ctx, tx, {
      organizationId,
      action: 'run.asked_again',
      entity: 'run',
      entityId: run.id,
      data: { jobId },
    });
    return { runId: run.id };
  });
