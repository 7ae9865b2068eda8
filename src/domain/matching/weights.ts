import { inArray, sql } from 'drizzle-orm';
import { jobVersions, weightSets } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { contentHash } from '@/domain/catalog/hash';
import { loadCatalog } from '@/domain/catalog/load';
import { publishedSets } from '@/domain/jobs/queries/weights';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import type { WeightSet } from '@/domain/scoring/schema';
import { runningExperiment, testedSet } from './experiments/assign';
import { weightsFor } from '@/domain/jobs/weights-for';

/** Held while a run takes its weights (shared) and while others are published (alone): no run begins on what was just replaced. */
const LOCK = sql`hashtextextended('weights', 0)`;
export const holdWeights = (tx: Transaction) => tx.execute(sql`select pg_advisory_xact_lock_shared(${LOCK})`);
export const changeWeights = (tx: Transaction) => tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);

const contentOf = ({ id, label, factors }: WeightSet): WeightSet => ({ id, label, factors });

/** Keeps a set under the hash of its content, which it returns. */
export const keepSet = async (
  ctx: Pick<Context, 'now'>,
  tx: Transaction,
  set: WeightSet,
): Promise<string> => {
  const content = contentOf(set);
  const hash = contentHash(content);
  await tx
    .insert(weightSets)
    .values({ hash, name: content.id, content, createdAt: ctx.now() })
    .onConflictDoNothing();
  return hash;
};

/**
 * Tells, for each of these job versions, the hash of the weights that a run of it is to use, those of its arm while an experiment by job
 * runs; they are kept under their hash so that receipts replay. Until the caller's transaction ends, no others are published. Needs
 * role `app_worker`; asked for a version that does not exist, it throws `not_found`.
 */
export const weightsInUse = async (
  ctx: Pick<Context, 'now'>,
  tx: Transaction,
  jobVersionIds: readonly string[],
): Promise<(jobVersionId: string) => string> => {
  await holdWeights(tx);
  const versions = await tx
    .select({ id: jobVersions.id, jobId: jobVersions.jobId, snapshot: jobVersions.snapshot })
    .from(jobVersions)
    .where(inArray(jobVersions.id, [...jobVersionIds]));
  const published = await publishedSets(tx);
  const { set: fallback } = loadCatalog().weightSets.current;
  const experiment = await runningExperiment(tx);
  const hashes = new Map<string, string>();
  const sets = new Map<string, WeightSet>();
  for (const { id, jobId, snapshot } of versions) {
    const { weights } = snapshot;
    const tested = experiment === null ? null : await testedSet(ctx, tx, experiment, { jobId, weights });
    if (tested !== null) {
      hashes.set(id, tested);
      continue;
    }
    const set = contentOf(weightsFor(weights, published, fallback));
    const hash = contentHash(set);
    hashes.set(id, hash);
    sets.set(hash, set);
  }
  for (const set of sets.values()) await keepSet(ctx, tx, set);
  return (jobVersionId) => {
    const hash = hashes.get(jobVersionId);
    if (hash === undefined) throw notFound('This version of the job');
    return hash;
  };
};
