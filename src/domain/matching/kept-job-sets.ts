import type { CompiledJob } from '@/domain/scoring/compile';
import { jobSet, type JobSet } from '@/domain/scoring/job-set/job-set';

interface Kept {
  jobs: readonly CompiledJob[];
  set: JobSet;
}

/** Days whose sets a process keeps: organisations' nights fall on two at most. */
const KEPT_DAYS = 2;
const kept = new Map<string, Kept>();

/** Below so many jobs a set is soon made, and would push out one of many. */
const FEW = 20;

/** The jobs of one day as a set: the one made last, while the very same jobs are asked for, since it takes longer to make than to use. */
export function jobSetOf(asOf: string, jobs: readonly CompiledJob[]): JobSet {
  if (jobs.length < FEW) return jobSet(jobs);
  const last = kept.get(asOf);
  if (last?.jobs.length === jobs.length && last.jobs.every((job, at) => job === jobs[at])) return last.set;
  kept.delete(asOf);
  const set = jobSet(jobs);
  kept.set(asOf, { jobs, set });
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_DAYS) break;
    kept.delete(oldest);
  }
  return set;
}
