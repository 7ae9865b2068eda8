import { eq, sql } from 'drizzle-orm';
import { jobVersions, weightSets } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { contentHash } from '@/domain/catalog/hash';
import { loadCatalog } from '@/domain/catalog/load';
import { publishedSets, type PublishedSet } from '@/domain/jobs/queries/weights';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { weightSetSchema, type WeightSet } from '@/domain/scoring/schema';
import { testedSet } from './experiments/assign';
import { weightsFor } from '@/domain/jobs/weights-for';

/** Held while a run takes its weights (shared) and while others are published (alone): no run begins on what was just replaced. */
const LOCK = sql`hashtextextended('weights', 0)`;
export const holdWeights = (tx: Transaction) => tx.execute(sql`select pg_advisory_xact_lock_shared(${LOCK})`);
export const changeWeights = (tx: Transaction) => tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);

/** Keeps a set under the hash of its content, which it returns. */
export const keepSet = async (
  ctx: Pick<Context, 'now'>,
  tx: Transaction,
  { id, label, factors }: WeightSet,
): Promise<string> => {
  const set: WeightSet = { id, label, factors };
  const hash = contentHash(set);
  await tx
    .insert(weightSets)
    .values({ hash, name: id, content: set, createdAt: ctx.now() })
    .onConflictDoNothing();
  return hash;
};

const keptSet = async (tx: Transaction, hash: string): Promise<PublishedSet> => {
  const [kept] = await tx.select().from(weightSets).where(eq(weightSets.hash, hash));
  if (kept === undefined) throw notFound('This set of weights');
  return { hash, set: weightSetSchema.parse(kept.content) };
};

/**
 * The weights that a run of this job version is to use, those of its arm while an experiment by job runs, kept under their hash so
 * that receipts replay. Until the caller's
 * transaction ends, no others are published. Needs role `app_worker`; throws `not_found`.
 */
export const weightsInUse = async (
  ctx: Pick<Context, 'now'>,
  tx: Transaction,
  jobVersionId: string,
): Promise<PublishedSet> => {
  await holdWeights(tx);
  const [version] = await tx
    .select({ jobId: jobVersions.jobId, snapshot: jobVersions.snapshot })
    .from(jobVersions)
    .where(eq(jobVersions.id, jobVersionId));
  if (version === undefined) throw notFound('This version of the job');
  const tested = await testedSet(ctx, tx, version.jobId, version.snapshot.weights);
  if (tested !== null) return keptSet(tx, tested);
  const { weightSets: file } = loadCatalog();
  const set = weightsFor(version.snapshot.weights, await publishedSets(tx), file.current.set);
  return { hash: await keepSet(ctx, tx, set), set };
};
