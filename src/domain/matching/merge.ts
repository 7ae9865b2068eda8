import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import type { Context } from '@/domain/kernel/context';
import { keepReplaced, MOVED, pairsOf, rowOf, rowsOf, type Replacing } from './history';
import type { Run } from './load';
import type { Floors } from './result-rows';
import { anyId } from './results';
import { KEEP_PER_GROUP } from './schema';

/** A run that is whole, and the ranking that it replaces. */
export interface WholeRun {
  run: Run;
  /** The run that the job points at; null = it was never ranked. */
  before: string | null;
  /** Of each group that is full, the least score; null = it is not known how many rows of each stand in the run. */
  floors: Floors | null;
}

/**
 * Puts the chunks of finished runs together in SQL: where floors are not known, drops what is beyond the best N of each group except the
 * organisations' own people and applicants, and remembers the least score with which one of the pool is kept. Makes candidacies of pairs
 * that have none, and keeps how pairs stood whose score moved. Results of runs before the previous one go.
 */
export const mergeResults = async (
  ctx: Context,
  tx: Transaction,
  whole: readonly WholeRun[],
): Promise<void> => {
  const runIds = whole.map(({ run }) => run.id);
  const before = whole.flatMap((each) => each.before ?? []);
  await dropBeyond(
    tx,
    whole.flatMap(({ run, floors }) => (floors === null ? run.id : [])),
  );
  await keepReplaced(ctx, tx, await addMissing(ctx, tx, whole));
  // As an array the runs are looked up one by one; as a subquery so many of them have all rows of the table gone through.
  await tx.execute(sql`
    delete from match_results where run_id = any(array(
      select old.id from match_runs r join match_runs old on old.job_id = r.job_id
      where r.id = ${anyId(runIds)} and old.id <> all(${sql.param([...runIds, ...before])}::uuid[])))`);
};

/**
 * Drops what is beyond the best N of a group, and whoever was merged with another person since their chunk was written; then tells the
 * runs the score of the N-th of each full group. Own people and applicants may be listed with less.
 */
const dropBeyond = async (tx: Transaction, runIds: readonly string[]): Promise<void> => {
  if (runIds.length === 0) return;
  await tx.execute(sql`
    delete from match_results m using candidates c
    where m.run_id = ${anyId(runIds)} and c.id = m.candidate_id and c.merged_into_id is not null`);
  await tx.execute(sql`
    with ranked as (
      select run_id, candidate_id,
        row_number() over (partition by run_id, match_group order by expected desc, tie_break, candidate_id) as position
      from match_results where run_id = ${anyId(runIds)}
    )
    delete from match_results m using ranked, candidates c
    where ranked.position > ${KEEP_PER_GROUP} and m.run_id = ranked.run_id and m.candidate_id = ranked.candidate_id
      and c.id = m.candidate_id and c.organization_id is distinct from m.organization_id
      and not exists (
        select from candidacies a
        where a.job_id = m.job_id and a.candidate_id = m.candidate_id and a.source <> 'matched'
      )`);
  await tx.execute(sql`
    update match_runs r set floors = f.floors from (
      select run_id, jsonb_object_agg(match_group, least) as floors from (
        select run_id, match_group, (array_agg(expected order by expected desc))[${KEEP_PER_GROUP}] as least
        from match_results where run_id = ${anyId(runIds)}
        group by run_id, match_group having count(*) >= ${KEEP_PER_GROUP}
      ) full_groups group by run_id
    ) f where r.id = f.run_id`);
};

/** Of each row `n` of a ranking its candidacy `k`, looked up one by one, as `rowOf` does. */
const CANDIDACIES = sql`left join lateral (
  select candidate_id from candidacies where job_id = n.job_id and candidate_id = n.candidate_id limit 1) k on true`;

/** Makes candidacies of pairs (organisation, job and candidate), without those that there are already. */
const candidaciesOf = (ctx: Context, pairs: SQL): SQL => {
  const now = sql`${ctx.now().toISOString()}::timestamptz`;
  return sql`
    insert into candidacies
      (id, organization_id, job_id, candidate_id, source, stage_since, unmasked_at, created_at)
    select gen_random_uuid(), m.organization_id, m.job_id, m.candidate_id,
      case when c.organization_id = m.organization_id then 'imported' else 'matched' end::candidacy_source,
      ${now}, case when c.organization_id = m.organization_id then ${now} end, ${now}
    from (${pairs}) m join candidates c on c.id = m.candidate_id and c.merged_into_id is null
    on conflict (job_id, candidate_id) do nothing`;
};

/**
 * Makes a candidacy of each pair of these runs that has none. Returns those of the runs in which pairs stood otherwise before: both are
 * told by going through the rows once.
 */
const addMissing = async (
  ctx: Context,
  tx: Transaction,
  whole: readonly WholeRun[],
): Promise<Replacing[]> => {
  const replacing = whole.map(({ run, before }) => ({ runId: run.id, before }));
  const { rows } = await tx.execute<{ id: string }>(sql`
    with changed as materialized (
      select n.organization_id, n.job_id, n.candidate_id, k.candidate_id is null as is_new,
        case when p.run_id is not null and ${MOVED} then n.run_id end as moved_in
      from ${pairsOf(replacing)} cross join ${rowsOf(sql`pair.run_id`)} n
      left join ${rowOf(sql`pair.before_id`, sql`n.candidate_id`)} p on true
      ${CANDIDACIES}
      where k.candidate_id is null or p.run_id is not null and ${MOVED}
    ), added as (${candidaciesOf(ctx, sql`select * from changed where is_new`)})
    select distinct moved_in as id from changed where moved_in is not null`);
  const moved = new Set(rows.map(({ id }) => id));
  return replacing.filter(({ runId }) => moved.has(runId));
};

/** Makes a candidacy of each pair of one person in these runs that has none. */
export const addCandidacies = async (
  ctx: Context,
  tx: Transaction,
  { runIds, candidateId }: { runIds: readonly string[]; candidateId: string },
): Promise<void> => {
  await tx.execute(
    candidaciesOf(
      ctx,
      sql`select n.organization_id, n.job_id, n.candidate_id from match_results n ${CANDIDACIES}
        where n.run_id = ${anyId(runIds)} and n.candidate_id = ${candidateId} and k.candidate_id is null`,
    ),
  );
};
