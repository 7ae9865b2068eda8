import type { CompiledJob } from '@/domain/scoring/compile';
import { jobSet, type JobSet } from '@/domain/scoring/job-set/job-set';

/** Sets that a process keeps: as many as hold the compiled jobs that it keeps, on two days. */
const KEPT_SETS = 4;
const kept: { jobs: readonly CompiledJob[]; set: JobSet }[] = [];

/** Below so many jobs a set is soon made, and would push out one of many. */
const FEW = 20;

/** Jobs of one day as a set: one made before for the very same jobs, since it takes longer to make than to use. */
export function jobSetOf(jobs: readonly CompiledJob[]): JobSet {
  if (jobs.length < FEW) return jobSet(jobs);
  const at = kept.findIndex(
    (before) => before.jobs.length === jobs.length && before.jobs.every((job, i) => job === jobs[i]),
  );
  const [found = { jobs, set: jobSet(jobs) }] = at < 0 ? [] : kept.splice(at, 1);
  kept.push(found);
  if (kept.length > KEPT_SETS) kept.shift();
  return found.set;
}
