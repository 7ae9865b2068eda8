import { asc, eq, inArray } from 'drizzle-orm';
import { jobVersions, matchRuns, weightSets } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { loadCatalog } from '@/domain/catalog/load';
import { jobFacts } from '@/domain/jobs/facts';
import { weightSetSchema, type JobFacts, type WeightSet } from '@/domain/scoring/schema';
import { ACTIVE_STATES } from './runs';

export type Run = typeof matchRuns.$inferSelect;

/** A run with what its job asks for, and the weights. */
export interface LoadedRun {
  run: Run;
  job: JobFacts;
  weights: WeightSet;
}

/** Runs that are still to be worked off, in the order of their jobs. Whatever is superseded or ended is left out. */
export const loadActiveRuns = async (tx: Transaction, runIds: readonly string[]): Promise<LoadedRun[]> =>
  (await loadRuns(tx, runIds)).filter(({ run }) => ACTIVE_STATES.some((state) => state === run.state));

/** Runs with their job versions and weights, in the order of their jobs, whatever became of them. */
export const loadRuns = async (tx: Transaction, runIds: readonly string[]): Promise<LoadedRun[]> => {
  const rows = await tx
    .select({ run: matchRuns, snapshot: jobVersions.snapshot, weights: weightSets.content })
    .from(matchRuns)
    .innerJoin(jobVersions, eq(jobVersions.id, matchRuns.jobVersionId))
    .innerJoin(weightSets, eq(weightSets.hash, matchRuns.weightSetHash))
    .where(inArray(matchRuns.id, [...runIds]))
    .orderBy(asc(matchRuns.jobId));
  const { roles } = loadCatalog();
  const parsed = new Map<string, WeightSet>();
  return rows.map(({ run, snapshot, weights }) => {
    const set = parsed.get(run.weightSetHash) ?? weightSetSchema.parse(weights);
    parsed.set(run.weightSetHash, set);
    return { run, job: jobFacts(snapshot, roles), weights: set };
  });
};
