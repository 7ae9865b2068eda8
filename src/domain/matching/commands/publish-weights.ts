import { asc, desc, eq, sql } from 'drizzle-orm';
import { jobs, jobVersions, matchRuns, weightPublications, weightSets } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { contentHash } from '@/domain/catalog/hash';
import { loadCatalog } from '@/domain/catalog/load';
import { jobAnswersShape } from '@/domain/jobs/schema';
import { publishedSets } from '@/domain/jobs/queries/weights';
import { audit, NO_ORGANIZATION } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import { enqueueAll } from '@/domain/kernel/outbox';
import { asWorker } from '@/domain/kernel/transaction';
import { weightSetSchema } from '@/domain/scoring/schema';
import { weightSetIssues } from '@/domain/scoring/weights';
import { changeWeights, keepSet } from '../weights';
import { weightsFor } from '@/domain/jobs/weights-for';

export interface Publication {
  setHash: string;
  reason: string;
  /** The publication that the caller saw in use; 0 = none yet. */
  expected: number;
  /** Null = a release. */
  publishedBy: string | null;
  action: 'weights.published' | 'weights.rolled_back' | 'weights.released';
}

const jobWeightsSchema = jobAnswersShape.weights.optional();
const RACED = 'Somebody published other weights meanwhile. Reload to see them; your draft is kept.';

/**
 * Puts a kept set in use and asks for one new run of each open job that it changes. Of two that saw the same publication in use
 * one succeeds; the other gets `conflict`. Throws `not_found` for an unknown set, `invalid_input` for one that may not rank.
 */
export const putInUse = async (
  ctx: Context,
  tx: Transaction,
  { setHash, reason, expected, publishedBy, action }: Publication,
): Promise<{ number: number; jobs: number }> => {
  await changeWeights(tx);
  const [kept] = await tx.select().from(weightSets).where(eq(weightSets.hash, setHash));
  if (kept === undefined) throw notFound('This set of weights');
  const set = weightSetSchema.parse(kept.content);
  const [wrong] = weightSetIssues(set);
  if (wrong !== undefined) throw new DomainError('invalid_input', wrong.message);
  const [newest] = await tx
    .select({ number: weightPublications.number })
    .from(weightPublications)
    .orderBy(desc(weightPublications.number))
    .limit(1);
  if ((newest?.number ?? 0) !== expected) throw new DomainError('conflict', RACED);
  const number = expected + 1;
  const published = [{ hash: setHash, set }, ...(await publishedSets(tx))];
  const count = await rankAnew(ctx, tx, published, `weights:${number}`);
  await tx
    .insert(weightPublications)
    .values({ number, setHash, publishedBy, reason, jobs: count, publishedAt: ctx.now() });
  await audit(ctx, tx, {
    organizationId: NO_ORGANIZATION,
    action,
    entity: 'weight_set',
    entityId: setHash,
    data: { number, name: set.id, jobs: count, reason },
  });
  return { number, jobs: count };
};

/**
 * Asks for one new run of each open job whose newest one has other weights than these sets give it; `cause` tells requests for one
 * reason from those for another. Returns how many.
 */
export const rankAnew = async (
  ctx: Context,
  tx: Transaction,
  published: Parameters<typeof weightsFor>[1],
  cause: string,
): Promise<number> => {
  const jobIds = await affectedJobs(tx, published);
  await enqueueAll(
    ctx,
    tx,
    jobIds.map((jobId) => ({
      topic: 'match-request' as const,
      payload: { requestId: ctx.newId(), jobId, trigger: 'weights' as const },
      idempotencyKey: `${cause}:${jobId}`,
    })),
  );
  return jobIds.length;
};

/** Open jobs whose newest run has other weights than these sets give them; promoted ones first, then the newest. */
const affectedJobs = async (
  tx: Transaction,
  published: Parameters<typeof weightsFor>[1],
): Promise<string[]> => {
  const newestRun = tx
    .select({ hash: matchRuns.weightSetHash })
    .from(matchRuns)
    .where(eq(matchRuns.jobId, jobs.id))
    .orderBy(desc(matchRuns.createdAt), desc(matchRuns.id))
    .limit(1)
    .as('newest_run');
  const rows = await tx
    .select({
      id: jobs.id,
      weights: sql<unknown>`${jobVersions.snapshot}->'weights'`,
      hash: newestRun.hash,
    })
    .from(jobs)
    .innerJoin(jobVersions, eq(jobVersions.id, jobs.currentVersionId))
    .leftJoinLateral(newestRun, sql`true`)
    .where(eq(jobs.state, 'open'))
    .orderBy(desc(jobs.promoted), desc(jobs.publishedAt), asc(jobs.id));
  const { current } = loadCatalog().weightSets;
  const due = new Map<string, string>();
  const dueHash = (weights: unknown): string => {
    const key = JSON.stringify(weights);
    const known = due.get(key);
    if (known !== undefined) return known;
    const own = jobWeightsSchema.parse(weights ?? undefined);
    const { id, label, factors } = weightsFor(own, published, current.set);
    const hash = contentHash({ id, label, factors });
    due.set(key, hash);
    return hash;
  };
  return rows.filter(({ weights, hash }) => hash !== dueHash(weights)).map(({ id }) => id);
};

/**
 * Publishes the set of `config/weights.json` that ranks people, when it is another one than the last release published; what an
 * admin published since stays in use otherwise. Safe to repeat and to run twice at once. Returns whether it published.
 */
export const releaseWeights = (ctx: Context): Promise<boolean> =>
  asWorker(ctx, async (tx) => {
    await changeWeights(tx);
    const { current } = loadCatalog().weightSets;
    const setHash = await keepSet(ctx, tx, current.set);
    const rows = await tx
      .select({
        number: weightPublications.number,
        setHash: weightPublications.setHash,
        publishedBy: weightPublications.publishedBy,
      })
      .from(weightPublications)
      .orderBy(desc(weightPublications.number));
    if (rows.find(({ publishedBy }) => publishedBy === null)?.setHash === setHash) return false;
    await putInUse(ctx, tx, {
      setHash,
      reason: `Release: set ${current.set.id} of config/weights.json`,
      expected: rows[0]?.number ?? 0,
      publishedBy: null,
      action: 'weights.released',
    });
    return true;
  });
