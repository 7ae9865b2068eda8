import { and, asc, count, desc, eq, gte, inArray, sql } from 'drizzle-orm';
import {
  candidacies,
  candidateFeatures,
  candidates,
  experimentExposures,
  jobVersions,
  matchResults,
  matchRuns,
} from '@/db/schema';
import type { Transaction } from '@/db/client';
import { loadCatalog } from '@/domain/catalog/load';
import { jobFacts } from '@/domain/jobs/facts';
import type { Context } from '@/domain/kernel/context';
import { shownOrder, type ShownRun } from '@/domain/matching/experiments/shown';
import { coreHoursOf, personWeekOf, type CoreHours } from '@/domain/scoring/overlap';
import { overlayOf } from '@/domain/scoring/overlay';
import { leastHundredths } from '@/domain/scoring/points';
import { type Band, type CandidateFacts, type FactorResult, type MatchGroup } from '@/domain/scoring/schema';
import { maskOf } from '../mask';
import type { Stage } from '../schema';
import type { RankedPage, RankedRow, WeekView } from '../schema/ranking';

/** Stages by what the list is filtered for. */
export const STAGES_OF = {
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

const noCounts = (): Record<MatchGroup, number> => ({ ranked: 0, needs_information: 0, misses_must_have: 0 });

/** The page of a job that has no ranking yet. */
export const NOBODY_RANKED: RankedPage = { orderTested: false, counts: noCounts(), unfiltered: 0, rows: [] };

/**
 * One group of a run's ranking as the filters leave it. Remembers, for an experiment under way, who is shown where. Nobody when the
 * run is gone.
 */
export const rankedPage = async (
  ctx: Context,
  tx: Transaction,
  runId: string,
  input: ListMatchesInput,
): Promise<RankedPage> => {
  const current = await currentRun(ctx, tx, runId);
  if (current === null) return NOBODY_RANKED;
  const drafted = input.group === 'ranked' ? await shownOrder(ctx, tx, current) : null;
  const counts = await groupCounts(tx, current.run, input);
  const filtered =
    input.bands.length > 0 ||
    input.minimumScore > NO_FILTERS.minimumScore ||
    input.stage !== NO_FILTERS.stage;
  return {
    orderTested: drafted !== null,
    counts,
    unfiltered: filtered
      ? (await groupCounts(tx, current.run, { ...input, ...NO_FILTERS }))[input.group]
      : counts[input.group],
    rows: await rankedRows(tx, current, input, drafted),
  };
};

/** A person's headline as the employer may read it; a masked person's own title can hold the name. */
export const headlineOf = (
  { name, headline }: { name: string | null; headline: string | null },
  unmaskedAt: Date | null,
): string | null => (headline === null || unmaskedAt !== null ? headline : maskOf([name])(headline));

type Run = ShownRun['run'];

interface Current extends ShownRun {
  /** The core hours of its job version; null when it sets none. */
  core: CoreHours | null;
}

const currentRun = async (ctx: Context, tx: Transaction, runId: string): Promise<Current | null> => {
  const [found] = await tx
    .select({ run: matchRuns, snapshot: jobVersions.snapshot })
    .from(matchRuns)
    .innerJoin(jobVersions, eq(jobVersions.id, matchRuns.jobVersionId))
    .where(eq(matchRuns.id, runId));
  if (found === undefined) {
    ctx.log.warn('a job points at a run that is gone', { runId });
    return null;
  }
  const facts = jobFacts(found.snapshot, loadCatalog().roles);
  return { ...found, core: coreHoursOf(facts, found.run.asOf) };
};

const filtersOf = ({ id, bands }: Run, input: ListMatchesInput) =>
  and(
    eq(matchResults.runId, id),
    input.bands.length === 0 ? undefined : inArray(matchResults.band, input.bands),
    input.minimumScore === 0
      ? undefined
      : gte(matchResults.expected, leastHundredths(input.minimumScore, bands ?? undefined)),
    inArray(candidacies.stage, STAGES_OF[input.stage]),
  );

/** Joins a result with its candidacy. */
export const isPair = and(
  eq(candidacies.jobId, matchResults.jobId),
  eq(candidacies.candidateId, matchResults.candidateId),
);

const groupCounts = async (tx: Transaction, run: Run, input: ListMatchesInput) => {
  const counts = noCounts();
  const rows = await tx
    .select({ group: matchResults.group, count: count() })
    .from(matchResults)
    .innerJoin(candidacies, isPair)
    .where(filtersOf(run, input))
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
    .where(and(filtersOf(current.run, input), eq(matchResults.group, input.group)))
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
      bands: current.run.bands ?? undefined,
    },
    stage: candidacy.stage,
    isNew: candidacy.openedAt === null && candidacy.stage === 'new',
    week: weekOf(current, facts),
    hours: facts.hours,
    pay: payOf(result.factors),
  }));
};

/** Minutes a day that the job needs and that both have, in the worst pair of UTC offsets of the job's term. */
const weekOf = ({ core }: Current, facts: CandidateFacts): WeekView | null => {
  const week = core && personWeekOf(facts);
  const overlay = core && week && overlayOf(core, week);
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
