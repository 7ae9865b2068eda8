import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { experiments, weightDrafts } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { loadCatalog } from '@/domain/catalog/load';
import { publishedSets } from '@/domain/jobs/queries/weights';
import { audit, NO_ORGANIZATION } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import { asAdmin } from '@/domain/kernel/transaction';
import { weightSetIssues } from '@/domain/scoring/weights';
import { experimentOf, planOf } from '../queries/experiments';
import { nextNameOf, namedSet } from '../queries/weights';
import type {
  createExperimentSchema,
  endExperimentSchema,
  ExperimentView,
  experimentIdSchema,
  promoteExperimentSchema,
} from '../schema/experiments';
import { changeWeights, keepSet } from '../weights';
import { putInUse, rankAnew } from './publish-weights';

type Experiment = typeof experiments.$inferSelect;
type State = Experiment['state'];
type Id = z.infer<typeof experimentIdSchema>;

const adminId = ({ actor }: Context): string => {
  if (actor.kind !== 'admin') throw new DomainError('forbidden', 'Only a platform admin may do this.');
  return actor.userId;
};

const note = (
  ctx: Context,
  tx: Transaction,
  experimentId: string,
  action: string,
  data: Record<string, string | number> = {},
) =>
  audit(ctx, tx, {
    organizationId: NO_ORGANIZATION,
    action: `experiment.${action}`,
    entity: 'experiment',
    entityId: experimentId,
    data,
  });

const fieldError = (field: string, message: string): DomainError =>
  new DomainError('invalid_input', 'Some answers need another look.', { issues: [{ path: field, message }] });

/** The set to compare with: one that was published, or the draft as it is now, kept under its hash. */
const treatmentHashOf = async (ctx: Context, tx: Transaction, chosen: string): Promise<string> => {
  if (chosen !== 'draft') return chosen;
  const [draft] = await tx.select().from(weightDrafts);
  if (draft === undefined) throw fieldError('treatmentHash', 'There is no draft of weights any more.');
  const [wrong] = weightSetIssues(draft);
  if (wrong !== undefined) throw fieldError('treatmentHash', wrong.message);
  const known = await namedSet(tx, draft.factors);
  if (known !== undefined) return known.hash;
  const id = await nextNameOf(tx);
  return keepSet(ctx, tx, { id, label: `Weights ${id}`, factors: draft.factors });
};

/**
 * Writes an experiment down, with the number of jobs it takes: stated before the start, never changed. Throws `invalid_input` at
 * the field for a set that was never published.
 */
export const createExperiment = (
  ctx: Context,
  input: z.infer<typeof createExperimentSchema>,
): Promise<ExperimentView> =>
  asAdmin(ctx, async (tx) => {
    const { name, unit, metric, minimumEffect, windowDays } = input;
    const createdBy = adminId(ctx);
    const published = await publishedSets(tx);
    const { current } = loadCatalog().weightSets;
    if (published.length === 0) await keepSet(ctx, tx, current.set);
    const hashes = new Set([current, ...published].map(({ hash }) => hash));
    const treatmentHash = await treatmentHashOf(ctx, tx, input.treatmentHash);
    const unknown = 'These weights were never published.';
    if (!hashes.has(input.controlHash)) throw fieldError('controlHash', unknown);
    if (input.treatmentHash !== 'draft' && !hashes.has(treatmentHash)) {
      throw fieldError('treatmentHash', unknown);
    }
    if (treatmentHash === input.controlHash) {
      throw fieldError('treatmentHash', 'The draft is the same as the other set.');
    }
    const { planned, spread, jobs: plannedJobs } = await planOf(ctx, tx, input);
    const id = ctx.newId();
    await tx.insert(experiments).values({
      id,
      name,
      unit,
      metric,
      controlHash: input.controlHash,
      treatmentHash,
      minimumEffect,
      spread,
      planned,
      windowDays,
      createdBy,
      createdAt: ctx.now(),
    });
    await note(ctx, tx, id, 'created', { unit, metric, minimumEffect, jobs: plannedJobs });
    return experimentOf(ctx, tx, id);
  });

const WRONG_STATE: Record<State, string> = {
  draft: 'This experiment has not been started.',
  running: 'This experiment is running.',
  stopped: 'This experiment was stopped.',
  promoted: 'This experiment was promoted already.',
  rolled_back: 'This experiment was rolled back already.',
};

/** Moves an experiment on, if it is still in `from`: of two who do so at once, the second gets `conflict`. */
const advance = async (
  tx: Transaction,
  experimentId: string,
  from: State,
  values: Partial<Experiment> & { state: State },
): Promise<Experiment> => {
  const [moved] = await tx
    .update(experiments)
    .set(values)
    .where(and(eq(experiments.id, experimentId), eq(experiments.state, from)))
    .returning();
  if (moved !== undefined) return moved;
  const [current] = await tx.select().from(experiments).where(eq(experiments.id, experimentId));
  if (current === undefined) throw notFound('This experiment');
  throw new DomainError('conflict', WRONG_STATE[current.state]);
};

/** Starts a draft. Throws `conflict` while another experiment runs: no job is ever in two. */
export const startExperiment = (ctx: Context, { experimentId }: Id): Promise<ExperimentView> =>
  asAdmin(ctx, async (tx) => {
    const [other] = await tx.select().from(experiments).where(eq(experiments.state, 'running')).for('update');
    if (other !== undefined && other.id !== experimentId) {
      throw new DomainError(
        'conflict',
        `“${other.name}” is running. Stop it first: no job is in two experiments.`,
      );
    }
    await advance(tx, experimentId, 'draft', { state: 'running', startedAt: ctx.now() });
    await note(ctx, tx, experimentId, 'started');
    return experimentOf(ctx, tx, experimentId);
  });

/** Deletes a draft. */
export const discardExperiment = (ctx: Context, { experimentId }: Id): Promise<Id> =>
  asAdmin(ctx, async (tx) => {
    const gone = await tx
      .delete(experiments)
      .where(and(eq(experiments.id, experimentId), eq(experiments.state, 'draft')))
      .returning();
    if (gone.length === 0) throw notFound('This draft');
    await note(ctx, tx, experimentId, 'discarded');
    return { experimentId };
  });

/**
 * Ends the assignment of jobs; lists are shown by their scores again, and jobs that were ranked by one of its sets are ranked by the
 * weights in use. Jobs whose time is not over are not counted.
 */
export const stopExperiment = (
  ctx: Context,
  { experimentId, reason }: z.infer<typeof endExperimentSchema>,
): Promise<ExperimentView> =>
  asAdmin(ctx, async (tx) => {
    // No run begins on an arm's set meanwhile.
    await changeWeights(tx);
    await advance(tx, experimentId, 'running', {
      state: 'stopped',
      stoppedAt: ctx.now(),
      stopReason: reason,
    });
    const jobs = await rankAnew(ctx, tx, await publishedSets(tx), `experiment:${experimentId}:stopped`);
    await note(ctx, tx, experimentId, 'stopped', { reason, jobs });
    return experimentOf(ctx, tx, experimentId);
  });

/**
 * Publishes the treatment's weights for everybody. Throws `conflict` unless everything that does not speak for them was
 * acknowledged, and when they or the publication seen are not as they were.
 */
export const promoteExperiment = (
  ctx: Context,
  input: z.infer<typeof promoteExperimentSchema>,
): Promise<ExperimentView> =>
  asAdmin(ctx, async (tx) => {
    const { experimentId, reason, expected } = input;
    const publishedBy = adminId(ctx);
    const { treatmentHash } = await advance(tx, experimentId, 'stopped', {
      state: 'promoted',
      decidedAt: ctx.now(),
      decisionReason: reason,
    });
    const view = await experimentOf(ctx, tx, experimentId);
    const missing = view.cautions.filter((caution) => !input.acknowledged.includes(caution));
    if (missing.length > 0) {
      throw new DomainError('conflict', 'The result changed. Look at it again before you promote.');
    }
    const [inUse] = await publishedSets(tx);
    if (inUse?.hash === treatmentHash) throw new DomainError('conflict', 'These weights are in use already.');
    const { number } = await putInUse(ctx, tx, {
      setHash: treatmentHash,
      reason,
      expected,
      publishedBy,
      action: 'weights.published',
    });
    const acknowledged = input.acknowledged.join(' ');
    await note(ctx, tx, experimentId, 'promoted', { reason, publication: number, acknowledged });
    return view;
  });

/** Ranks the jobs that still have the treatment's weights by those in use again. */
export const rollBackExperiment = (
  ctx: Context,
  { experimentId, reason }: z.infer<typeof endExperimentSchema>,
): Promise<ExperimentView> =>
  asAdmin(ctx, async (tx) => {
    await changeWeights(tx);
    await advance(tx, experimentId, 'stopped', {
      state: 'rolled_back',
      decidedAt: ctx.now(),
      decisionReason: reason,
    });
    const jobs = await rankAnew(ctx, tx, await publishedSets(tx), `experiment:${experimentId}:rolled_back`);
    await note(ctx, tx, experimentId, 'rolled_back', { reason, jobs });
    return experimentOf(ctx, tx, experimentId);
  });
