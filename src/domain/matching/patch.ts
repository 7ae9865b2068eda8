import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import { candidacies, candidateFeatures, jobs, matchResults, matchRuns } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { contentHash } from '@/domain/catalog/hash';
import type { Context } from '@/domain/kernel/context';
import { enqueueAll } from '@/domain/kernel/outbox';
import { asWorker } from '@/domain/kernel/transaction';
import { preparePerson, type PreparedPerson } from '@/domain/scoring/person';
import type { SetScore } from '@/domain/scoring/job-set/job-set';
import { scorePerson } from '@/domain/scoring/score';
import { compiledRuns, type CompiledRun } from './compiled-runs';
import { keepBefore } from './history';
import { jobSetOf } from './kept-job-sets';
import { forgetRankings } from './kept-rankings';
import { addCandidacies } from './merge';
import { packResults, resultRow, type ResultRow } from './result-rows';
import { among, writeResults } from './results';
import { ACTIVE_STATES } from './runs';
import { scoredAnswers, screeningOfPerson } from './screening';

/** Jobs whose rows change in one transaction: statements cost more than what they hold the locks for. */
const JOBS_AT_ONCE = 500;

type Person = typeof candidateFeatures.$inferSelect;

/**
 * Scores a changed person anew for every open job that may see them, and takes them out where none may any more: the
 * rows of the jobs' current runs change in place, under the jobs' locks. A job with a run under way gets one following
 * run. A repeated or late delivery finds the newest facts scored already and changes nothing.
 */
export const consumeCandidateChanged = async (
  ctx: Context,
  { candidateId }: { candidateId: string },
): Promise<void> => {
  const begun = await asWorker(ctx, async (tx) => {
    const affected = await affectedJobs(tx, candidateId);
    const count = await patchJobs(ctx, tx, candidateId, affected.slice(0, JOBS_AT_ONCE));
    return { count, left: affected.slice(JOBS_AT_ONCE) };
  });
  let patched = begun.count;
  for (let at = 0; at < begun.left.length; at += JOBS_AT_ONCE) {
    const batch = begun.left.slice(at, at + JOBS_AT_ONCE);
    patched += await asWorker(ctx, (tx) => patchJobs(ctx, tx, candidateId, batch));
  }
  ctx.log.info('candidate scored anew', { candidateId, count: patched });
};

/**
 * The same for one job alone, in the caller's transaction: afterwards the job's current ranking holds what is known of the
 * person now. Needs role `app_worker`.
 */
export const scorePairAnew = async (
  ctx: Context,
  tx: Transaction,
  { jobId, candidateId }: { jobId: string; candidateId: string },
): Promise<void> => {
  await patchJobs(ctx, tx, candidateId, [jobId]);
};

const personOf = async (tx: Transaction, candidateId: string): Promise<Person | undefined> => {
  const [person] = await tx
    .select()
    .from(candidateFeatures)
    .where(eq(candidateFeatures.candidateId, candidateId));
  return person;
};

/** Open jobs that may see the person, and those whose ranking still holds them; ascending, the order of locking. */
const affectedJobs = async (tx: Transaction, candidateId: string): Promise<string[]> => {
  const person = await personOf(tx, candidateId);
  const listed = sql`exists (select from ${matchResults} m where m.run_id = ${jobs.currentRunId} and m.candidate_id = ${candidateId})`;
  const brought = sql`exists (select from ${candidacies} c where c.job_id = ${jobs.id} and c.candidate_id = ${candidateId} and c.source <> 'matched')`;
  const own =
    person === undefined || person.organizationId === null
      ? undefined
      : eq(jobs.organizationId, person.organizationId);
  const reach =
    person?.inPool === true ? sql`true` : or(listed, person === undefined ? undefined : brought, own);
  const rows = await tx
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.state, 'open'), reach))
    .orderBy(asc(jobs.id));
  return rows.map((row) => row.id);
};

const patchJobs = async (
  ctx: Context,
  tx: Transaction,
  candidateId: string,
  jobIds: string[],
): Promise<number> => {
  const locked = await tx
    .select({
      id: jobs.id,
      state: jobs.state,
      currentVersionId: jobs.currentVersionId,
      currentRunId: jobs.currentRunId,
    })
    .from(jobs)
    .where(among(jobs.id, jobIds))
    .orderBy(asc(jobs.id))
    .for('update');
  const open = locked.filter((job) => job.state === 'open' && job.currentVersionId !== null);
  // Facts are read after the locks: whoever comes second sees at least what the first one scored.
  const person = await personOf(tx, candidateId);
  const ids = open.map((job) => job.id);
  const active = await tx
    .update(matchRuns)
    .set({
      followUp: sql`case when ${matchRuns.batchId} is null then 'candidate' else ${matchRuns.followUp}::text end::run_trigger`,
    })
    .where(and(among(matchRuns.jobId, ids), inArray(matchRuns.state, ACTIVE_STATES)))
    .returning({ jobId: matchRuns.jobId, batchId: matchRuns.batchId });
  // A run of a batch is not made again for one person: they are scored anew once the batch has ended.
  const batchIds = [...new Set(active.flatMap(({ batchId }) => batchId ?? []))];
  if (batchIds.length > 0) {
    await tx.execute(sql`
      insert into match_batch_changes (batch_id, candidate_id)
      select b.id, c.id from unnest(${sql.param(batchIds)}::uuid[]) as b (id), candidates c
      where c.id = ${candidateId} on conflict do nothing`);
  }
  const busy = new Set(active.map((run) => run.jobId));
  const unranked = open.filter((job) => job.currentRunId === null && !busy.has(job.id));
  await enqueueAll(
    ctx,
    tx,
    unranked.map((job) => ({
      topic: 'match-request' as const,
      payload: { requestId: ctx.newId(), jobId: job.id, trigger: 'candidate' as const },
      idempotencyKey: `candidate:${person?.versionId ?? candidateId}:${job.id}`,
    })),
  );
  const runIds = open.flatMap((job) => (job.currentRunId === null ? [] : [job.currentRunId]));
  if (runIds.length === 0) return 0;
  const changes = await scoreAnew(ctx, tx, candidateId, person, runIds);
  await write(ctx, tx, candidateId, changes);
  return changes.rows.length + changes.gone.length;
};

interface Changes {
  rows: ResultRow[];
  /** Runs of these rows in which the person stood otherwise. */
  moved: string[];
  /** Of these rows, those whose pair has no candidacy yet. */
  newcomers: ResultRow[];
  /** Runs that hold the person and should not any more. */
  gone: string[];
}

const scoreAnew = async (
  ctx: Context,
  tx: Transaction,
  candidateId: string,
  person: Person | undefined,
  runIds: string[],
): Promise<Changes> => {
  const runs = await compiledRuns(tx, runIds);
  const jobIds = runs.map(({ run }) => run.jobId);
  const before = new Map(
    (
      await tx
        .select()
        .from(matchResults)
        .where(and(among(matchResults.runId, runIds), eq(matchResults.candidateId, candidateId)))
    ).map((row) => [row.runId, row]),
  );
  const own = new Map(
    (
      await tx
        .select({ jobId: candidacies.jobId, source: candidacies.source, stage: candidacies.stage })
        .from(candidacies)
        .where(and(among(candidacies.jobId, jobIds), eq(candidacies.candidateId, candidateId)))
    ).map((row) => [row.jobId, row]),
  );
  const screening = await screeningOfPerson(tx, candidateId, jobIds);
  const scoredAt = ctx.now();
  const changes: Changes = { rows: [], moved: [], newcomers: [], gone: [] };
  const ready = person === undefined ? new Map<string, Ready>() : readyFor(person, runs);
  for (const { run, compiled } of runs) {
    const listed = before.get(run.id);
    const candidacy = own.get(run.jobId);
    const applied = candidacy?.source === 'applied';
    const ours = person?.organizationId === run.organizationId || candidacy?.source === 'imported';
    const known = ready.get(run.id);
    const eligible =
      person !== undefined &&
      known !== undefined &&
      candidacy?.stage !== 'withdrawn' &&
      (ours || person.inPool || applied);
    if (!eligible) {
      if (listed !== undefined) changes.gone.push(run.id);
      continue;
    }
    const answers = screening.get(run.jobId);
    const told = answers && { ...known.person.facts, screening: scoredAnswers(answers) };
    const withAnswers = told && scorePerson(compiled, { ...known.person, facts: told });
    const { expected, group } = withAnswers ?? known.score;
    if (!ours && !applied && expected < (run.floors[group] ?? 0)) {
      if (listed !== undefined) changes.gone.push(run.id);
      continue;
    }
    const score = withAnswers ?? scorePerson(compiled, known.person);
    const row = resultRow(run, person, score, scoredAt);
    if (listed !== undefined && isSame(listed, row)) continue;
    changes.rows.push(row);
    if (listed !== undefined && hasMoved(listed, row)) changes.moved.push(run.id);
    if (candidacy === undefined) changes.newcomers.push(row);
  }
  return changes;
};

/** A person prepared for the day of a run, and their score for its job while its own questions are left out. */
interface Ready {
  person: PreparedPerson;
  score: SetScore;
}

/** By run. All jobs of one day are gone through at once; which of them list the person is told by that alone. */
function readyFor({ facts }: Person, runs: readonly CompiledRun[]): Map<string, Ready> {
  const ready = new Map<string, Ready>();
  for (const [asOf, ofDay] of Map.groupBy(runs, ({ run }) => run.asOf)) {
    const person = preparePerson({ ...facts, screening: {} }, asOf);
    const scores = jobSetOf(ofDay.map(({ compiled }) => compiled)).scoresOf(person);
    for (const [at, { run }] of ofDay.entries()) {
      const score = scores[at];
      if (score) ready.set(run.id, { person, score });
    }
  }
  return ready;
}

/** Whether a row shows another score or group than the one before; `MOVED` says the same of rows in the database. */
const hasMoved = (before: typeof matchResults.$inferSelect, row: ResultRow): boolean =>
  before.expected !== row.expected ||
  before.low !== row.low ||
  before.high !== row.high ||
  before.group !== row.group;

/** Whether a row says already what would be written, but for when the facts were read. */
const isSame = (before: typeof matchResults.$inferSelect, row: ResultRow): boolean =>
  before.candidateVersionId === row.candidateVersionId &&
  contentHash({ factors: before.factors, gates: before.gates, group: before.group }) ===
    contentHash({ factors: row.factors, gates: row.gates, group: row.group });

const write = async (
  ctx: Context,
  tx: Transaction,
  candidateId: string,
  { rows, moved, newcomers, gone }: Changes,
): Promise<void> => {
  const touched = [...rows.map((row) => row.runId), ...gone];
  if (touched.length === 0) return;
  if (gone.length > 0) {
    await tx
      .delete(matchResults)
      .where(and(among(matchResults.runId, gone), eq(matchResults.candidateId, candidateId)));
  }
  if (rows.length > 0) {
    if (moved.length > 0) {
      // Results before history, as everybody locks them.
      await tx.execute(sql`lock table match_results in row exclusive mode`);
      await keepBefore(ctx, tx, { runIds: moved, candidateId });
    }
    await writeResults(tx, [packResults(rows)], { replacing: true });
  }
  if (newcomers.length > 0) {
    await addCandidacies(ctx, tx, { runIds: newcomers.map(({ runId }) => runId), candidateId });
  }
  const runs = await tx
    .update(matchRuns)
    .set({ patches: sql`${matchRuns.patches} + 1` })
    .where(among(matchRuns.id, touched))
    .returning();
  forgetRankings(tx, runs);
  const strong = new Set(
    rows.filter((row) => row.band === 'strong' && row.group === 'ranked').map((row) => row.runId),
  );
  await enqueueAll(
    ctx,
    tx,
    runs
      .filter((run) => strong.has(run.id))
      .map((run) => ({
        topic: 'run-finished' as const,
        payload: { runId: run.id, patch: run.patches },
        idempotencyKey: `run-finished:${run.id}:${run.patches}`,
      })),
  );
};
