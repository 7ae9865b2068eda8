import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPerson } from '@/domain/candidates/commands';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { listJobs } from '@/domain/jobs/queries';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { consumeMatchChunk } from '@/domain/matching/consumer';
import { consumeMatchRequest } from '@/domain/matching/runs';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember } from '@/testing/factories';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { deliverAll } from '@/testing/queue';
import { openMatch } from './queries/match';
import { listMatches } from './queries/ranking';
import { today } from './queries/today';

let test: TestDatabase;
let worker: Context;

beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
});
afterAll(() => test.close());

const consumers = { 'match-request': consumeMatchRequest, 'match-chunk': consumeMatchChunk };

const employerWith = async (jobCount: number) => {
  const member = await createMember(test.db);
  const ctx = testContext(test.db, member);
  const candidateId = await asWorker(worker, (tx) =>
    addPerson(worker, tx, {
      organizationId: member.organizationId,
      lawfulBasis: 'consent',
      poolConsentAt: null,
      profile: profileOf('Asha Pillai', `${worker.newId()}@people.example`, ['tally', 'gst']),
      answers: fullAnswers,
      resumeId: null,
      parserVersion: null,
    }),
  );
  const write = authorize(member, 'job:write');
  const jobIds: string[] = [];
  for (let index = 0; index < jobCount; index += 1) {
    const { jobId } = await createJob(ctx, write, { title: 'Accountant', role: null });
    const { revision } = await saveDraft(ctx, write, { jobId, revision: 1, answers: accountantJob });
    await publishJob(ctx, write, { jobId, revision });
    jobIds.push(jobId);
  }
  await deliverAll(worker, consumers, 2);
  return {
    ctx,
    read: authorize(member, 'match:read'),
    list: authorize(member, 'job:read'),
    jobIds,
    candidateId,
  };
};

it('calls a person new until somebody opens them, however often the job is ranked', async () => {
  const { ctx, read, list, jobIds, candidateId } = await employerWith(1);
  const jobId = jobIds[0]!;
  const isNew = async () => {
    const { rows } = await listMatches(ctx, read, {
      jobId,
      group: 'ranked',
      bands: [],
      minimumScore: 0,
      stage: 'open',
    });
    const [job] = await listJobs(ctx, list, {});
    return [rows[0]?.isNew, job?.newStrong];
  };
  const rankAgain = async () => {
    await consumeMatchRequest(worker, { requestId: worker.newId(), jobId, trigger: 'manual' });
    await deliverAll(worker, consumers, 2);
  };
  expect(await isNew()).toEqual([true, 1]);
  await rankAgain();
  expect(await isNew()).toEqual([true, 1]);
  await openMatch(ctx, read, { jobId, candidateId });
  expect(await isNew()).toEqual([false, 0]);
  await rankAgain();
  expect(await isNew()).toEqual([false, 0]);
});

it('counts every job that waits for a decision, and lists five with the best of their people', async () => {
  const { ctx, read } = await employerWith(7);
  const view = await today(ctx, read);
  expect(view.decisions).toHaveLength(5);
  expect(view.decisionsInAll).toBe(7);
  const [fresh] = view.fresh;
  for (const { best } of view.decisions)
    expect(best).toEqual({ name: 'Asha Pillai', code: fresh?.code, expected: fresh?.expected });
});
