import { sql } from 'drizzle-orm';
import type { matchRuns } from '@/db/schema';
import type { Transaction } from '@/db/client';
import type { Context } from '@/domain/kernel/context';
import { KEEP_PER_GROUP } from './schema';

/**
 * Puts the chunks of a run together in SQL: ranks within each group, drops what is beyond the best N except the
 * organisation's own people, marks pairs listed for the first time and makes them candidacies. Results of runs before
 * the previous one go.
 */
export const mergeResults = async (
  ctx: Context,
  tx: Transaction,
  run: typeof matchRuns.$inferSelect,
): Promise<void> => {
  const now = ctx.now().toISOString();
  await tx.execute(sql`
    with ranked as (
      select candidate_id,
        row_number() over (partition by match_group order by expected desc, tie_break, candidate_id) as position
      from match_results where run_id = ${run.id}
    )
    update match_results m set
      rank = ranked.position,
      is_new = not exists (
        select from candidacies c where c.job_id = m.job_id and c.candidate_id = m.candidate_id
      )
    from ranked where m.run_id = ${run.id} and m.candidate_id = ranked.candidate_id`);
  await tx.execute(sql`
    delete from match_results m using candidates c
    where m.run_id = ${run.id} and c.id = m.candidate_id and m.rank > ${KEEP_PER_GROUP}
      and c.organization_id is distinct from ${run.organizationId}::uuid`);
  await tx.execute(sql`
    insert into candidacies
      (id, organization_id, job_id, candidate_id, source, stage_since, unmasked_at, created_at)
    select gen_random_uuid(), m.organization_id, m.job_id, m.candidate_id,
      case when c.organization_id = m.organization_id then 'imported' else 'matched' end::candidacy_source,
      ${now}::timestamptz, case when c.organization_id = m.organization_id then ${now}::timestamptz end,
      ${now}::timestamptz
    from match_results m join candidates c on c.id = m.candidate_id
    where m.run_id = ${run.id} and m.is_new
    on conflict (job_id, candidate_id) do nothing`);
  await tx.execute(sql`
    delete from match_results where job_id = ${run.jobId} and run_id <> ${run.id}
      and run_id is distinct from (select current_run_id from jobs where id = ${run.jobId})`);
};
