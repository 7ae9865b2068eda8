import { pruneSessions } from '@/domain/accounts/sessions';
import type { Context } from '@/domain/kernel/context';
import { consumePeopleCompare } from '@/domain/candidates/consumers/compare-people';
import { reconcilePostings } from '@/domain/jobs/consumer';
import { pruneOutbox } from '@/domain/kernel/dead-letters';
import { drainOutbox } from '@/domain/kernel/outbox';
import { reconcileRuns } from '@/domain/matching/consumer';
import { pruneRuns } from '@/domain/matching/consumers/prune-runs';
import { reconcileBatches } from '@/domain/matching/parts';
import { reconcileMails } from '@/domain/notifications/consumer';
import { pruneDrafts } from '@/domain/pipeline/consumers/application-drafts';
import { reconcileImports } from '@/domain/resumes/consumer';
import { startReparse } from '@/domain/resumes/consumers/reparse';

/** Each stands by itself. The outbox is drained after what fills it, and before what only tidies up. */
const STEPS: Record<string, (ctx: Context) => Promise<unknown>> = {
  runs: reconcileRuns,
  batches: reconcileBatches,
  imports: reconcileImports,
  mails: reconcileMails,
  postings: reconcilePostings,
  reparse: startReparse,
  duplicates: consumePeopleCompare,
  drain: drainOutbox,
  'prune-outbox': pruneOutbox,
  'prune-runs': pruneRuns,
  'prune-sessions': pruneSessions,
  'prune-drafts': pruneDrafts,
};

/**
 * The minutely sweep: whatever a crash, a lost message or a closed browser left open is taken up again. A step that
 * fails does not keep the others from running; the sweep then throws, so that its trigger shows it.
 */
export const sweep = async (ctx: Context): Promise<void> => {
  const failed: string[] = [];
  for (const [reason, step] of Object.entries(STEPS)) {
    try {
      await step(ctx);
    } catch (error) {
      failed.push(reason);
      ctx.log.error('sweep step failed', { reason, error });
    }
  }
  if (failed.length > 0) throw new Error(`The sweep failed at ${failed.join(', ')}.`);
};
