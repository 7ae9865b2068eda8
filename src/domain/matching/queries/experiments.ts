import { aliasedTable, desc, eq } from 'drizzle-orm';
import { sampleStandardDeviation } from 'simple-statistics';
import { experiments, weightSets } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { loadCatalog } from '@/domain/catalog/load';
import { publishedSets } from '@/domain/jobs/queries/weights';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asAdmin } from '@/domain/kernel/transaction';
import { differencesOf } from '../experiments/outcomes';
import { reportOf } from '../experiments/report';
import { plannedObservations } from '../experiments/sequential';
import { DAY_MS, settledJobs } from '../experiments/settled';
import type {
  ExperimentMetric,
  ExperimentsOverview,
  ExperimentUnit,
  ExperimentView,
  Planned,
} from '../schema/experiments';
import { draftOf, publicationsOf } from './weights';

/** Standard deviation of a difference where no experiment has measured it, in 1/10000: a first judgement. */
const ASSUMED_SPREAD: Record<ExperimentMetric, number> = {
  credit: 6_500,
  precision: 3_000,
  ndcg: 4_000,
  acceptance: 4_500,
  speed: 4_500,
};
const LEAST_MEASURED = 20;
const LISTED = 50;

const treatmentSets = aliasedTable(weightSets, 'treatment_sets');

const rowsOf = (tx: Transaction) =>
  tx
    .select({ experiment: experiments, control: weightSets.name, treatment: treatmentSets.name })
    .from(experiments)
    .innerJoin(weightSets, eq(weightSets.hash, experiments.controlHash))
    .innerJoin(treatmentSets, eq(treatmentSets.hash, experiments.treatmentHash))
    .orderBy(desc(experiments.createdAt), desc(experiments.id))
    .limit(LISTED)
    .$dynamic();
type Row = Awaited<ReturnType<typeof rowsOf>>[number];

/** What an experiment says as of now, or, once it was stopped, as of then. */
const viewOf = async (ctx: Context, tx: Transaction, row: Row): Promise<ExperimentView> => {
  const { experiment } = row;
  const { id, name, state, unit, metric, minimumEffect, spread, windowDays, createdAt, startedAt } =
    experiment;
  const settling = await settledJobs(tx, experiment, experiment.stoppedAt ?? ctx.now());
  return {
    id,
    name,
    state,
    unit,
    metric,
    minimumEffect,
    spread,
    windowDays,
    createdAt,
    startedAt,
    control: { hash: experiment.controlHash, name: row.control },
    treatment: { hash: experiment.treatmentHash, name: row.treatment },
    endedAt: experiment.stoppedAt,
    reasons: [experiment.stopReason, experiment.decisionReason].filter((reason) => reason !== null),
    ...reportOf(settling, { ...experiment, windowMs: windowDays * DAY_MS }),
  };
};

/** One experiment with its report. Needs role `app_worker`; throws `not_found`. */
export const experimentOf = async (
  ctx: Context,
  tx: Transaction,
  experimentId: string,
): Promise<ExperimentView> => {
  const [row] = await rowsOf(tx).where(eq(experiments.id, experimentId));
  if (row === undefined) throw notFound('This experiment');
  return viewOf(ctx, tx, row);
};

export const readExperiment = (
  ctx: Context,
  { experimentId }: { experimentId: string },
): Promise<ExperimentView> => asAdmin(ctx, (tx) => experimentOf(ctx, tx, experimentId));

/** Every experiment with its report, and what one may be made of. */
export const experimentsOverview = (ctx: Context): Promise<ExperimentsOverview> =>
  asAdmin(ctx, async (tx) => {
    const rows = await rowsOf(tx);
    const views: ExperimentView[] = [];
    for (const row of rows) views.push(await viewOf(ctx, tx, row));
    const published = await publishedSets(tx);
    const { current } = loadCatalog().weightSets;
    const sets = published.length > 0 ? published : [current];
    const draft = await draftOf(tx);
    const [inUse] = await publicationsOf(tx);
    return {
      experiments: views,
      sets: sets.map(({ hash, set }, index) => ({ hash, name: set.id, inUse: index === 0 })),
      draft: draft === null ? 'none' : draft.issues.length > 0 ? 'unfinished' : 'ready',
      publication: inUse?.number ?? 0,
    };
  });

/** Differences that the last experiment of this kind observed, when there were enough to measure their spread by. */
const measuredSpread = async (
  ctx: Context,
  tx: Transaction,
  unit: ExperimentUnit,
  metric: ExperimentMetric,
): Promise<{ spread: number; measuredOn: number } | null> => {
  const rows = await tx.select().from(experiments).orderBy(desc(experiments.createdAt)).limit(LISTED);
  for (const experiment of rows.filter((row) => row.unit === unit && row.metric === metric)) {
    const { settled } = await settledJobs(tx, experiment, experiment.stoppedAt ?? ctx.now());
    const differences = differencesOf(settled, metric, experiment.windowDays * DAY_MS);
    if (differences.length < LEAST_MEASURED) continue;
    const spread = Math.max(100, Math.round(sampleStandardDeviation(differences) * 10_000));
    return { spread, measuredOn: differences.length };
  }
  return null;
};

/** Differences to plan for; joins the caller's transaction. */
export const planOf = async (
  ctx: Context,
  tx: Transaction,
  input: { unit: ExperimentUnit; metric: ExperimentMetric; minimumEffect: number },
): Promise<Planned & { planned: number }> => {
  const { unit, metric } = input;
  const measured = await measuredSpread(ctx, tx, unit, metric);
  const { spread, measuredOn } = measured ?? { spread: ASSUMED_SPREAD[metric], measuredOn: 0 };
  const plan = { minimumEffect: input.minimumEffect / 10_000, spread: spread / 10_000 };
  const planned = plannedObservations(plan);
  return { planned, jobs: planned * (unit === 'job' ? 2 : 1), spread, measuredOn };
};

/** How many jobs it takes to find a difference, and what that was reckoned from. */
export const planExperiment = (ctx: Context, input: Parameters<typeof planOf>[2]): Promise<Planned> =>
  asAdmin(ctx, async (tx) => {
    const { jobs, spread, measuredOn } = await planOf(ctx, tx, input);
    return { jobs, spread, measuredOn };
  });
