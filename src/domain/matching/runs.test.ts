import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { announcements, candidacies, jobs, matchResults, matchRuns, notifications } from '@/db/schema';
import { addPerson } from '@/domain/candidates/commands';
import { createJob, moveJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { consumeRunFinished } from '@/domain/notifications/consumer';
import { listMatches } from '@/domain/pipeline/queries/ranking';
import { moveCandidacy, undoMove } from '@/domain/pipeline/commands';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember, type MemberActor } from '@/testing/factories';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { clearOutbox, deliverAll, type Consumers } from '@/testing/queue';
import { consumeMatchChunk, reconcileRuns } from './consumer';
import { consumeCandidateChanged } from './patch';
import { consumeMatchRequest } from './runs';

let test: TestDatabase;
let worker: Context;
let member: MemberActor;
let ctx: Context;

beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
});
afterAll(() => test.close());
beforeEach(async () => {
  await clearOutbox(worker);
  member = await createMember(test.db);
  ctx = testContext(test.db, member);
});

const consumers: Consumers = {
  'match-request': consumeMatchRequest,
  'match-chunk': consumeMatchChunk,
  'candidate-changed': consumeCandidateChanged,
  'run-finished': consumeRunFinished,
};

const person = (
  name: string,
  skills: string[],
  options: { pool?: boolean; answers?: typeof fullAnswers } = {},
) =>
  asWorker(worker, (tx) =>
    addPerson(worker, tx, {
      organizationId: options.pool === true ? null : member.organizationId,
      lawfulBasis: 'consent',
      poolConsentAt: options.pool === true ? worker.now() : null,
      profile: profileOf(name, `${worker.newId()}@people.example`, skills),
      answers: options.answers ?? fullAnswers,
      resumeId: null,
      parserVersion: null,
    }),
  );

const publish = async (answers = accountantJob): Promise<string> => {
  const grant = authorize(member, 'job:write');
  const { jobId } = await createJob(ctx, grant, { title: 'Accountant', role: null });
  const { revision } = await saveDraft(ctx, grant, { jobId, revision: 1, answers });
  await publishJob(ctx, grant, { jobId, revision });
  return jobId;
};

const runsOf = (jobId: string) =>
  asWorker(worker, (tx) =>
    tx.select().from(matchRuns).where(eq(matchRuns.jobId, jobId)).orderBy(asc(matchRuns.createdAt)),
  );
const list = (jobId: string, actor = member) =>
  listMatches(testContext(test.db, actor), authorize(actor, 'match:read'), {
    jobId,
    group: 'ranked',
    bands: [],
    minimumScore: 0,
    stage: 'open',
  });

describe('a match run', () => {
  it('ranks the organisation and the pool, best first, and leaves other organisations alone', async () => {
    const strong = await person('Asha Pillai', ['tally', 'gst']);
    const weak = await person('Ravi Menon', []);
    const pooled = await person('Meera Joshi', ['tally', 'gst'], { pool: true });
    const other = await createMember(test.db);
    const mine = member;
    member = other;
    const foreign = await person('Foreign Person', ['tally', 'gst']);
    member = mine;
    const jobId = await publish();
    expect((await list(jobId)).computing).not.toBeNull();
    await deliverAll(worker, consumers);

    const ranking = await list(jobId);
    expect(ranking.computing).toBeNull();
    const ids = ranking.rows.map((row) => row.candidateId);
    expect(ids).toEqual(expect.arrayContaining([strong, pooled, weak]));
    expect(ids).not.toContain(foreign);
    expect(ids.at(-1)).toBe(weak);
    expect(ranking.rows.find((row) => row.candidateId === pooled)?.name).toBeNull();
    expect(ranking.rows.find((row) => row.candidateId === strong)?.name).toBe('Asha Pillai');
  });

  it('gives one result and one notice for deliveries that come twice', async () => {
    await person('Asha Pillai', ['tally', 'gst']);
    const jobId = await publish();
    await deliverAll(worker, consumers, 2);
    expect((await runsOf(jobId)).map((run) => run.state)).toEqual(['succeeded']);
    const results = await asWorker(worker, (tx) =>
      tx.select().from(matchResults).where(eq(matchResults.jobId, jobId)),
    );
    expect(new Set(results.map((row) => row.candidateId)).size).toBe(results.length);
    const notices = await asWorker(worker, (tx) =>
      tx.select().from(notifications).where(eq(notifications.userId, member.userId)),
    );
    expect(notices.map((notice) => notice.channel).sort()).toEqual(['email', 'in_app']);
  });

  it('makes one run of two triggers at once and folds a later one into a single following run', async () => {
    await person('Asha Pillai', ['tally', 'gst']);
    const jobId = await publish();
    const request = (trigger: 'candidate' | 'import') => ({ requestId: worker.newId(), jobId, trigger });
    await Promise.all([
      consumeMatchRequest(worker, request('candidate')),
      consumeMatchRequest(worker, request('import')),
    ]);
    const [first, ...rest] = await runsOf(jobId);
    expect(rest).toEqual([]);
    expect(first?.followUp).not.toBeNull();
    await consumeMatchChunk(worker, { runId: first!.id, chunk: 0 });
    const after = await runsOf(jobId);
    expect(after.map((run) => run.state)).toEqual(['succeeded', 'queued']);
    await consumeMatchChunk(worker, { runId: after[1]!.id, chunk: 0 });
    expect((await runsOf(jobId)).map((run) => run.state)).toEqual(['succeeded', 'succeeded']);
  });

  it('supersedes a run of an older version, whose late chunk then writes nothing', async () => {
    await person('Asha Pillai', ['tally', 'gst']);
    const jobId = await publish();
    await consumeMatchRequest(worker, { requestId: worker.newId(), jobId, trigger: 'job' });
    const [old] = await runsOf(jobId);
    const grant = authorize(member, 'job:write');
    const changed = { ...accountantJob, minimum_years: 5 };
    const { revision } = await saveDraft(ctx, grant, { jobId, revision: 2, answers: changed });
    await publishJob(ctx, grant, { jobId, revision });
    await consumeMatchRequest(worker, { requestId: worker.newId(), jobId, trigger: 'job' });
    await consumeMatchChunk(worker, { runId: old!.id, chunk: 0 });
    const rows = await asWorker(worker, (tx) =>
      tx.select().from(matchResults).where(eq(matchResults.runId, old!.id)),
    );
    expect(rows).toEqual([]);
    const states = (await runsOf(jobId)).map((run) => run.state);
    expect(states).toEqual(['superseded', 'queued']);
  });

  it('never ranks a job that was closed meanwhile', async () => {
    const jobId = await publish();
    await moveJob(ctx, authorize(member, 'job:write'), { jobId, to: 'closed' });
    await deliverAll(worker, consumers);
    expect(await runsOf(jobId)).toEqual([]);
  });

  it('announces a pair once, however often it is ranked', async () => {
    await person('Asha Pillai', ['tally', 'gst']);
    const jobId = await publish();
    await deliverAll(worker, consumers);
    const late = await person('Kiran Shah', ['tally', 'gst']);
    await clearOutbox(worker);
    await consumeCandidateChanged(worker, { candidateId: late });
    await deliverAll(worker, consumers);
    const told = await asWorker(worker, (tx) =>
      tx.select().from(announcements).where(eq(announcements.jobId, jobId)),
    );
    expect(told.filter((row) => row.patch === 1).map((row) => row.candidateId)).toEqual([late]);
    const notices = await asWorker(worker, (tx) =>
      tx.select().from(notifications).where(eq(notifications.userId, member.userId)),
    );
    const second = notices.filter(
      (notice) => notice.data.patch === told.find((row) => row.candidateId === late)?.patch,
    );
    expect(second.map((notice) => notice.data.count)).toEqual([1, 1]);
  });

  it('sends the chunks of a run that stands still again, and fails it when that did not help', async () => {
    const jobId = await publish();
    await consumeMatchRequest(worker, { requestId: worker.newId(), jobId, trigger: 'job' });
    const at = (minutes: number) => ({
      ...worker,
      now: () => new Date(worker.now().getTime() + minutes * 60_000),
    });
    await reconcileRuns(at(2));
    expect((await runsOf(jobId))[0]?.stalls).toBe(0);
    await reconcileRuns(at(4));
    await reconcileRuns(at(8));
    expect((await runsOf(jobId))[0]?.state).toBe('queued');
    await reconcileRuns(at(12));
    expect((await runsOf(jobId))[0]?.state).toBe('failed');
    expect(await list(jobId)).toMatchObject({ failed: true, computing: null });
  });
});

describe('deciding', () => {
  it('unmasks a pool person on the shortlist, masks them again on undo, and undoes a move once', async () => {
    const pooled = await person('Meera Joshi', ['tally', 'gst'], { pool: true });
    const jobId = await publish();
    await deliverAll(worker, consumers);
    const grant = authorize(member, 'candidacy:decide');
    const move = { jobId, candidateId: pooled, reason: null, note: null };
    const moved = await moveCandidacy(ctx, grant, { ...move, to: 'shortlisted' });
    const nameOf = async () => (await list(jobId)).rows.find((row) => row.candidateId === pooled)?.name;
    expect(await nameOf()).toBe('Meera Joshi');
    await expect(moveCandidacy(ctx, grant, { ...move, to: 'shortlisted' })).rejects.toMatchObject({
      code: 'conflict',
    });
    const later = { ...ctx, now: () => new Date(ctx.now().getTime() + 1000) };
    await undoMove(later, grant, { eventId: moved.eventId });
    expect(await nameOf()).toBeNull();
    await expect(undoMove(later, grant, { eventId: moved.eventId })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('takes back step after step, with the reason that stood before', async () => {
    const candidateId = await person('Asha Pillai', ['tally', 'gst']);
    const jobId = await publish();
    await deliverAll(worker, consumers);
    const grant = authorize(member, 'candidacy:decide');
    let second = 0;
    const next = (): Context => ({
      ...ctx,
      now: () => new Date(Date.UTC(2026, 10, 24, 12, 0, (second += 1))),
    });
    const move = (to: 'shortlisted' | 'rejected', reason: 'position_filled' | null = null) =>
      moveCandidacy(next(), grant, { jobId, candidateId, note: null, to, reason });
    const rejected = await move('rejected', 'position_filled');
    const shortlisted = await move('shortlisted');
    const stand = async () => {
      const [row] = await asWorker(worker, (tx) =>
        tx.select().from(candidacies).where(eq(candidacies.candidateId, candidateId)),
      );
      return [row?.stage, row?.rejectReason];
    };
    await expect(undoMove(next(), grant, rejected)).rejects.toMatchObject({ code: 'conflict' });
    await undoMove(next(), grant, shortlisted);
    expect(await stand()).toEqual(['rejected', 'position_filled']);
    await undoMove(next(), grant, rejected);
    expect(await stand()).toEqual(['new', null]);
    await expect(undoMove(next(), grant, shortlisted)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('tells how many the filters hide', async () => {
    await person('Asha Pillai', ['tally', 'gst']);
    const jobId = await publish();
    await deliverAll(worker, consumers);
    const filtered = await listMatches(ctx, authorize(member, 'match:read'), {
      jobId,
      group: 'ranked',
      bands: [],
      minimumScore: 0,
      stage: 'rejected',
    });
    const { counts } = await list(jobId);
    expect(counts.ranked).toBeGreaterThan(0);
    expect([filtered.rows.length, filtered.counts.ranked]).toEqual([0, 0]);
    expect(filtered.unfiltered).toBe(counts.ranked);
  });

  it('answers a foreign job exactly as a missing one', async () => {
    const candidateId = await person('Asha Pillai', ['tally', 'gst']);
    const jobId = await publish();
    await deliverAll(worker, consumers);
    const stranger = await createMember(test.db);
    const attempt = (id: string) =>
      moveCandidacy(testContext(test.db, stranger), authorize(stranger, 'candidacy:decide'), {
        jobId: id,
        candidateId,
        to: 'shortlisted',
        reason: null,
        note: null,
      });
    const foreign = await attempt(jobId).catch((error: unknown) => error);
    const missing = await attempt(worker.newId()).catch((error: unknown) => error);
    expect(foreign).toEqual(missing);
    expect(foreign).toMatchObject({ code: 'not_found' });
    await expect(list(jobId, stranger)).rejects.toMatchObject({ code: 'not_found' });
    const untouched = await asWorker(worker, (tx) =>
      tx.select().from(candidacies).where(eq(candidacies.jobId, jobId)),
    );
    expect(untouched.every((row) => row.stage === 'new')).toBe(true);
  });
});

describe('publishing', () => {
  it('keeps one version for the same content and refuses a stale revision', async () => {
    const jobId = await publish();
    const grant = authorize(member, 'job:write');
    const again = await publishJob(ctx, grant, { jobId, revision: 2 });
    expect(again.version).toBe(1);
    await expect(publishJob(ctx, grant, { jobId, revision: 1 })).rejects.toMatchObject({ code: 'conflict' });
    await expect(saveDraft(ctx, grant, { jobId, revision: 1, answers: {} })).rejects.toMatchObject({
      code: 'conflict',
    });
    const [job] = await asWorker(worker, (tx) => tx.select().from(jobs).where(eq(jobs.id, jobId)));
    expect(job?.draft).toMatchObject({ title: accountantJob.title });
  });

  it('names what is missing at its question and keeps what was typed wrong', async () => {
    const grant = authorize(member, 'job:write');
    const { jobId } = await createJob(ctx, grant, { title: 'Accountant', role: null });
    const wrong = { title: 'Accountant', hours: { min: 30, max: 20, gate: false } };
    const saved = await saveDraft(ctx, grant, { jobId, revision: 1, answers: wrong });
    expect(saved.issues).toEqual([
      { path: 'hours.max', message: 'The fewest hours must not exceed the most.' },
    ]);
    const [job] = await asWorker(worker, (tx) => tx.select().from(jobs).where(eq(jobs.id, jobId)));
    expect(job?.draft.hours).toEqual(wrong.hours);
    await expect(publishJob(ctx, grant, { jobId, revision: 2 })).rejects.toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: 'hours.max' }] },
    });
  });
});
