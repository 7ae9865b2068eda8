import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import type { Context } from '@/domain/kernel/context';
import { anyId } from './results';

/** Rows kept of one pair: the oldest go when it moves more often. */
export const MOST_ROWS_A_PAIR = 60;

/**
 * Keeps these rows of `match_results`, each with its `position`. What is known of each pair is looked up pair by pair: Postgres cannot
 * tell how few of a ranking moved, and would go through the history of everybody for a handful.
 */
const keep = async (ctx: Pick<Context, 'now'>, tx: Transaction, placed: SQL): Promise<void> => {
  await tx.execute(sql`
    with moved as materialized (${placed}), old as (
      delete from score_history where ctid = any(array(
        select oldest.ctid from moved cross join lateral (
          select k.ctid from score_history k where k.job_id = moved.job_id and k.candidate_id = moved.candidate_id
          order by k.until desc, k.patch desc offset ${MOST_ROWS_A_PAIR - 1}
        ) oldest))
    )
    insert into score_history (organization_id, job_id, candidate_id, run_id, patch, candidate_version_id, match_group,
      expected, low, high, position, factors, scored_at, until)
    select m.organization_id, m.job_id, m.candidate_id, m.run_id, r.patches, m.candidate_version_id, m.match_group,
      m.expected, m.low, m.high, m.position, m.factors, m.scored_at, ${ctx.now().toISOString()}::timestamptz
    from moved m join match_runs r on r.id = m.run_id
    on conflict (job_id, candidate_id, run_id, patch) do nothing`);
};

/** A run, and the ranking that it replaces; null = its job was never ranked. */
export interface Replacing {
  runId: string;
  before: string | null;
}

/** Rows `pair` of a run and the one before it. */
export const pairsOf = (runs: readonly Replacing[]): SQL =>
  sql`unnest(${sql.param(runs.map(({ runId }) => runId))}::uuid[], ${sql.param(runs.map(({ before }) => before))}::uuid[])
    as pair (run_id, before_id)`;

/**
 * All rows of a run, looked up for each of the pairs, whatever Postgres takes their number to be: it knows nothing of rows that were just
 * written, and would compare each with each.
 */
export const rowsOf = (runId: SQL): SQL =>
  sql`lateral (select * from match_results where run_id = ${runId} offset 0)`;

/** One person's row of a run, looked up likewise. */
export const rowOf = (runId: SQL, candidateId: SQL): SQL =>
  sql`lateral (select * from match_results where run_id = ${runId} and candidate_id = ${candidateId} limit 1)`;

/** Whether row `n` of a ranking says otherwise than row `p` of the one before. */
export const MOVED = sql`(n.expected, n.low, n.high, n.match_group) is distinct from (p.expected, p.low, p.high, p.match_group)`;

/**
 * Keeps how pairs stood in the rankings before these runs whose score or group is another in them. On most nights next to nobody moves:
 * give only runs in which somebody did. Call it before the older rows go. Needs role `app_worker`.
 */
export const keepReplaced = async (
  ctx: Pick<Context, 'now'>,
  tx: Transaction,
  runs: readonly Replacing[],
): Promise<void> => {
  if (runs.length === 0) return;
  await keep(
    ctx,
    tx,
    sql`select * from (
      select p.*, n.run_id is not null and ${MOVED} as has_moved, row_number() over (
        partition by p.run_id, p.match_group order by p.expected desc, p.tie_break, p.candidate_id) as position
      from ${pairsOf(runs)} cross join ${rowsOf(sql`pair.before_id`)} p
      left join ${rowOf(sql`pair.run_id`, sql`p.candidate_id`)} n on true
    ) placed where has_moved`,
  );
};

/** Keeps how one person stands in these runs before they are scored anew within them. Needs role `app_worker`. */
export const keepBefore = (
  ctx: Pick<Context, 'now'>,
  tx: Transaction,
  { runIds, candidateId }: { runIds: readonly string[]; candidateId: string },
): Promise<void> =>
  keep(
    ctx,
    tx,
    sql`select p.*, (
        select count(*) + 1 from match_results b
        where b.run_id = p.run_id and b.match_group = p.match_group and (b.expected > p.expected
          or b.expected = p.expected and (b.tie_break, b.candidate_id) < (p.tie_break, p.candidate_id))
      ) as position
      from match_results p where p.run_id = ${anyId(runIds)} and p.candidate_id = ${candidateId}`,
  );
