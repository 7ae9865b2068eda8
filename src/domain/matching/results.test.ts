import { and, asc, count, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Transaction } from '@/db/client';
import { candidacies, jobs, matchResults, matchRuns, scoreHistory } from '@/db/schema';
import { addPerson, lockPerson } from '@/domain/candidates/commands';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import type { MatchGroup, PairScore } from '@/domain/scoring/schema';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember, type MemberActor } from '@/testing/factories';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { clearOutbox, deliverAll } from '@/testing/queue';
import { consumeMatchChunk } from './consumer';
import type { Run } from './load';
import { mergeResults } from './merge';
import { takeChunk } from './publish';
import { packResults, resultRow, type ResultRow } from './result-rows';
import { writeResults } from './results';
import { consumeMatchRequest } from './runs';
import { KEEP_PER_GROUP } from './schema';

let test: TestDatabase;
let worker: Context;
let member: MemberActor;
beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
});
afterAll(() => test.close());
beforeEach(async () => {
  await clearOutbox(worker);
  member = await createMember(test.db);
});

interface Named {
  candidateId: string;
  versionId: string;
}
const person = (organizationId: string | null = null): Promise<Named> =>
  asWorker(worker, async (tx) => {
    const candidateId = await addPerson(worker, tx, {
      organizationId,
      lawfulBasis: 'consent',
      poolConsentAt: organizationId === null ? worker.now() : null,
      profile: profileOf('Asha Pillai', `${worker.newId()}@people.example`, ['tally']),
      answers: fullAnswers,
      resumeId: null,
      parserVersion: null,
    });
    return { candidateId, versionId: worker.newId() };
  });
/** A run of a new job that waits for `chunks` chunks. */
const waiting = async (chunks = 1): Promise<Run> => {
  const ctx = testContext(test.db, member);
  const grant = authorize(member, 'job:write');
  const { jobId } = await createJob(ctx, grant, { title: 'Accountant', role: null });
  const { revision } = await saveDraft(ctx, grant, { jobId, revision: 1, answers: accountantJob });
  await publishJob(ctx, grant, { jobId, revision });
  await consumeMatchRequest(worker, { requestId: worker.newId(), jobId, trigger: 'job' });
  for (let chunk = 1; chunk < chunks; chunk++) {
    await test.owner.query(
      `insert into match_chunks (organization_id, run_id, chunk)
       select organization_id, id, $2 from match_runs where job_id = $1`,
      [jobId, chunk],
    );
  }
  await test.owner.query('update match_runs set chunks = $2 where job_id = $1', [jobId, chunks]);
  const [run] = await asWorker(worker, (tx) => tx.select().from(matchRuns).where(eq(matchRuns.jobId, jobId)));
  return run!;
};
const score = (expected: number, group: MatchGroup = 'ranked'): PairScore => ({
  expected,
  low: expected - 100,
  high: expected + 100,
  coverage: 9800,
  band: 'good',
  group,
  factors: [
    {
      factor: 'hours',
      weight: 7,
      low: 1,
      expected: 2,
      high: 10_000,
      contribution: expected,
      unknown: ['hours'],
    },
    { factor: 'language', weight: 3, low: 5, expected: 5, high: 5, contribution: 0, unknown: [] },
  ],
  gates: [{ key: 'skill:gst', state: 'pass' }],
});
const rowsOf = (runId: string) =>
  asWorker(worker, (tx) =>
    tx
      .select()
      .from(matchResults)
      .where(eq(matchResults.runId, runId))
      .orderBy(asc(matchResults.candidateId)),
  );
const take = (run: Run, chunk: number, rows: ResultRow[]) =>
  asWorker(worker, (tx) =>
    takeChunk(worker, tx, chunk, [{ run, rows: packResults(rows), scored: rows.length }]),
  );
const orphans = async (): Promise<number> => {
  const { rows } = await test.owner.query<{ count: number }>(
    `select count(*)::int as count from match_results m
     left join match_runs r on (r.id, r.organization_id, r.job_id) = (m.run_id, m.organization_id, m.job_id)
     left join candidates c on c.id = m.candidate_id where r.id is null or c.id is null`,
  );
  return rows[0]!.count;
};

describe('writing results', () => {
  it('keeps every value of a row', async () => {
    const run = await waiting();
    const people = [await person(), await person()];
    const scores = [score(7000), score(10_000, 'misses_must_have')];
    const rows = people.map((one, n) => resultRow(run, one, scores[n]!, worker.now()));
    await asWorker(worker, (tx) => writeResults(tx, [packResults(rows)]));
    expect(await rowsOf(run.id)).toEqual(rows);
  });

  it('takes organisation and job from the run, whatever a row says, and nothing for a run that is not there', async () => {
    const [run, foreign] = [await waiting(), await createMember(test.db)];
    const row = resultRow(run, await person(), score(7000), worker.now());
    const forged = { ...row, organizationId: foreign.organizationId, jobId: worker.newId() };
    const nowhere = { ...row, runId: worker.newId() };
    await asWorker(worker, (tx) => writeResults(tx, [packResults([forged]), packResults([nowhere])]));
    expect(await rowsOf(run.id)).toEqual([row]);
    expect(await rowsOf(nowhere.runId)).toEqual([]);
  });

  it('leaves out who is gone, or was merged with another person, since they were scored', async () => {
    const run = await waiting();
    const [stays, merged, gone] = [await person(), await person(), await person()];
    const rows = [stays, merged, gone].map((one) => resultRow(run, one, score(7000), worker.now()));
    await test.owner.query('update candidates set merged_into_id = $1 where id = $2', [
      stays.candidateId,
      merged.candidateId,
    ]);
    await test.owner.query('delete from candidates where id = $1', [gone.candidateId]);
    await take(run, 0, rows);
    expect(await rowsOf(run.id)).toEqual(rows.slice(0, 1));
  });
});

describe('a run in several chunks', () => {
  it('keeps the best of all, remembers the least score that keeps a place, and makes candidacies of nobody else', async () => {
    const run = await waiting(2);
    const first = await person();
    const best = resultRow(run, first, score(9000), worker.now());
    const own = resultRow(run, await person(member.organizationId), score(1000), worker.now());
    const others: ResultRow[] = [];
    for (let n = 0; n < KEEP_PER_GROUP; n++) {
      others.push(resultRow(run, await person(), score(8000 - n), worker.now()));
    }
    await take(run, 0, [best, own, ...others.slice(0, 20)]);
    // Merged between the chunks: whoever comes next moves up.
    await test.owner.query('update candidates set merged_into_id = $1 where id = $2', [
      best.candidateId,
      others[0]!.candidateId,
    ]);
    await take(run, 1, others.slice(20));
    const kept = (await rowsOf(run.id)).map(({ candidateId }) => candidateId);
    const expected = [best, own, ...others.slice(1)].map(({ candidateId }) => candidateId);
    expect(kept).toEqual(expected.toSorted());
    const [after] = await asWorker(worker, (tx) =>
      tx.select().from(matchRuns).where(eq(matchRuns.id, run.id)),
    );
    expect(after).toMatchObject({ state: 'succeeded', floors: { ranked: 8000 - KEEP_PER_GROUP + 1 } });
    const listed = await asWorker(worker, (tx) =>
      tx.select().from(candidacies).where(eq(candidacies.jobId, run.jobId)),
    );
    expect(listed.map(({ candidateId }) => candidateId).toSorted()).toEqual(kept);
  });

  it('drops whom the chunks bring beyond the best', async () => {
    const run = await waiting(2);
    const rows: ResultRow[] = [];
    for (let n = 0; n < KEEP_PER_GROUP + 3; n++) {
      rows.push(resultRow(run, await person(), score(8000 - n), worker.now()));
    }
    await take(run, 0, rows.slice(100));
    await take(run, 1, rows.slice(0, 100));
    const kept = rows.slice(0, KEEP_PER_GROUP).map(({ candidateId }) => candidateId);
    expect((await rowsOf(run.id)).map(({ candidateId }) => candidateId)).toEqual(kept.toSorted());
    const [after] = await asWorker(worker, (tx) =>
      tx.select().from(matchRuns).where(eq(matchRuns.id, run.id)),
    );
    expect(after!.floors).toEqual({ ranked: 8000 - KEEP_PER_GROUP + 1 });
  });
});

describe('a run in one chunk', () => {
  const floorsOf = async (run: Run) => {
    const [after] = await asWorker(worker, (tx) =>
      tx.select().from(matchRuns).where(eq(matchRuns.id, run.id)),
    );
    return after!.floors;
  };
  const full = async (run: Run) => {
    const rows: ResultRow[] = [];
    for (let n = 0; n < KEEP_PER_GROUP; n++) {
      rows.push(resultRow(run, await person(), score(8000 - n), worker.now()));
    }
    return [...rows, resultRow(run, await person(), score(500, 'needs_information'), worker.now())];
  };

  it('remembers the least score of a group that is full, and of no other', async () => {
    const run = await waiting();
    await take(run, 0, await full(run));
    expect(await floorsOf(run)).toEqual({ ranked: 8000 - KEEP_PER_GROUP + 1 });
  });

  it('keeps a place for the next where somebody was merged since they were scored', async () => {
    const run = await waiting();
    const rows = await full(run);
    await test.owner.query('update candidates set merged_into_id = $1 where id = $2', [
      rows[1]!.candidateId,
      rows[0]!.candidateId,
    ]);
    await take(run, 0, rows);
    expect(await floorsOf(run)).toEqual({});
  });
});

describe('runs that are put together', () => {
  interface Plan {
    Plans?: Plan[];
    'Actual Loops': number;
    'Actual Rows': number;
    'Index Searches'?: number;
    'Rows Removed by Join Filter'?: number;
  }
  /** What a plan looked at: rows, those it compared in vain included, and descents into an index. */
  const workOf = (plan: Plan): number =>
    plan['Actual Loops'] * (plan['Actual Rows'] + (plan['Rows Removed by Join Filter'] ?? 0)) +
    (plan['Index Searches'] ?? 0) +
    (plan.Plans ?? []).reduce((sum, inner) => sum + workOf(inner), 0);
  /** The same transaction, whose statements tell how much they looked at instead of giving rows. */
  const watched = (tx: Transaction, runIds: string[], work: number[]): Transaction =>
    Object.assign(Object.create(tx) as Transaction, {
      async execute(query: SQL) {
        const { rows } = await tx.execute<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
          sql`explain (analyze, format json) ${query}`,
        );
        work.push(...rows.map((row) => workOf(row['QUERY PLAN'][0].Plan)));
        return { rows: runIds.map((id) => ({ id })) };
      },
    });

  it('are gone through once, however little Postgres knows of rows just written', async () => {
    const [jobCount, peopleCount] = [12, 60];
    const people: Named[] = [];
    for (let n = 0; n < peopleCount; n++) people.push(await person());
    const rowsOfRun = (run: Run, expected: number) =>
      people.map((who) => resultRow(run, who, score(expected), worker.now()));
    const first: Run[] = [];
    for (let n = 0; n < jobCount; n++) first.push(await waiting());
    const again = async () => {
      const made: Run[] = [];
      for (const { jobId } of first) {
        await consumeMatchRequest(worker, { requestId: worker.newId(), jobId, trigger: 'manual' });
        const waits = and(eq(matchRuns.jobId, jobId), eq(matchRuns.state, 'queued'));
        made.push(...(await asWorker(worker, (tx) => tx.select().from(matchRuns).where(waits))));
      }
      return made;
    };
    for (const run of first) await take(run, 0, rowsOfRun(run, 7000));
    // What is known from here on are other runs than those that are put together.
    await test.owner.query('analyze match_results, candidacies, match_runs');
    const second = await again();
    for (const run of second) await take(run, 0, rowsOfRun(run, 7000));
    const runs = await again();
    const before = new Map(second.map(({ id, jobId }) => [jobId, id]));
    const work: number[] = [];
    await asWorker(worker, async (tx) => {
      await writeResults(
        tx,
        runs.map((run) => packResults(rowsOfRun(run, 7001))),
      );
      await mergeResults(
        worker,
        watched(
          tx,
          runs.map(({ id }) => id),
          work,
        ),
        runs.map((run) => ({ run, before: before.get(run.jobId) ?? null, floors: {} })),
      );
    });
    expect(work).toHaveLength(3);
    for (const looked of work) expect(looked).toBeLessThan(20 * jobCount * peopleCount);
    const [kept] = await asWorker(worker, (tx) =>
      tx
        .select({ rows: count() })
        .from(scoreHistory)
        .where(inArray(scoreHistory.runId, [...before.values()])),
    );
    expect(kept!.rows).toBe(jobCount * peopleCount);
  });
});

describe('whoever goes', () => {
  /** Two rankings of a job, the older with a history. */
  const ranked = async () => {
    const [one, other] = [await person(member.organizationId), await person(member.organizationId)];
    const run = await waiting();
    await take(
      run,
      0,
      [one, other].map((who) => resultRow(run, who, score(7000), worker.now())),
    );
    await clearOutbox(worker);
    await consumeMatchRequest(worker, { requestId: worker.newId(), jobId: run.jobId, trigger: 'manual' });
    await deliverAll(worker, { 'match-request': consumeMatchRequest, 'match-chunk': consumeMatchChunk });
    return { one, other, run };
  };

  it('takes their results of all runs, and their history, along', async () => {
    const { one, other, run } = await ranked();
    const of = (candidateId: string) =>
      asWorker(worker, async (tx) => [
        ...(await tx.select().from(matchResults).where(eq(matchResults.candidateId, candidateId))),
        ...(await tx.select().from(scoreHistory).where(eq(scoreHistory.candidateId, candidateId))),
      ]);
    expect(await of(one.candidateId)).toHaveLength(3);
    await test.owner.query('delete from candidates where id = $1', [one.candidateId]);
    expect(await of(one.candidateId)).toEqual([]);
    expect(await of(other.candidateId)).toHaveLength(3);
    expect((await rowsOf(run.id)).map(({ candidateId }) => candidateId)).toEqual([other.candidateId]);
    expect(await orphans()).toBe(0);
  });

  it('holds up no run while somebody only changes their facts', async () => {
    const run = await waiting();
    const { candidateId, versionId } = await person();
    await asWorker(worker, async (tx) => {
      await lockPerson(tx, candidateId);
      await take(run, 0, [resultRow(run, { candidateId, versionId }, score(7000), worker.now())]);
    });
    expect(await rowsOf(run.id)).toHaveLength(1);
  });

  it('waits for results that are being written, and takes them along as well', async () => {
    const run = await waiting();
    const { candidateId, versionId } = await person();
    const row = resultRow(run, { candidateId, versionId }, score(7000), worker.now());
    let deleting: Promise<unknown> = Promise.resolve();
    await asWorker(worker, async (tx) => {
      await writeResults(tx, [packResults([row])]);
      deleting = test.owner.query('delete from candidates where id = $1', [candidateId]);
      const waits = `select count(*)::int as waits from pg_locks where not granted and relation = 'match_results'::regclass
        and database = (select oid from pg_database where datname = current_database())`;
      await expect
        .poll(async () => (await test.owner.query(waits)).rows[0], { timeout: 10_000 })
        .toEqual({ waits: 1 });
    });
    await deleting;
    expect(await rowsOf(run.id)).toEqual([]);
    expect(await orphans()).toBe(0);
  });

  it('of runs, takes the results of them', async () => {
    const { run } = await ranked();
    expect(await rowsOf(run.id)).toHaveLength(2);
    const history = () =>
      asWorker(worker, (tx) => tx.select().from(scoreHistory).where(eq(scoreHistory.runId, run.id)));
    expect(await history()).toHaveLength(2);
    await test.owner.query('delete from match_runs where id = $1', [run.id]);
    expect([await rowsOf(run.id), await history()]).toEqual([[], []]);
    const [job] = await asWorker(worker, (tx) => tx.select().from(jobs).where(eq(jobs.id, run.jobId)));
    expect(await rowsOf(job!.currentRunId!)).not.toEqual([]);
    expect(await orphans()).toBe(0);
  });

  it('leaves nothing behind in a table that names people, but for those that keep it on purpose', async () => {
    const { rows } = await test.owner.query<{ name: string }>(`
      select t.relname as name from pg_attribute a join pg_class t on t.oid = a.attrelid
      where a.attname = 'candidate_id' and t.relkind = 'r' and t.relnamespace = 'public'::regnamespace and not exists (
        select from pg_constraint k where k.conrelid = t.oid and k.contype = 'f' and a.attnum = any(k.conkey)
          and k.confrelid = 'candidates'::regclass)
      order by 1`);
    // Results and their history go by a trigger; receipts are kept for whoever must answer for a decision.
    expect(rows.map(({ name }) => name)).toEqual(['match_results', 'receipts', 'score_history']);
  });
});
