import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import type { Context } from '@/domain/kernel/context';
import { anyId } from './results';

/** Rows kept of one pair: the oldest go when it moves more often. */
export const MOST_ROWS_A_PAIR = 60;

/** Keeps rows of `match_results` that are about to be replaced: those named by `replaced`, of the runs `before`. */
const keep = async (
  ctx: Pick<Context, 'now'>,
  tx: Transaction,
  before: SQL,
  replaced: SQL,
): Promise<void> => {
  await tx.execute(sql`
    with placed as (
      select run_id, candidate_id,
        row_number() over (partition by run_id, match_group order by expected desc, tie_break, candidate_id) as position
      from match_results where run_id in (${before})
    ), moved as (
      select p.*, r.patches, placed.position from placed
      join match_results p on p.run_id = placed.run_id and p.candidate_id = placed.candidate_id
      join match_runs r on r.id = p.run_id where ${replaced}
    ), old as (
      delete from score_history h using (
        select k.job_id, k.candidate_id, k.run_id, k.patch,
          row_number() over (partition by k.job_id, k.candidate_id order by k.until desc, k.patch desc) as newest
        from score_history k join moved on moved.job_id = k.job_id and moved.candidate_id = k.candidate_id
      ) known
      where known.newest >= ${MOST_ROWS_A_PAIR} and h.job_id = known.job_id and h.candidate_id = known.candidate_id
        and h.run_id = known.run_id and h.patch = known.patch
    )
    insert into score_history (organization_id, job_id, candidate_id, run_id, patch, candidate_version_id, match_group,
      expected, low, high, position, factors, scored_at, until)
    select organization_id, job_id, candidate_id, run_id, patches, candidate_version_id, match_group, expected, low,
      high, position, factors, scored_at, ${ctx.now().toISOString()}::timestamptz
    from moved
    on conflict (job_id, candidate_id, run_id, patch) do nothing`);
};

/**
 * Keeps how pairs stood whose score or group is another in these runs than in the rankings they replace. Call it before the jobs
 * point at the runs. Needs role `app_worker`.
 */
export const keepReplaced = (
  ctx: Pick<Context, 'now'>,
  tx: Transaction,
  runIds: readonly string[],
): Promise<void> =>
  keep(
    ctx,
    tx,
    sql`select j.current_run_id from jobs j join match_runs n on n.job_id = j.id where n.id = ${anyId(runIds)}`,
    sql`exists (
      select from match_runs s join match_results n on n.run_id = s.id
      where s.id = ${anyId(runIds)} and s.job_id = p.job_id and n.candidate_id = p.candidate_id
        and (n.expected, n.low, n.high, n.match_group) is distinct from (p.expected, p.low, p.high, p.match_group))`,
  );

/** Keeps how one person stands in these runs before they are scored anew within them. Needs role `app_worker`. */
export const keepBefore = (
  ctx: Pick<Context, 'now'>,
  tx: Transaction,
  { runIds, candidateId }: { runIds: readonly string[]; candidateId: string },
): Promise<void> =>
  keep(ctx, tx, sql`select unnest(${sql.param([...runIds])}::uuid[])`, sql`p.candidate_id = ${candidateId}`);
