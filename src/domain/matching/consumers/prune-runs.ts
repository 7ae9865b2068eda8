import { sql } from 'drizzle-orm';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { anyId } from '../results';

/** Six months, for which scores must be answered for, and one for whoever asks late. */
export const KEPT_DAYS = 210;
/** Runs, batches or requests that one sweep deletes; the next one goes on. */
export const PRUNED_AT_ONCE = 500;

/**
 * Deletes runs that ended more than `KEPT_DAYS` ago, with their chunks, what the shadow made of them and how pairs stood in them, and
 * batches of which no run is left. Kept as long as they are named: the run that a job shows, and those of receipts and contests.
 * Requests that were turned into runs as long ago go too: nobody delivers one again by then. Returns how many runs went.
 */
export const pruneRuns = (ctx: Context): Promise<number> =>
  asWorker(ctx, async (tx) => {
    const before = sql`${new Date(ctx.now().getTime() - KEPT_DAYS * 86_400_000).toISOString()}::timestamptz`;
    const { rows } = await tx.execute<{ id: string }>(sql`
      select r.id from match_runs r
      where r.created_at < ${before} and r.finished_at < ${before}
        and not exists (select from jobs j where j.current_run_id = r.id)
        and not exists (select from receipts k where k.run_id = r.id)
        and not exists (select from contests c where c.run_id = r.id)
      order by r.created_at limit ${PRUNED_AT_ONCE} for update of r skip locked`);
    if (rows.length > 0) {
      await tx.execute(sql`delete from match_runs where id = ${anyId(rows.map(({ id }) => id))}`);
    }
    await tx.execute(sql`
      delete from match_batches where id in (
        select b.id from match_batches b
        where b.created_at < ${before} and b.finished_at < ${before}
          and not exists (select from match_runs r where r.batch_id = b.id)
        order by b.created_at limit ${PRUNED_AT_ONCE})`);
    await tx.execute(sql`
      delete from match_requests where id = any(array(
        select q.id from match_requests q where q.at < ${before} order by q.at limit ${PRUNED_AT_ONCE}))`);
    if (rows.length > 0) ctx.log.info('old runs deleted', { count: rows.length });
    return rows.length;
  });
