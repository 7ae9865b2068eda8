import { sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import type { Context } from '@/domain/kernel/context';
import { keepReplaced } from './history';
import type { Run } from './load';
import { anyId } from './results';
import { KEEP_PER_GROUP } from './schema';

/** A run that is whole, and the ranking that it replaces. */
export interface WholeRun {
  run: Run;
  /** The run that the job points at; null = it was never ranked. */
  before: string | null;
  /** Whether more rows may stand in it than are kept. */
  crowded: boolean;
}

/**
 * Puts the chunks of finished runs together in SQL: drops what is beyond the best N of each group except the organisations' own
 * people and applicants, remembers the least score that was kept, makes candidacies of pairs that have none, and keeps how pairs stood
 * whose score moved. Results of runs before the previous one go.
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
    whole.flatMap(({ run, crowded }) => (crowded ? run.id : [])),
  );
  await tx.execute(sql`
    update match_runs r set floors = f.floors from (
      select run_id, jsonb_object_agg(match_group, least) as floors from (
        select run_id, match_group, min(expected) as least from match_results where run_id = ${anyId(runIds)}
        group by run_id, match_group having count(*) >= ${KEEP_PER_GROUP}
      ) full_groups group by run_id
    ) f where r.id = f.run_id`);
  await addCandidacies(ctx, tx, { runs: whole.map(({ run }) => run) });
  await keepReplaced(ctx, tx, { runIds, before });
  await tx.execute(sql`
    delete from match_results where run_id in (
      select old.id from match_runs r join match_runs old on old.job_id = r.job_id
      where r.id = ${anyId(runIds)} and old.id <> all(${sql.param([...runIds, ...before])}::uuid[]))`);
};

/** Drops what is beyond the best N of a group, and whoever was merged with another person since their chunk was written. */
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
};

/** Makes a candidacy of each listed pair that has none: of all people in these runs, or of one. */
export const addCandidacies = async (
  ctx: Context,
  tx: Transaction,
  { runs, candidateId }: { runs: readonly Pick<Run, 'id' | 'jobId'>[]; candidateId?: string },
): Promise<void> => {
  const now = sql`${ctx.now().toISOString()}::timestamptz`;
  const one = candidateId === undefined ? sql`` : sql`and m.candidate_id = ${candidateId}`;
  // The jobs are named twice: else the candidacies of all jobs would be gone through.
  await tx.execute(sql`
    insert into candidacies
      (id, organization_id, job_id, candidate_id, source, stage_since, unmasked_at, created_at)
    select gen_random_uuid(), m.organization_id, m.job_id, m.candidate_id,
      case when c.organization_id = m.organization_id then 'imported' else 'matched' end::candidacy_source,
      ${now}, case when c.organization_id = m.organization_id then ${now} end, ${now}
    from match_results m join candidates c on c.id = m.candidate_id and c.merged_into_id is null
    where m.run_id = ${anyId(runs.map(({ id }) => id))} ${one} and not exists (
      select from candidacies k
      where k.job_id = ${anyId(runs.map(({ jobId }) => jobId))}
        and k.job_id = m.job_id and k.candidate_id = m.candidate_id
    )
    on conflict (job_id, candidate_id) do nothing`);
};
