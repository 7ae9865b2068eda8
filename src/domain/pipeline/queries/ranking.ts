import { and, asc, count, desc, eq, gte, inArray, sql } from 'drizzle-orm';
import {
  candidacies,
  candidateFeatures,
  candidates,
  experimentExposures,
  jobs,
  jobVersions,
  matchResults,
  matchRuns,
} from '@/db/schema';
import type { Transaction } from '@/db/client';
import { loadCatalog } from '@/domain/catalog/load';
import { jobFacts } from '@/domain/jobs/facts';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asMember } from '@/domain/kernel/transaction';
import { shownOrder, type ShownRun } from '@/domain/matching/experiments/shown';
import { latestRun } from '@/domain/matching/runs';
import { compileJob, type CompiledJob } from '@/domain/scoring/compile';
import { overlayOf } from '@/domain/scoring/overlay';
import { leastHundredths } from '@/domain/scoring/points';
import { preparePerson } from '@/domain/scoring/person';
import {
  MATCH_GROUPS,
  type Band,
  type CandidateFacts,
  type FactorResult,
  type MatchGroup,
} from '@/domain/scoring/schema';
import { maskOf } from '../mask';
import type { Stage } from '../schema';
import type { RankedRow, RankingView, WeekView } from '../schema/ranking';

const STAGES_OF = {
  open: ['new', 'shortlisted', 'interview', 'offer', 'hired'],
  shortlisted: ['shortlisted', 'interview', 'offer', 'hired'],
  rejected: ['rejected'],
  all: ['new', 'shortlisted', 'interview', 'offer', 'hired', 'rejected', 'withdrawn'],
} as const satisfies Record<string, readonly Stage[]>;

/** What the list shows before anybody filters. */
const NO_FILTERS = { bands: [], minimumScore: 0, stage: 'open' } as const satisfies Partial<ListMatchesInput>;

export interface ListMatchesInput {
  jobId: string;
  group: MatchGroup;
  bands: readonly Band[];
  minimumScore: number;
  stage: keyof typeof STAGES_OF;
}

/**
 * A job's current ranking, one group of it, with how far a newer run is. Only rows of the run that the job points at
 * are ever read. Throws `not_found`.
 */
export const listMatches = (
  ctx: Context,
  grant: Authorized<'match:read'>,
  input: ListMatchesInput,
): Promise<RankingView> =>
  asMember(ctx, grant, async (tx) => {
    const [job] = await tx.select().from(jobs).where(eq(jobs.id, input.jobId));
    if (job === undefined) throw notFound('This job');
    const newest = await latestRun(tx, job.id);
    const active = newest !== undefined && (newest.state === 'queued' || newest.state === 'running');
    const current = await currentRun(ctx, tx, job.currentRunId);
    const unranked = job.state === 'open' && current?.run.jobVersionId !== job.currentVersionId;
    const failed = !active && newest?.state === 'failed';
    const isTested = current !== null && input.group === 'ranked';
    const drafted = isTested ? await shownOrder(ctx, tx, current) : null;
    const counts = await groupCounts(tx, current?.run.id, input);
    const filtered =
      input.bands.length > 0 ||
      input.minimumScore > NO_FILTERS.minimumScore ||
      input.stage !== NO_FILTERS.stage;
    return {
      runId: current?.run.id ?? null,
      patches: current?.run.patches ?? 0,
      computing:
        active || (unranked && !failed)
          ? {
              chunksDone: active ? newest.chunksDone : 0,
              chunks: active ? newest.chunks : 1,
            }
          : null,
      failed,
      orderTested: drafted !== null,
      counts,
      unfiltered: filtered
        ? (await groupCounts(tx, current?.run.id, { ...input, ...NO_FILTERS }))[input.group]
        : counts[input.group],
      rows: current === null ? [] : await rankedRows(tx, current, input, drafted),
    };
  });

/** A person's headline as the employer may read it; a masked person's own title can hold the name. */
export const headlineOf = (
  { name, headline }: { name: string | null; headline: string | null },
  unmaskedAt: Date | null,
): string | null => (headline === null || unmaskedAt !== null ? headline : maskOf([name])(headline));

interface Current extends ShownRun {
  compiled: CompiledJob;
}

/** The run that the job points at, with its job version compiled for the week marks. */
export const currentRun = async (
  ctx: Context,
  tx: Transaction,
  runId: string | null,
): Promise<Current | null> => {
  if (runId === null) return null;
  const [found] = await tx
    .select({ run: matchRuns, snapshot: jobVersions.snapshot })
    .from(matchRuns)
    .innerJoin(jobVersions, eq(jobVersions.id, matchRuns.jobVersionId))
    .where(eq(matchRuns.id, runId));
  if (found === undefined) {
    ctx.log.warn('a job points at a run that is gone', { runId });
    return null;
  }
  const { roles, taxonomy, weightSets } = loadCatalog();
  const facts = jobFacts(found.snapshot, roles);
  const compiled = compileJob(facts, weightSets.current.set, taxonomy, found.run.asOf);
  return { ...found, compiled };
};

const filtersOf = (runId: string, input: ListMatchesInput) =>
  and(
    eq(matchResults.runId, runId),
    input.bands.length === 0 ? undefined : inArray(matchResults.band, input.bands),
    input.minimumScore === 0 ? undefined : gte(matchResults.expected, leastHundredths(input.minimumScore)),
    inArray(candidacies.stage, STAGES_OF[input.stage]),
  );

/** Joins a result with its candidacy. */
export const isPair = and(
  eq(candidacies.jobId, matchResults.jobId),
  eq(candidacies.candidateId, matchResults.candidateId),
);

const groupCounts = async (tx: Transaction, runId: string | undefined, input: ListMatchesInput) => {
  const counts = Object.fromEntries(MATCH_GROUPS.map((group) => [group, 0])) as Record<MatchGroup, number>;
  if (runId === undefined) return counts;
  const rows = await tx
    .select({ group: matchResults.group, count: count() })
    .from(matchResults)
    .innerJoin(candidacies, isPair)
    .where(filtersOf(runId, input))
    .groupBy(matchResults.group);
  for (const row of rows) counts[row.group] = row.count;
  return counts;
};

/** Joins a result with its place in an experiment's list; with none, nothing. */
const isShownIn = (experimentId: string | null) =>
  experimentId === null
    ? sql`false`
    : and(
        eq(experimentExposures.experimentId, experimentId),
        eq(experimentExposures.runId, matchResults.runId),
        eq(experimentExposures.candidateId, matchResults.candidateId),
      );

const rankedRows = async (
  tx: Transaction,
  current: Current,
  input: ListMatchesInput,
  experimentId: string | null,
): Promise<RankedRow[]> => {
  const byScore = [desc(matchResults.expected), asc(matchResults.tieBreak), asc(matchResults.candidateId)];
  const order =
    experimentId === null ? byScore : [sql`${experimentExposures.position} nulls last`, ...byScore];
  // Ranks count everybody in the group, whatever the filters leave.
  const ranks = tx
    .select({
      candidateId: matchResults.candidateId,
      rank: sql<number>`(row_number() over (order by ${sql.join(order, sql`, `)}))::int`.as('rank'),
    })
    .from(matchResults)
    .leftJoin(experimentExposures, isShownIn(experimentId))
    .where(and(eq(matchResults.runId, current.run.id), eq(matchResults.group, input.group)))
    .as('ranks');
  const rows = await tx
    .select({
      result: matchResults,
      rank: ranks.rank,
      person: candidates,
      candidacy: candidacies,
      facts: candidateFeatures.facts,
    })
    .from(matchResults)
    .innerJoin(ranks, eq(ranks.candidateId, matchResults.candidateId))
    .innerJoin(candidacies, isPair)
    .innerJoin(candidates, eq(candidates.id, matchResults.candidateId))
    .innerJoin(candidateFeatures, eq(candidateFeatures.candidateId, matchResults.candidateId))
    .where(and(filtersOf(current.run.id, input), eq(matchResults.group, input.group)))
    .orderBy(asc(ranks.rank))
    .limit(1000);
  return rows.map(({ result, rank, person, candidacy, facts }) => ({
    candidateId: person.id,
    rank,
    name: candidacy.unmaskedAt === null ? null : person.name,
    code: person.code,
    headline: headlineOf(person, candidacy.unmaskedAt),
    city: person.cityName,
    score: {
      expected: result.expected,
      low: result.low,
      high: result.high,
      coverage: result.coverage,
      band: result.band,
    },
    stage: candidacy.stage,
    isNew: candidacy.openedAt === null && candidacy.stage === 'new',
    week: weekOf(current.compiled, facts),
    hours: facts.hours,
    pay: payOf(result.factors),
  }));
};

/** Minutes a day that the job needs and that both have, in the worst pair of UTC offsets of the job's term. */
const weekOf = (compiled: CompiledJob, facts: CandidateFacts): WeekView | null => {
  if (compiled.core === null) return null;
  const { week } = preparePerson(facts, compiled.asOf);
  const overlay = week === null ? null : overlayOf(compiled.core, week);
  if (overlay === null) return null;
  const minutes = (hours: number[]): number[] => hours.map((value) => Math.round(value * 60));
  return {
    needed: minutes(overlay.needed),
    both: minutes(overlay.both),
    asked: overlay.neededMinutes,
    reached: Math.min(overlay.bothMinutes, overlay.neededMinutes),
  };
};

const payOf = (factors: FactorResult[]): RankedRow['pay'] => {
  const pay = factors.find(({ factor }) => factor === 'compensation');
  if (pay === undefined) return 'unset';
  if (pay.low < pay.high) return 'unknown';
  return pay.expected === 10_000 ? 'fits' : 'above';
};
