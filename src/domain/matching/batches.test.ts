import { and, asc, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  announcements,
  jobs,
  matchBatches,
  matchChunks,
  matchParts,
  matchResults,
  matchRuns,
  outbox,
} from '@/db/schema';
import { addPerson, saveAnswers } from '@/domain/candidates/commands';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { consumeBatchRanked, consumeRunFinished } from '@/domain/notifications/consumer';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember, type MemberActor } from '@/testing/factories';
import { goingAway } from '@/testing/outage';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { clearOutbox, deliverAll, type Consumers } from '@/testing/queue';
import { consumeMatchBatch, consumeMatchNight } from './batches';
import { consumeMatchChunk } from './consumer';
import { cut, messagesOfBatch } from './nights';
import { consumeMatchPart, JOBS_AT_ONCE, reconcileBatches, workOffPart } from './parts';
import { consumeCandidateChanged } from './patch';
import { consumeMatchRequest } from './runs';

let test: TestDatabase;
let worker: Context;
let member: MemberActor;
let zone: string;

const ZONES = [
  'Asia/Kolkata',
  'Asia/Dubai',
  'Asia/Tokyo',
  'Asia/Dhaka',
  'Asia/Seoul',
  'Asia/Manila',
  'Asia/Muscat',
];
beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
});
afterAll(() => test.close());
beforeEach(async () => {
  await clearOutbox(worker);
  member = await createMember(test.db);
  zone = ZONES.pop()!;
  await test.owner.query('update organizations set time_zone = $1 where id = $2', [
    zone,
    member.organizationId,
  ]);
});

const single: Consumers = {
  'match-request': consumeMatchRequest,
  'match-chunk': consumeMatchChunk,
  'candidate-changed': consumeCandidateChanged,
  'run-finished': consumeRunFinished,
};
const consumers: Consumers = {
  ...single,
  'match-batch': consumeMatchBatch,
  'match-part': consumeMatchPart,
  'batch-ranked': consumeBatchRanked,
};

const person = (skills: string[], pooled = true): Promise<string> =>
  asWorker(worker, (tx) =>
    addPerson(worker, tx, {
      organizationId: pooled ? null : member.organizationId,
      lawfulBasis: 'consent',
      poolConsentAt: pooled ? worker.now() : null,
      profile: profileOf('Asha Pillai', `${worker.newId()}@people.example`, skills),
      answers: fullAnswers,
      resumeId: null,
      parserVersion: null,
    }),
  );
const publish = async (answers = accountantJob): Promise<string> => {
  const ctx = testContext(test.db, member);
  const grant = authorize(member, 'job:write');
  const { jobId } = await createJob(ctx, grant, { title: 'Accountant', role: null });
  const { revision } = await saveDraft(ctx, grant, { jobId, revision: 1, answers });
  await publishJob(ctx, grant, { jobId, revision });
  return jobId;
};
const batchesOf = (timeZone: string) =>
  asWorker(worker, (tx) =>
    tx
      .select()
      .from(matchBatches)
      .where(eq(matchBatches.timeZone, timeZone))
      .orderBy(asc(matchBatches.createdAt)),
  );
const currentOf = (jobId: string) =>
  asWorker(worker, async (tx) => {
    const [job] = await tx.select().from(jobs).where(eq(jobs.id, jobId));
    const [run] = await tx.select().from(matchRuns).where(eq(matchRuns.id, job!.currentRunId!));
    const rows = await tx
      .select()
      .from(matchResults)
      .where(eq(matchResults.runId, run!.id))
      .orderBy(asc(matchResults.candidateId));
    return { run: run!, rows };
  });
const at = (hours: number): Context => ({
  ...worker,
  now: () => new Date(worker.now().getTime() + hours * 3_600_000),
});
/** Begins the night of `zone` alone and leaves its messages in the outbox. */
const begin = async (ctx = worker): Promise<string> => {
  await clearOutbox(worker);
  await consumeMatchNight(ctx);
  const mine = (await batchesOf(zone)).at(-1)!;
  await asWorker(worker, async (tx) => {
    for (const row of await tx.select().from(outbox)) {
      if ((row.payload as { batchId: string }).batchId !== mine.id) {
        await tx.delete(outbox).where(eq(outbox.id, row.id));
      }
    }
  });
  return mine.id;
};

describe('a night', () => {
  it('ranks every open job of its zone as a run of its own would, with all messages twice', async () => {
    await person(['tally', 'gst']);
    await person(['tally']);
    await person(['gst'], false);
    const jobIds = [await publish(), await publish({ ...accountantJob, minimum_years: 5 })];
    await deliverAll(worker, single);
    const before = await Promise.all(jobIds.map(currentOf));
    const batchId = await begin();
    await consumeMatchNight(worker);
    await deliverAll(worker, consumers, 2);
    const [batch, ...rest] = await batchesOf(zone);
    expect(rest).toEqual([]);
    expect(batch).toMatchObject({ id: batchId, state: 'succeeded', day: '2026-11-23', jobs: 2 });
    expect(batch!.messages).toBe(messagesOfBatch(cut(3, 2)));
    for (const [i, jobId] of jobIds.entries()) {
      const { run, rows } = await currentOf(jobId);
      expect(run).toMatchObject({ batchId, trigger: 'nightly', state: 'succeeded', asOf: '2026-11-23' });
      const scores = (of: typeof rows) =>
        of.map(({ candidateId, expected, group, factors }) => ({ candidateId, expected, group, factors }));
      expect(scores(rows)).toEqual(scores(before[i]!.rows));
      const told = await asWorker(worker, (tx) =>
        tx.select().from(announcements).where(eq(announcements.jobId, jobId)),
      );
      expect(new Set(told.map(({ candidateId }) => candidateId)).size).toBe(told.length);
    }
    const [part] = await asWorker(worker, (tx) =>
      tx.select().from(matchParts).where(eq(matchParts.batchId, batchId)),
    );
    const rows = before.reduce((sum, { rows }) => sum + rows.length, 0);
    expect(part).toMatchObject({ rows });
  });

  it('begins once a day, however often, late or seldom the clock strikes', async () => {
    await publish();
    for (const hours of [0, 0, 1, 5]) await consumeMatchNight(at(hours));
    expect((await batchesOf(zone)).map(({ day }) => day)).toEqual(['2026-11-23']);
    // Two days without a tick are not made up for; the day after is begun.
    await consumeMatchNight(at(72));
    expect((await batchesOf(zone)).map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-26']);
  });

  it('goes on where a delivery was cut off, and writes nothing twice', async () => {
    await person(['tally', 'gst']);
    const jobIds: string[] = [];
    for (let n = 0; n < JOBS_AT_ONCE + 5; n++) jobIds.push(await publish());
    const batchId = await begin();
    await consumeMatchBatch(worker, { batchId });
    const key = { batchId, group: 0, shard: 0 };
    // It reads, takes the first jobs in, and dies before it has noted that.
    const cutOff = consumeMatchPart({ ...worker, db: goingAway(test.db, 2) }, key);
    await expect(cutOff).rejects.toThrow('The database does not answer');
    const open = () =>
      asWorker(worker, (tx) =>
        tx
          .select({ id: matchRuns.id })
          .from(matchRuns)
          .innerJoin(matchChunks, eq(matchChunks.runId, matchRuns.id))
          .where(and(eq(matchRuns.batchId, batchId), isNull(matchChunks.doneAt))),
      );
    expect(await open()).toHaveLength(5);
    // As two processes that get it at once.
    await Promise.all([workOffPart(worker, key), workOffPart(worker, key)]);
    expect(await open()).toEqual([]);
    expect((await batchesOf(zone))[0]!.state).toBe('succeeded');
    for (const jobId of jobIds) expect((await currentOf(jobId)).run.batchId).toBe(batchId);
  });

  it('has one part worked on at a time by a process, and the next one after one that failed', async () => {
    await person(['tally', 'gst']);
    const jobId = await publish();
    const batchId = await begin();
    await consumeMatchBatch(worker, { batchId });
    const key = { batchId, group: 0, shard: 0 };
    const asked: string[] = [];
    const told = (name: string, ctx: Context): Context => ({
      ...ctx,
      now: () => {
        asked.push(name);
        return ctx.now();
      },
    });
    const failing = consumeMatchPart(told('failing', { ...worker, db: goingAway(test.db, 1) }), key);
    const delivered = ['first', 'second'].map((name) => consumeMatchPart(told(name, worker), key));
    await expect(failing).rejects.toThrow('The database does not answer');
    await Promise.all(delivered);
    // The second one found it done.
    expect(asked.filter((name, index) => name !== asked[index - 1])).toEqual(['failing', 'first', 'second']);
    expect(asked.filter((name) => name === 'second')).toHaveLength(1);
    expect((await currentOf(jobId)).run.batchId).toBe(batchId);
  });

  it('is overtaken by a newer version of a job, and by the next night', async () => {
    await person(['tally', 'gst']);
    const jobId = await publish();
    const untouched = await publish();
    const first = await begin();
    await consumeMatchBatch(worker, { batchId: first });
    const ctx = testContext(test.db, member);
    const grant = authorize(member, 'job:write');
    const changed = { ...accountantJob, minimum_years: 7 };
    const { revision } = await saveDraft(ctx, grant, { jobId, revision: 2, answers: changed });
    await publishJob(ctx, grant, { jobId, revision });
    await consumeMatchRequest(worker, { requestId: worker.newId(), jobId, trigger: 'job' });
    const second = await begin(at(24));
    await consumeMatchBatch(at(24), { batchId: second });
    await consumeMatchPart(worker, { batchId: first, group: 0, shard: 0 });
    const states = await asWorker(worker, (tx) =>
      tx.select().from(matchRuns).where(eq(matchRuns.batchId, first)),
    );
    expect(states.map(({ state }) => state)).toEqual(['superseded', 'superseded']);
    await deliverAll(at(24), consumers);
    expect((await batchesOf(zone)).map(({ state }) => state)).toEqual(['superseded', 'succeeded']);
    expect((await currentOf(untouched)).run.batchId).toBe(second);
  });

  it('scores whoever changed meanwhile anew at its end, without a further run for each job', async () => {
    const asha = await person(['tally', 'gst'], false);
    const jobId = await publish();
    await deliverAll(worker, single);
    const batchId = await begin();
    await consumeMatchBatch(worker, { batchId });
    await saveAnswers(testContext(test.db, member), authorize(member, 'candidate:write'), {
      candidateId: asha,
      answers: { hours: { min: 1, max: 2 } },
    });
    await consumeCandidateChanged(worker, { candidateId: asha });
    await consumeCandidateChanged(worker, { candidateId: asha });
    const topics = await deliverAll(worker, consumers);
    expect(topics.filter((topic) => topic === 'candidate-changed')).toHaveLength(2);
    const { run, rows } = await currentOf(jobId);
    expect(run).toMatchObject({ batchId, followUp: null });
    const hours = rows
      .find(({ candidateId }) => candidateId === asha)!
      .factors.find(({ factor }) => factor === 'hours');
    expect(hours!.expected).toBeLessThan(10_000);
  });

  it('is sent again when it stands still, and fails when that did not help', async () => {
    await publish();
    const batchId = await begin();
    await consumeMatchBatch(worker, { batchId });
    const later = (minutes: number) => at(minutes / 60);
    const sent = () =>
      asWorker(worker, async (tx) =>
        (await tx.select().from(outbox)).filter(({ idempotencyKey }) =>
          idempotencyKey?.startsWith(`part:${batchId}`),
        ),
      );
    await asWorker(worker, (tx) =>
      tx.update(matchBatches).set({ state: 'failed' }).where(eq(matchBatches.state, 'queued')),
    );
    await reconcileBatches(later(2));
    expect(await sent()).toHaveLength(1);
    await reconcileBatches(later(4));
    await reconcileBatches(later(8));
    expect(await sent()).toHaveLength(3);
    await reconcileBatches(later(12));
    expect((await batchesOf(zone))[0]).toMatchObject({ state: 'failed', stalls: 2 });
    const runs = await asWorker(worker, (tx) =>
      tx.select().from(matchRuns).where(eq(matchRuns.batchId, batchId)),
    );
    expect(runs.map(({ state }) => state)).toEqual(['failed']);
  });
});
