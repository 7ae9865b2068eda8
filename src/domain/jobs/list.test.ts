import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPerson } from '@/domain/candidates/commands';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { consumeMatchChunk } from '@/domain/matching/consumer';
import { consumeMatchRequest } from '@/domain/matching/runs';
import { moveCandidacy } from '@/domain/pipeline/commands';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember } from '@/testing/factories';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { deliverAll } from '@/testing/queue';
import { createJob, publishJob, saveDraft } from './commands';
import { listJobs } from './queries';

let test: TestDatabase;
let worker: Context;

beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
});
afterAll(() => test.close());

const consumers = { 'match-request': consumeMatchRequest, 'match-chunk': consumeMatchChunk };

it('counts each job’s own people: ranked, strong, shortlisted, and says whether a run is under way', async () => {
  const member = await createMember(test.db);
  const ctx = testContext(test.db, member);
  const [first, second] = await asWorker(worker, (tx) =>
    Promise.all(
      [['tally', 'gst'], []].map((skills, index) =>
        addPerson(worker, tx, {
          organizationId: member.organizationId,
          lawfulBasis: 'consent',
          poolConsentAt: null,
          profile: profileOf('Asha Pillai', `asha-${index}@people.example`, skills),
          answers: fullAnswers,
          resumeId: null,
          parserVersion: null,
        }),
      ),
    ),
  );
  const write = authorize(member, 'job:write');
  const publish = async () => {
    const { jobId } = await createJob(ctx, write, { title: 'Accountant', role: null });
    const { revision } = await saveDraft(ctx, write, { jobId, revision: 1, answers: accountantJob });
    await publishJob(ctx, write, { jobId, revision });
    return jobId;
  };
  const done = await publish();
  const list = () => listJobs(ctx, authorize(member, 'job:read'), {});
  expect(await list()).toMatchObject([{ id: done, computing: true, ranked: 0 }]);
  await deliverAll(worker, consumers);
  await moveCandidacy(ctx, authorize(member, 'candidacy:decide'), {
    jobId: done,
    candidateId: first!,
    to: 'shortlisted',
    reason: null,
    note: null,
  });
  const again = await publish();
  await consumeMatchRequest(worker, { requestId: worker.newId(), jobId: done, trigger: 'manual' });
  const rows = await list();
  expect(rows.find(({ id }) => id === done)).toMatchObject({
    computing: true,
    ranked: 2,
    strong: 1,
    newStrong: 0,
    shortlisted: 1,
  });
  expect(rows.find(({ id }) => id === again)).toMatchObject({ computing: true, ranked: 0, shortlisted: 0 });
  expect(second).toBeDefined();
});
