import { compileJob, type CompiledJob } from '@/domain/scoring/compile';
import type { Taxonomy } from '@/domain/scoring/schema';
import type { LoadedRun } from './load';

/** The job of a run made ready for scoring, as of the run's day and with its bands. */
export const compileRun = ({ run, job, weights }: LoadedRun, taxonomy: Taxonomy): CompiledJob =>
  compileJob(job, weights, taxonomy, run.asOf, { bands: run.bands ?? undefined });
