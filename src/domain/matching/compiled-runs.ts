import { asc } from 'drizzle-orm';
import { matchRuns } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { loadCatalog } from '@/domain/catalog/load';
import type { CompiledJob } from '@/domain/scoring/compile';
import { compileRun } from './compile-run';
import { loadRuns, type Run } from './load';
import { among } from './results';

/** What of a run its rows and its compiled job depend on. */
type ScoredIn = Pick<
  Run,
  'id' | 'organizationId' | 'jobId' | 'jobVersionId' | 'weightSetHash' | 'asOf' | 'bands' | 'floors'
>;

/** Compiled jobs that a process keeps, some 20 KB each: every changed person meets the same ones. */
const KEPT_AT_MOST = 1_000;
/** A compiled job remembers each title that it met; so many people later it is made anew, or its memory would grow for ever. */
const USES = 50;
interface Kept {
  compiled: CompiledJob;
  uses: number;
}
const kept = new Map<string, Kept>();

/** All that a compiled job depends on, each by something that never changes its meaning. */
const keyOf = ({ jobVersionId, weightSetHash, asOf, bands }: ScoredIn): string =>
  JSON.stringify([jobVersionId, weightSetHash, asOf, bands]);

/** `job` may have had to go for others of the same person meanwhile: its uses are its own. */
const keep = (key: string, job: Kept): void => {
  job.uses += 1;
  kept.delete(key);
  if (job.uses < USES) kept.set(key, job);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_AT_MOST) return;
    kept.delete(oldest);
  }
};

/** A run with its job ready for scoring. */
export interface CompiledRun {
  run: ScoredIn;
  compiled: CompiledJob;
}

/** Runs in the order of their jobs, each with its job ready for scoring; only jobs that this process does not know are read. */
export const compiledRuns = async (tx: Transaction, runIds: readonly string[]): Promise<CompiledRun[]> => {
  const { id, organizationId, jobId, jobVersionId, weightSetHash, asOf, bands, floors } = matchRuns;
  const runs = await tx
    .select({ id, organizationId, jobId, jobVersionId, weightSetHash, asOf, bands, floors })
    .from(matchRuns)
    .where(among(matchRuns.id, runIds))
    .orderBy(asc(matchRuns.jobId));
  const known = new Map(
    runs.flatMap((run) => {
      const known = kept.get(keyOf(run));
      return known === undefined ? [] : [[run.id, known] as const];
    }),
  );
  const unknown = runs.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  if (unknown.length > 0) {
    const { taxonomy } = loadCatalog();
    for (const loaded of await loadRuns(tx, unknown)) {
      known.set(loaded.run.id, { compiled: compileRun(loaded, taxonomy), uses: 0 });
    }
  }
  return runs.flatMap((run) => {
    const job = known.get(run.id);
    if (job === undefined) return [];
    keep(keyOf(run), job);
    return [{ run, compiled: job.compiled }];
  });
};
