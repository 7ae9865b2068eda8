import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { matchBatches, matchRuns } from '@/db/schema';
import { promoteJob } from '@/domain/jobs/commands/promote';
import { listJobs } from '@/domain/jobs/queries';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { authorize, type Actor } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember, type MemberActor } from '@/testing/factories';
import { accountantJob } from '@/testing/people';
import { clearOutbox, deliverAll, type Consumers } from '@/testing/queue';
import { consumeMatchBatch, consumeMatchNight } from './batches';
import { rerunBatch, rerunJob } from './commands/rerun';
import { consumeMatchChunk } from './consumer';
import { MICRO_USD_PER_MESSAGE } from './nights';
import { consumeMatchPart } from './parts';
import { runsOverview } from './queries/batches';
import { consumeMatchRequest } from './runs';

let test: TestDatabase;
let worker: Context;
let member: MemberActor;
let admin: Context;

beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
  member = await createMember(test.db);
  const actor: Actor = { kind: 'admin', userId: member.userId };
  admin = testContext(test.db, actor);
});
afterAll(() => test.close());

const consumers: Consumers = {
  'match-request': consumeMatchRequest,
  'match-chunk': consumeMatchChunk,
  'match-batch': consumeMatchBatch,
  'match-part': consumeMatchPart,
};
const publish = async (): Promise<string> => {
  const ctx = testContext(test.db, member);
  const grant = authorize(member, 'job:write');
  const { jobId } = await createJob(ctx, grant, { title: 'Accountant', role: null });
  const { revision } = await saveDraft(ctx, grant, { jobId, revision: 1, answers: accountantJob });
  await publishJob(ctx, grant, { jobId, revision });
  return jobId;
};

it('shows a platform admin nights and open runs, and runs them again', async () => {
  const jobId = await publish();
  await deliverAll(worker, consumers);
  await consumeMatchNight(worker);
  await deliverAll(worker, consumers);
  const [night] = (await runsOverview(admin)).batches;
  expect(night).toMatchObject({ trigger: 'nightly', state: 'succeeded', jobs: 1, parts: 1, partsDone: 1 });
  expect(night!.costMicroUsd).toBe(night!.messages * MICRO_USD_PER_MESSAGE);

  const { batchId } = await rerunBatch(admin, { batchId: night!.id });
  await deliverAll(worker, consumers);
  const [again] = (await runsOverview(admin)).batches.filter(({ id }) => id === batchId);
  expect(again).toMatchObject({ trigger: 'manual', state: 'succeeded', jobs: 1, day: '2026-11-23' });

  await clearOutbox(worker);
  await consumeMatchRequest(worker, { requestId: worker.newId(), jobId, trigger: 'manual' });
  const failed = await asWorker(worker, async (tx) => {
    const later = new Date(worker.now().getTime() + 1000);
    const [run] = await tx
      .update(matchRuns)
      .set({ state: 'failed', error: 'did not move', createdAt: later })
      .where(eq(matchRuns.state, 'queued'))
      .returning();
    return run!;
  });
  expect((await runsOverview(admin)).runs).toMatchObject([{ id: failed.id, state: 'failed', jobId }]);
  await clearOutbox(worker);
  await rerunJob(admin, { runId: failed.id });
  expect(await deliverAll({ ...worker, now: () => new Date('2026-11-23T10:00:00Z') }, consumers)).toEqual([
    'match-request',
    'match-chunk',
    'run-finished',
  ]);
  expect((await runsOverview(admin)).runs).toEqual([]);
});

it('answers nobody else, and knows no batch that is not there', async () => {
  const ctx = testContext(test.db, member);
  await expect(async () => runsOverview(ctx)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(async () => rerunBatch(ctx, { batchId: worker.newId() })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(rerunBatch(admin, { batchId: worker.newId() })).rejects.toMatchObject({ code: 'not_found' });
  await expect(rerunJob(admin, { runId: worker.newId() })).rejects.toMatchObject({ code: 'not_found' });
});

it('puts promoted jobs into the first groups', async () => {
  const ctx = testContext(test.db, member);
  const grant = authorize(member, 'job:write');
  const ids = [await publish(), await publish(), await publish()];
  const last = ids.toSorted().at(-1)!;
  await promoteJob(ctx, grant, { jobId: last, promoted: true });
  const read = authorize(member, 'job:read');
  const listed = await listJobs(ctx, read, {});
  expect(listed.filter(({ promoted }) => promoted).map(({ id }) => id)).toEqual([last]);
  await clearOutbox(worker);
  const [zone] = await asWorker(worker, (tx) => tx.select().from(matchBatches).limit(1));
  const { batchId } = await rerunBatch(admin, { batchId: zone!.id });
  await consumeMatchBatch(worker, { batchId });
  const runs = await test.owner.query<{ job_id: string }>(
    'select job_id from match_runs where batch_id = $1 order by ctid',
    [batchId],
  );
  expect(runs.rows[0]!.job_id).toBe(last);
  await promoteJob(ctx, grant, { jobId: last, promoted: false });
  expect((await listJobs(ctx, read, {})).some(({ promoted }) => promoted)).toBe(false);
  const stranger = await createMember(test.db);
  await expect(
    promoteJob(testContext(test.db, stranger), authorize(stranger, 'job:write'), {
      jobId: last,
      promoted: true,
    }),
  ).rejects.toMatchObject({ code: 'not_found' });
});
