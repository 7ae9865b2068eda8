import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { candidacies, jobs, jobVersions, matchResults, matchRuns } from '@/db/schema';
import { contentHash } from '@/domain/catalog/hash';
import { loadCatalog } from '@/domain/catalog/load';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asMember } from '@/domain/kernel/transaction';
import { checkDraft } from './draft';
import { publishable } from './publishable';
import type { JobForEditing, JobListItem, JobState } from './schema';

const listed = sql<number>`(select count(*)::int from ${matchResults} r where r.run_id = ${jobs.currentRunId} and r.match_group = 'ranked')`;
const strong = sql<number>`(select count(*)::int from ${matchResults} r where r.run_id = ${jobs.currentRunId} and r.match_group = 'ranked' and r.band = 'strong')`;
const newStrong = sql<number>`(select count(*)::int from ${matchResults} r where r.run_id = ${jobs.currentRunId} and r.match_group = 'ranked' and r.band = 'strong' and r.is_new)`;
const shortlisted = sql<number>`(select count(*)::int from ${candidacies} c where c.job_id = ${jobs.id} and c.stage in ('shortlisted', 'interview', 'offer', 'hired'))`;
const computing = sql<boolean>`(${jobs.state} = 'open' and (${jobs.currentRunId} is null
  or exists (select 1 from ${matchRuns} m where m.job_id = ${jobs.id} and m.state in ('queued', 'running'))
  or not exists (select 1 from ${matchRuns} m where m.id = ${jobs.currentRunId} and m.job_version_id = ${jobs.currentVersionId})))`;

/** The organisation's jobs, last changed first; archived ones only when asked for. */
export const listJobs = (
  ctx: Context,
  grant: Authorized<'job:read'>,
  input: { states?: JobState[] | undefined },
): Promise<JobListItem[]> =>
  asMember(ctx, grant, async (tx) => {
    const rows = await tx
      .select({
        id: jobs.id,
        title: jobs.title,
        state: jobs.state,
        draft: jobs.draft,
        updatedAt: jobs.updatedAt,
        ranked: listed,
        strong,
        newStrong,
        shortlisted,
        computing,
      })
      .from(jobs)
      .where(and(input.states === undefined ? ne(jobs.state, 'archived') : inArray(jobs.state, input.states)))
      .orderBy(desc(jobs.updatedAt))
      .limit(500);
    return rows.map(({ draft, ...row }) => {
      const { answers } = checkDraft(draft);
      return {
        ...row,
        hours: answers.hours ?? null,
        workMode: answers.work_mode?.mode ?? null,
        place: answers.work_mode?.place?.name ?? null,
        coreHours: answers.core_hours ?? null,
      };
    });
  });

/** A job's draft with what is wrong in it and how far it is from being rankable. Throws `not_found`. */
export const getJobForEditing = (
  ctx: Context,
  grant: Authorized<'job:read'>,
  input: { jobId: string },
): Promise<JobForEditing> =>
  asMember(ctx, grant, async (tx) => {
    const [row] = await tx
      .select({ job: jobs, publishedHash: jobVersions.hash })
      .from(jobs)
      .leftJoin(jobVersions, eq(jobVersions.id, jobs.currentVersionId))
      .where(eq(jobs.id, input.jobId));
    if (row === undefined) throw notFound('This job');
    const { job, publishedHash } = row;
    const { answers, issues } = checkDraft(job.draft);
    return {
      id: job.id,
      state: job.state,
      revision: job.draftRevision,
      draft: job.draft,
      issues,
      changed: publishedHash !== null && (issues.length > 0 || publishedHash !== contentHash(answers)),
      savedAt: job.updatedAt,
      readiness: publishable(answers, loadCatalog()),
    };
  });
