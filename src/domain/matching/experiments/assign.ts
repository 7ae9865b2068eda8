import { and, eq, sql } from 'drizzle-orm';
import { experimentAssignments, experiments, jobs } from '@/db/schema';
import type { Transaction } from '@/db/client';
import type { JobWeights } from '@/domain/jobs/schema';
import type { Context } from '@/domain/kernel/context';
import { armOf, type Arm } from './draft';

/** What members and workers alike may know of the experiment under way. */
export interface RunningExperiment {
  id: string;
  unit: 'job' | 'interleaving';
  hashes: Record<Arm, string>;
  startedAt: Date;
}

/** The one experiment that runs, if any. */
export const runningExperiment = async (tx: Transaction): Promise<RunningExperiment | null> => {
  const [row] = await tx
    .select({
      id: experiments.id,
      unit: experiments.unit,
      control: experiments.controlHash,
      treatment: experiments.treatmentHash,
      startedAt: experiments.startedAt,
    })
    .from(experiments)
    .where(eq(experiments.state, 'running'));
  if (row === undefined || row.startedAt === null) return null;
  const { id, unit, control, treatment, startedAt } = row;
  return { id, unit, hashes: { control, treatment }, startedAt };
};

/** A job that chose a set or changed one stays out of every experiment. */
export const mayTakePart = (weights: JobWeights | undefined): boolean =>
  weights === undefined || (weights.set === null && weights.changes.every(({ percent }) => percent === 0));

/**
 * The hash of the set that ranks a job's people in the experiment under way, or null: it is not by job, or the job was
 * published before it began. Remembers the job's arm, which is the same for every run. Needs role `app_worker`.
 */
export const testedSet = async (
  ctx: Pick<Context, 'now'>,
  tx: Transaction,
  experiment: RunningExperiment,
  { jobId, weights }: { jobId: string; weights: JobWeights | undefined },
): Promise<string | null> => {
  if (experiment.unit !== 'job' || !mayTakePart(weights)) return null;
  const [job] = await tx
    .select({ organizationId: jobs.organizationId, publishedAt: jobs.publishedAt })
    .from(jobs)
    .where(eq(jobs.id, jobId));
  if (job === undefined || job.publishedAt === null || job.publishedAt < experiment.startedAt) return null;
  const arm = armOf(experiment.id, jobId);
  await tx
    .insert(experimentAssignments)
    .values({
      organizationId: job.organizationId,
      experimentId: experiment.id,
      jobId,
      arm,
      assignedAt: ctx.now(),
    })
    .onConflictDoNothing();
  return experiment.hashes[arm];
};

/** Notes when a job's list of an experiment was first shown. Returns whether this was the first time. */
export const firstShown = async (
  tx: Transaction,
  experimentId: string,
  jobId: string,
  seen: { shownAt: Date; churn: number },
): Promise<boolean> => {
  const marked = await tx
    .update(experimentAssignments)
    .set(seen)
    .where(
      and(
        eq(experimentAssignments.experimentId, experimentId),
        eq(experimentAssignments.jobId, jobId),
        sql`${experimentAssignments.shownAt} is null`,
      ),
    )
    .returning({ jobId: experimentAssignments.jobId });
  return marked.length > 0;
};
