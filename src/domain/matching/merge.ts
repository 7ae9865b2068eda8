import { sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import type { Context } from '@/domain/kernel/context';
import { keepReplaced } from './history';
import type { Run } from './load';
import { anyId } from './results';
import { KEEP_PER_GROUP } from './schema';

/**
 * Puts the chunks of finished runs together in SQL: drops what is beyond the best N of each group except the organisations' own
 * people and applicants, remembers the least score that was kept, marks pairs listed for the first time and makes them
 * candidacies. Whoever was merged with another person since the runs began is dropped. Results of runs before the previous one
 * go.
 */
export const mergeResults = async (ctx: Context, tx: Transaction, runs: readonly Run[]): Promise<void> => {
  const runIds = runs.map((run) => run.id);
  const these = anyId(runIds);
  await tx.execute(sql`
    delete from match_results m using candidates c
    where m.run_id = ${these} and c.id = m.candidate_id and c.merged_into_id is not null`);
  await tx.execute(sql`
    with ranked as (
      select run_id, candidate_id,
        row_number() over (partition by run_id, match_group order by expected desc, tie_break, candidate_id) as position
      from match_results where run_id = ${these}
    )
    delete from match_results m using ranked, candidates c
    where ranked.position > ${KEEP_PER_GROUP} and m.run_id = ranked.run_id and m.candidate_id = ranked.candidate_id
      and c.id = m.candidate_id and c.organization_id is distinct from m.organization_id
      and not exists (
        select from candidacies a
        where a.job_id = m.job_id and a.candidate_id = m.candidate_id and a.source <> 'matched'
      )`);
  await tx.execute(sql`
    update match_runs r set floors = coalesce((
      select jsonb_object_agg(match_group, floor) from (
        select match_group, min(expected) as floor from match_results where run_id = r.id
        group by match_group having count(*) >= ${KEEP_PER_GROUP}
      ) full_groups), '{}')
    where r.id = ${these}`);
  await markNew(tx, runIds);
  await addCandidacies(ctx, tx, { runIds });
  await keepReplaced(ctx, tx, runIds);
  await tx.execute(sql`
    delete from match_results where run_id in (
      select old.id from match_runs r join jobs j on j.id = r.job_id
      join match_runs old on old.job_id = r.job_id and old.id <> r.id and old.id is distinct from j.current_run_id
      where r.id = ${these})`);
};

/**
 * Marks what is listed for the first time as new: pairs without a candidacy, and applicants whom the ranking before did
 * not hold.
 */
const markNew = async (tx: Transaction, runIds: readonly string[]): Promise<void> => {
  await tx.execute(sql`
    update match_results m set is_new = true
    where m.run_id = ${anyId(runIds)} and not exists (
      select from candidacies c where c.job_id = m.job_id and c.candidate_id = m.candidate_id
        and (c.source <> 'applied' or exists (
          select from match_results before join jobs j on j.current_run_id = before.run_id
          where j.id = m.job_id and before.candidate_id = m.candidate_id
        ))
    )`);
};

/** Makes a candidacy of each listed pair that has none. */
export const addCandidacies = async (
  ctx: Context,
  tx: Transaction,
  listed: { runIds: readonly string[]; candidateId?: string },
): Promise<void> => {
  const now = ctx.now().toISOString();
  const { runIds, candidateId } = listed;
  const one = candidateId === undefined ? sql`` : sql`and m.candidate_id = ${candidateId}`;
  await tx.execute(sql`
    insert into candidacies
      (id, organization_id, job_id, candidate_id, source, stage_since, unmasked_at, created_at)
    select gen_random_uuid(), m.organization_id, m.job_id, m.candidate_id,
      case when c.organization_id = m.organization_id then 'imported' else 'matched' end::candidacy_source,
      ${now}::timestamptz, case when c.organization_id = m.organization_id then ${now}::timestamptz end,
      ${now}::timestamptz
    from match_results m join candidates c on c.id = m.candidate_id and c.merged_into_id is null
    where m.run_id = ${anyId(runIds)} and m.is_new ${one}
    on conflict (job_id, candidate_id) do nothing`);
};
