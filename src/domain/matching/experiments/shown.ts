import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import {
  candidateFeatures,
  experimentAssignments,
  experimentExposures,
  type jobVersions,
  matchResults,
  type matchRuns,
  weightSets,
} from '@/db/schema';
import type { Transaction } from '@/db/client';
import { loadCatalog } from '@/domain/catalog/load';
import { jobFacts } from '@/domain/jobs/facts';
import type { Context } from '@/domain/kernel/context';
import { DomainError } from '@/domain/kernel/errors';
import { compileJob } from '@/domain/scoring/compile';
import { tieBreaker } from '@/domain/scoring/rank';
import { weightSetSchema, type Band } from '@/domain/scoring/schema';
import { scorePair } from '@/domain/scoring/score';
import { rankChurn } from '../metrics';
import { screeningOf } from '../screening';
import { firstShown, mayTakePart, runningExperiment, type RunningExperiment } from './assign';
import { teamDraft, type Arm, type DraftPick } from './draft';

/** How far down a list is drafted and remembered; whoever comes after stays in the order of the scores. */
const DEPTH = 100;
/** How many of a group are ranked by both sets: those kept, and some of an organisation's own. */
const RANKED_BY_BOTH = 400;

export interface ShownRun {
  run: typeof matchRuns.$inferSelect;
  snapshot: (typeof jobVersions.$inferSelect)['snapshot'];
}

/**
 * Called when a member reads a job's ranking: remembers who is shown where for the experiment under way. Returns the experiment
 * whose drafted list is to be shown instead of the order of the scores, or null. The same list comes again for the same run;
 * people scored anew since are drafted in, by the same coin. Scores, groups and decisions are never touched.
 */
export const shownOrder = async (
  ctx: Pick<Context, 'now'>,
  tx: Transaction,
  shown: ShownRun,
): Promise<string | null> => {
  const experiment = await runningExperiment(tx);
  if (experiment === null || !mayTakePart(shown.snapshot.weights)) return null;
  if (experiment.unit === 'interleaving') return interleaved(ctx, tx, shown, experiment);
  await rememberList(ctx, tx, shown, experiment);
  return null;
};

const assignmentOf = async (tx: Transaction, experimentId: string, jobId: string) => {
  const [assignment] = await tx
    .select()
    .from(experimentAssignments)
    .where(and(eq(experimentAssignments.experimentId, experimentId), eq(experimentAssignments.jobId, jobId)));
  return assignment;
};

/** By job: the list as it is first shown, when the run was made with the weights of the job's arm. */
const rememberList = async (
  ctx: Pick<Context, 'now'>,
  tx: Transaction,
  shown: ShownRun,
  { id, hashes }: RunningExperiment,
): Promise<void> => {
  const { run } = shown;
  const assignment = await assignmentOf(tx, id, run.jobId);
  if (assignment === undefined || assignment.shownAt !== null || assignment.arm === 'both') return;
  const { arm } = assignment;
  if (hashes[arm] !== run.weightSetHash) return;
  const { rankings, bands } = await rankByBoth(tx, shown, hashes);
  if (bands.size === 0) return;
  const first = await firstShown(tx, id, run.jobId, { shownAt: ctx.now(), churn: churnOf(rankings) });
  if (!first) return;
  const picks = rankings[arm].slice(0, DEPTH).map((candidateId, index) => ({
    candidateId,
    arm,
    position: index + 1,
  }));
  await remember(ctx, tx, run, id, picks, bands);
};

const interleaved = async (
  ctx: Pick<Context, 'now'>,
  tx: Transaction,
  shown: ShownRun,
  { id, hashes }: RunningExperiment,
): Promise<string | null> => {
  const { run } = shown;
  const [drafted] = await tx
    .select({ patch: experimentExposures.patch })
    .from(experimentExposures)
    .where(and(eq(experimentExposures.experimentId, id), eq(experimentExposures.runId, run.id)))
    .orderBy(desc(experimentExposures.patch))
    .limit(1);
  if (drafted !== undefined && drafted.patch >= run.patches) return id;
  const { rankings, bands } = await rankByBoth(tx, shown, hashes);
  if (bands.size === 0) return null;
  const picks = teamDraft(rankings, DEPTH, `${id}:${run.id}`);
  const { organizationId, jobId } = run;
  await tx
    .insert(experimentAssignments)
    .values({ organizationId, experimentId: id, jobId, arm: 'both', assignedAt: ctx.now() })
    .onConflictDoNothing();
  await firstShown(tx, id, jobId, { shownAt: ctx.now(), churn: churnOf(rankings) });
  await remember(ctx, tx, run, id, picks, bands);
  await tx
    .delete(experimentExposures)
    .where(
      and(
        eq(experimentExposures.experimentId, id),
        eq(experimentExposures.runId, run.id),
        lt(experimentExposures.patch, run.patches),
      ),
    );
  return id;
};

const churnOf = ({ control, treatment }: Record<Arm, string[]>): number =>
  Math.round(rankChurn(control.slice(0, DEPTH), treatment.slice(0, DEPTH)) * 10_000);

/** Whose pick somebody was stays as it was first shown within the run, though their place may change. */
const remember = async (
  ctx: Pick<Context, 'now'>,
  tx: Transaction,
  run: ShownRun['run'],
  experimentId: string,
  picks: readonly DraftPick[],
  bands: ReadonlyMap<string, Band>,
): Promise<void> => {
  if (picks.length === 0) return;
  const taken = (column: string) => sql.raw(`excluded.${column}`);
  await tx
    .insert(experimentExposures)
    .values(
      picks.map((pick) => ({
        organizationId: run.organizationId,
        experimentId,
        jobId: run.jobId,
        runId: run.id,
        ...pick,
        band: bands.get(pick.candidateId) ?? ('limited' as const),
        patch: run.patches,
        shownAt: ctx.now(),
      })),
    )
    .onConflictDoUpdate({
      target: [experimentExposures.experimentId, experimentExposures.runId, experimentExposures.candidateId],
      set: { position: taken('position'), band: taken('band'), patch: taken('patch') },
    });
};

/** The people of the run who miss nothing and of whom enough is known, in the order of either set. */
const rankByBoth = async (
  tx: Transaction,
  { run, snapshot }: ShownRun,
  hashes: Record<Arm, string>,
): Promise<{ rankings: Record<Arm, string[]>; bands: Map<string, Band> }> => {
  const people = await tx
    .select({
      candidateId: matchResults.candidateId,
      band: matchResults.band,
      facts: candidateFeatures.facts,
    })
    .from(matchResults)
    .innerJoin(candidateFeatures, eq(candidateFeatures.candidateId, matchResults.candidateId))
    .where(and(eq(matchResults.runId, run.id), eq(matchResults.group, 'ranked')))
    .orderBy(desc(matchResults.expected), asc(matchResults.tieBreak), asc(matchResults.candidateId))
    .limit(RANKED_BY_BOTH);
  const screening = await screeningOf(tx, run.jobId);
  const sets = await tx
    .select()
    .from(weightSets)
    .where(inArray(weightSets.hash, [hashes.control, hashes.treatment]));
  const { roles, taxonomy } = loadCatalog();
  const facts = jobFacts(snapshot, roles);
  const tieOf = tieBreaker(run.jobId);
  const rankedBy = (hash: string): string[] => {
    const set = sets.find((kept) => kept.hash === hash);
    if (set === undefined) throw new DomainError('internal', 'The weights of an experiment are gone.');
    const compiled = compileJob(facts, weightSetSchema.parse(set.content), taxonomy, run.asOf);
    return people
      .map(({ candidateId, facts: known }) => {
        const answers = screening.get(candidateId);
        const person = answers === undefined ? known : { ...known, screening: answers };
        return { candidateId, score: scorePair(compiled, person).expected, tie: tieOf(candidateId) };
      })
      .sort((a, b) => b.score - a.score || a.tie - b.tie || (a.candidateId < b.candidateId ? -1 : 1))
      .map(({ candidateId }) => candidateId);
  };
  return {
    rankings: { control: rankedBy(hashes.control), treatment: rankedBy(hashes.treatment) },
    bands: new Map(people.map(({ candidateId, band }) => [candidateId, band])),
  };
};
