import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import {
  candidateVersions,
  jobVersions,
  matchResults,
  matchRuns,
  shadowResults,
  shadowRuns,
  weightSets,
  weightShadows,
} from '@/db/schema';
import type { Transaction } from '@/db/client';
import { candidateFacts } from '@/domain/candidates/facts';
import { loadCatalog } from '@/domain/catalog/load';
import { jobFacts } from '@/domain/jobs/facts';
import type { Context } from '@/domain/kernel/context';
import type { Message } from '@/domain/kernel/outbox';
import type { TopicPayload } from '@/domain/kernel/topics';
import { asWorker } from '@/domain/kernel/transaction';
import { compileJob } from '@/domain/scoring/compile';
import { MATCH_GROUPS, weightSetSchema, type Band, type MatchGroup } from '@/domain/scoring/schema';
import { scorePair } from '@/domain/scoring/score';
import { displacedAt } from '../metrics';
import { screeningOf } from '../screening';
import { weightsFor } from '@/domain/jobs/weights-for';

const FIRST = 10;
const INSERT_ROWS = 500;

/**
 * Scores whom a finished run lists by the shadow set too, when there is one and it would rank this job otherwise. Shown to
 * nobody; a repeated delivery does nothing. People whom the run does not keep are not scored: they stand far from the first ten.
 */
export const consumeShadow = async (
  ctx: Context,
  { runId, patch }: TopicPayload<'run-finished'>,
): Promise<void> => {
  // A patch changes single people; the next run takes them up.
  if (patch !== 0) return;
  const count = await asWorker(ctx, (tx) => shadowRun(ctx, tx, runId));
  if (count > 0) ctx.log.info('scored in shadow', { runId, count });
};

/** Runs of one message: a message may take a minute. */
const RUNS_PER_SLICE = 40;

/** Messages that have the rankings of a batch's job group scored by the shadow set; none while there is no shadow. */
export const shadowMessages = async (
  tx: Transaction,
  { batchId, group }: { batchId: string; group: number },
): Promise<Message[]> => {
  const [shadow] = await tx
    .select({ id: weightShadows.id })
    .from(weightShadows)
    .where(isNull(weightShadows.endedAt));
  if (shadow === undefined) return [];
  const runs = await tx.$count(matchRuns, ofGroup({ batchId, group }));
  return Array.from({ length: Math.ceil(runs / RUNS_PER_SLICE) }, (_, slice) => ({
    topic: 'batch-shadow',
    payload: { batchId, group, slice },
    idempotencyKey: `batch-shadow:${batchId}:${group}:${slice}`,
  }));
};

const ofGroup = ({ batchId, group }: { batchId: string; group: number }) =>
  and(eq(matchRuns.batchId, batchId), eq(matchRuns.jobGroup, group));

/** The same as `consumeShadow` for a slice of a batch's job group, run by run. */
export const consumeBatchShadow = async (
  ctx: Context,
  { batchId, group, slice }: TopicPayload<'batch-shadow'>,
): Promise<void> => {
  const runs = await asWorker(ctx, (tx) =>
    tx
      .select({ id: matchRuns.id })
      .from(matchRuns)
      .where(ofGroup({ batchId, group }))
      .orderBy(asc(matchRuns.jobId))
      .limit(RUNS_PER_SLICE)
      .offset(slice * RUNS_PER_SLICE),
  );
  let count = 0;
  for (const { id } of runs) count += await asWorker(ctx, (tx) => shadowRun(ctx, tx, id));
  if (count > 0) ctx.log.info('scored in shadow', { count });
};

interface Scored {
  candidateId: string;
  tieBreak: number;
  group: MatchGroup;
  expected: number;
  band: Band;
}

const shadowRun = async (ctx: Context, tx: Transaction, runId: string): Promise<number> => {
  const [shadow] = await tx
    .select({ id: weightShadows.id, hash: weightShadows.setHash, content: weightSets.content })
    .from(weightShadows)
    .innerJoin(weightSets, eq(weightSets.hash, weightShadows.setHash))
    .where(isNull(weightShadows.endedAt));
  if (shadow === undefined) return 0;
  const [found] = await tx
    .select({ run: matchRuns, snapshot: jobVersions.snapshot })
    .from(matchRuns)
    .innerJoin(jobVersions, eq(jobVersions.id, matchRuns.jobVersionId))
    .where(eq(matchRuns.id, runId));
  if (found === undefined) return 0;
  const { run, snapshot } = found;
  // A job that holds on to a set is ranked by it whatever is published.
  if (snapshot.weights?.set != null) return 0;
  const { current } = loadCatalog().weightSets;
  const set = weightSetSchema.parse(shadow.content);
  const weights = weightsFor(snapshot.weights, [{ hash: shadow.hash, set }], current.set);
  const listed = await listedBy(tx, run, snapshot, weights);
  if (listed.length === 0) return 0;
  const [own] = await tx
    .insert(shadowRuns)
    .values({
      organizationId: run.organizationId,
      runId,
      shadowId: shadow.id,
      jobId: run.jobId,
      people: listed.length,
      ...comparison(listed),
      scoredAt: ctx.now(),
    })
    .onConflictDoNothing()
    .returning({ runId: shadowRuns.runId });
  if (own === undefined) return 0;
  const rows = listed.map(({ after: { candidateId, group, expected, band } }) => ({
    organizationId: run.organizationId,
    runId,
    shadowId: shadow.id,
    candidateId,
    group,
    expected,
    band,
  }));
  for (let at = 0; at < rows.length; at += INSERT_ROWS) {
    await tx.insert(shadowResults).values(rows.slice(at, at + INSERT_ROWS));
  }
  await tx.execute(sql`
    delete from shadow_results s using match_runs r
    where r.id = s.run_id and r.job_id = ${run.jobId} and s.run_id <> ${runId}`);
  return rows.length;
};

interface Listed {
  before: Scored;
  after: Scored;
}

const listedBy = async (
  tx: Transaction,
  run: typeof matchRuns.$inferSelect,
  snapshot: (typeof jobVersions.$inferSelect)['snapshot'],
  weights: Parameters<typeof compileJob>[1],
): Promise<Listed[]> => {
  const rows = await tx
    .select({ result: matchResults, profile: candidateVersions.profile, answers: candidateVersions.answers })
    .from(matchResults)
    .innerJoin(candidateVersions, eq(candidateVersions.id, matchResults.candidateVersionId))
    .where(eq(matchResults.runId, run.id));
  const screening = await screeningOf(tx, run.jobId);
  const { roles, taxonomy } = loadCatalog();
  const compiled = compileJob(jobFacts(snapshot, roles), weights, taxonomy, run.asOf, {
    bands: run.bands ?? undefined,
  });
  return rows.map(({ result, profile, answers }) => {
    const { candidateId, tieBreak, group, expected, band } = result;
    const score = scorePair(compiled, candidateFacts(profile, answers, screening.get(candidateId) ?? {}));
    return {
      before: { candidateId, tieBreak, group, expected, band },
      after: { candidateId, tieBreak, group: score.group, expected: score.expected, band: score.band },
    };
  });
};

const inOrder = (scored: readonly Scored[]): string[] =>
  scored
    .toSorted(
      (a, b) =>
        MATCH_GROUPS.indexOf(a.group) - MATCH_GROUPS.indexOf(b.group) ||
        b.expected - a.expected ||
        a.tieBreak - b.tieBreak ||
        (a.candidateId < b.candidateId ? -1 : 1),
    )
    .map(({ candidateId }) => candidateId);

const isStrong = ({ group, band }: Scored): boolean => group === 'ranked' && band === 'strong';

const comparison = (listed: readonly Listed[]) => {
  const before = inOrder(listed.map((pair) => pair.before));
  const after = inOrder(listed.map((pair) => pair.after));
  return {
    moved: after.filter((candidateId, index) => before[index] !== candidateId).length,
    displaced: displacedAt(before, after, FIRST),
    intoStrong: listed.filter((pair) => isStrong(pair.after) && !isStrong(pair.before)).length,
    outOfStrong: listed.filter((pair) => isStrong(pair.before) && !isStrong(pair.after)).length,
  };
};
