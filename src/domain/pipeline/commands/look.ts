import { eq, sql } from 'drizzle-orm';
import { jobs } from '@/db/schema';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asMember } from '@/domain/kernel/transaction';
import type { LookedAt, LookInput } from '../schema/moved';
import { VISIT_ENDS_MS } from '../visits';

/**
 * Remembers that the member looked at a job's ranking as it stands. What they had seen last becomes what is compared with when that
 * visit is over, and at once what they see now when `settle` says that they are done with it. A state that is not the ranking's any more
 * is left out: whoever shows it is about to show the next. Saying the same twice changes nothing. Throws `not_found`.
 */
export const lookAtRanking = (
  ctx: Context,
  grant: Authorized<'match:read'>,
  { jobId, runId, patches, settle }: LookInput,
): Promise<LookedAt> =>
  asMember(ctx, grant, async (tx) => {
    const [job] = await tx.select({ id: jobs.id }).from(jobs).where(eq(jobs.id, jobId));
    if (job === undefined) throw notFound('This job');
    const now = ctx.now();
    const isOver = sql`ranking_visits.seen_at < ${new Date(now.getTime() - VISIT_ENDS_MS).toISOString()}::timestamptz`;
    const before = (part: string) => {
      const [column, seen] = [sql.raw(`before_${part}`), sql.raw(`seen_${part}`)];
      if (settle) return sql`${column} = excluded.${seen}`;
      return sql`${column} = case when ${isOver} then ranking_visits.${seen} else ranking_visits.${column} end`;
    };
    const parts = ['run_id', 'patches', 'newest', 'at'];
    await tx.execute(sql`
      insert into ranking_visits (organization_id, user_id, job_id, before_run_id, before_patches, before_newest, before_at,
        seen_run_id, seen_patches, seen_newest, seen_at)
      select j.organization_id, ${grant.userId}, j.id, r.id, r.patches, listed.newest, at.now,
        r.id, r.patches, listed.newest, at.now
      from jobs j join match_runs r on r.id = j.current_run_id
      cross join lateral (
        select max(c.created_at) as newest from match_results m
        join candidacies c on c.job_id = m.job_id and c.candidate_id = m.candidate_id where m.run_id = r.id
      ) listed
      cross join (select ${now.toISOString()}::timestamptz as now) at
      where j.id = ${jobId} and r.id = ${runId} and r.patches = ${patches}
      on conflict (user_id, job_id) do update set
        ${sql.join(parts.map(before), sql`, `)},
        ${sql.raw(parts.map((part) => `seen_${part} = excluded.seen_${part}`).join(', '))}`);
    return { jobId };
  });
