import { and, desc, eq, inArray, ne, notInArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { candidacies, jobPostings, jobs, jobVersions, matchResults, matchRuns } from '@/db/schema';
import type { Transaction } from '@/db/client';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asMember, asPublic } from '@/domain/kernel/transaction';
import { checkDraft, differsFrom } from './draft';
import { readinessFor } from './queries/weights';
import type { JobForEditing, JobListItem, JobState } from './schema';

/** Per job: the people its current run lists, those a recruiter chose, and the state of its newest run. */
const countsOf = (tx: Transaction) => ({
  listed: tx
    .select({
      ranked: sql<number>`count(*)::int`.as('ranked'),
      strong: sql<number>`(count(*) filter (where ${matchResults.band} = 'strong'))::int`.as('strong'),
      newStrong:
        sql<number>`(count(*) filter (where ${matchResults.band} = 'strong' and ${candidacies.openedAt} is null and ${candidacies.stage} = 'new'))::int`.as(
          'new_strong',
        ),
    })
    .from(matchResults)
    .innerJoin(
      candidacies,
      and(eq(candidacies.jobId, matchResults.jobId), eq(candidacies.candidateId, matchResults.candidateId)),
    )
    .where(and(eq(matchResults.runId, jobs.currentRunId), eq(matchResults.group, 'ranked')))
    .as('listed'),
  chosen: tx
    .select({ shortlisted: sql<number>`count(*)::int`.as('shortlisted') })
    .from(candidacies)
    .where(and(eq(candidacies.jobId, jobs.id), notInArray(candidacies.stage, ['new', 'rejected'])))
    .as('chosen'),
  newest: tx
    .select({ runState: matchRuns.state })
    .from(matchRuns)
    .where(eq(matchRuns.jobId, jobs.id))
    .orderBy(desc(matchRuns.createdAt), desc(matchRuns.id))
    .limit(1)
    .as('newest'),
});

/** The organisation's jobs, last changed first; archived ones only when asked for. */
export const listJobs = (
  ctx: Context,
  grant: Authorized<'job:read'>,
  input: { states?: JobState[] | undefined },
): Promise<JobListItem[]> =>
  asMember(ctx, grant, async (tx) => {
    const { listed, chosen, newest } = countsOf(tx);
    const current = alias(matchRuns, 'current');
    const rows = await tx
      .select({
        job: jobs,
        rankedVersionId: current.jobVersionId,
        newest: newest.runState,
        publishedHash: jobVersions.hash,
        counts: {
          ranked: listed.ranked,
          strong: listed.strong,
          newStrong: listed.newStrong,
          shortlisted: chosen.shortlisted,
        },
      })
      .from(jobs)
      .innerJoinLateral(listed, sql`true`)
      .innerJoinLateral(chosen, sql`true`)
      .leftJoinLateral(newest, sql`true`)
      .leftJoin(current, eq(current.id, jobs.currentRunId))
      .leftJoin(jobVersions, eq(jobVersions.id, jobs.currentVersionId))
      .where(input.states === undefined ? ne(jobs.state, 'archived') : inArray(jobs.state, input.states))
      .orderBy(desc(jobs.updatedAt))
      .limit(500);
    return rows.map(({ job, rankedVersionId, newest: runState, publishedHash, counts }) => {
      const checked = checkDraft(job.draft);
      const { answers } = checked;
      const unranked = job.state === 'open' && rankedVersionId !== job.currentVersionId;
      return {
        id: job.id,
        title: job.title,
        state: job.state,
        promoted: job.promoted,
        updatedAt: job.updatedAt,
        ...counts,
        computing: runState === 'queued' || runState === 'running' || (unranked && runState !== 'failed'),
        unpublished: differsFrom(publishedHash, checked),
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
    const checked = checkDraft(job.draft);
    return {
      id: job.id,
      state: job.state,
      promoted: job.promoted,
      revision: job.draftRevision,
      draft: job.draft,
      issues: checked.issues,
      changed: differsFrom(publishedHash, checked),
      savedAt: job.updatedAt,
      readiness: await readinessFor(tx, checked.answers),
    };
  });

export type PostingRow = typeof jobPostings.$inferSelect;

/** An open job as anybody may read it. Throws `not_found` for every other job. */
export const getPosting = (ctx: Pick<Context, 'db' | 'tx'>, input: { jobId: string }): Promise<PostingRow> =>
  asPublic(ctx, async (tx) => {
    const [posting] = await tx.select().from(jobPostings).where(eq(jobPostings.jobId, input.jobId));
    if (posting === undefined) throw notFound('This job');
    return posting;
  });
