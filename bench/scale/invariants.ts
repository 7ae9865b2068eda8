import type pg from 'pg';

/** Pairs decided on by job group, as the runs count them and as the parts do. */
const BY_GROUP = `
  (select batch_id, job_group, sum(scored) as scored from match_runs where batch_id is not null group by 1, 2) runs
  join (select batch_id, job_group, sum(pairs) as pairs from match_parts group by 1, 2) parts using (batch_id, job_group)`;

/** Broken promises of a night, counted by SQL over what is in the tables; all zero when it holds. */
const LOST: Record<string, string> = {
  'batches that did not succeed': `select count(*) from match_batches where state <> 'succeeded'`,
  'open jobs that do not show the run of the newest batch': `
    select count(*) from jobs j left join match_runs r on r.id = j.current_run_id
    where j.state = 'open' and (r.state is distinct from 'succeeded' or r.batch_id is distinct from
      (select id from match_batches order by created_at desc limit 1))`,
  'pairs of shown runs that were not decided on': `
    select coalesce(sum(greatest(0, e.expected - r.scored)), 0)
    from match_runs r join jobs j on j.current_run_id = r.id join expected e on e.run_id = r.id`,
  'pairs of all parts that were not decided on': `
    select coalesce(sum(greatest(0, runs.scored - parts.pairs)), 0) from
      ${BY_GROUP}`,
  'parts and chunks that are not done': `
    select (select count(*) from match_parts where done_at is null) + (select count(*) from match_chunks where done_at is null)`,
  'strong matches that nobody was told of': `
    select count(*) from match_results m join jobs j on j.current_run_id = m.run_id
    left join announcements a on a.job_id = m.job_id and a.candidate_id = m.candidate_id
    where m.match_group = 'ranked' and m.band = 'strong' and a.job_id is null`,
  'strong matches that no notice counts': `
    select (select count(*) from announcements)
      - least((select count(*) from announcements), coalesce(sum((data ->> 'count')::int), 0))
    from notifications where event = 'strong_matches' and channel = 'in_app'`,
  'listed pairs without a candidacy': `
    select count(*) from match_results m join jobs j on j.current_run_id = m.run_id
    left join candidacies c on c.job_id = m.job_id and c.candidate_id = m.candidate_id where c.id is null`,
};
const DUPLICATED: Record<string, string> = {
  'runs of one job in one batch': `
    select coalesce(sum(n - 1), 0) from (select count(*) as n from match_runs where batch_id is not null group by batch_id, job_id) g`,
  'pairs of shown runs decided on twice': `
    select coalesce(sum(greatest(0, r.scored - e.expected)), 0)
    from match_runs r join jobs j on j.current_run_id = r.id join expected e on e.run_id = r.id`,
  'pairs of all parts decided on twice': `
    select coalesce(sum(greatest(0, parts.pairs - runs.scored)), 0) from
      ${BY_GROUP}`,
  'chunks counted twice': `
    select coalesce(sum(greatest(0, r.chunks_done - (select count(*) from match_chunks c where c.run_id = r.id and c.done_at is not null))), 0)
    from match_runs r where r.batch_id is not null`,
  'people listed twice for a job': `
    select coalesce(sum(n - 1), 0) from (select count(*) as n from match_results m join jobs j on j.current_run_id = m.run_id
      group by m.run_id, m.candidate_id) g`,
  'rows of the pool beyond what is kept': `
    select coalesce(sum(greatest(0, n - 200)), 0) from (select count(*) as n from match_results m
      join jobs j on j.current_run_id = m.run_id join candidate_features f on f.candidate_id = m.candidate_id and f.in_pool
      group by m.run_id, m.match_group) g`,
  'strong matches told of twice': `
    select greatest(0, coalesce(sum((data ->> 'count')::int), 0) - (select count(*) from announcements))
    from notifications where event = 'strong_matches' and channel = 'in_app'`,
};

/** Whom each shown run should have decided on: the pool, its own people and applicants, without who withdrew. */
const EXPECTED = `
  create temporary table expected as
  with pool as materialized (select count(*) as people from candidate_features where in_pool),
  others as materialized (select candidate_id, organization_id from candidate_features where not in_pool),
  withdrawn as materialized (select job_id, candidate_id from candidacies where stage = 'withdrawn'),
  brought as materialized (select job_id, candidate_id from candidacies where source <> 'matched')
  select r.id as run_id, pool.people
    - (select count(*) from withdrawn w where w.job_id = r.job_id
       and not exists (select from others o where o.candidate_id = w.candidate_id))
    + (select count(*) from others o
       where (o.organization_id = r.organization_id
         or exists (select from brought b where b.job_id = r.job_id and b.candidate_id = o.candidate_id))
       and not exists (select from withdrawn w where w.job_id = r.job_id and w.candidate_id = o.candidate_id)) as expected
  from match_runs r join jobs j on j.current_run_id = r.id cross join pool`;

/**
 * Counts what was lost and what was done twice, over all nights of a database in which nothing is under way any more; what is not
 * zero is told with `say`. Needs the owner.
 */
export async function countBroken(
  owner: pg.Pool,
  say: (line: string) => void,
): Promise<{ lost: number; duplicated: number }> {
  const client = await owner.connect();
  const sum = async (promises: Record<string, string>): Promise<number> => {
    let total = 0;
    for (const [what, statement] of Object.entries(promises)) {
      const { rows } = await client.query<{ n: string }>(`select n from (${statement}) as counted (n)`);
      const broken = Number(rows[0]?.n ?? 0);
      if (broken !== 0) say(`${broken} ${what}`);
      total += broken;
    }
    return total;
  };
  try {
    await client.query('drop table if exists expected');
    await client.query(EXPECTED);
    return { lost: await sum(LOST), duplicated: await sum(DUPLICATED) };
  } finally {
    client.release();
  }
}
