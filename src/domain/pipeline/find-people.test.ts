import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPerson } from '@/domain/candidates/commands';
import { createJob, moveJob, publishJob, saveDraft } from '@/domain/jobs/commands';
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
import { moveCandidacy } from './commands';
import { findPeople } from './queries/find-people';
import { listMatches } from './queries/ranking';

let test: TestDatabase;
let worker: Context;
beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
});
afterAll(() => test.close());

const consumers = { 'match-request': consumeMatchRequest, 'match-chunk': consumeMatchChunk };

const employer = async () => {
  const member = await createMember(test.db);
  const ctx = testContext(test.db, member);
  const write = authorize(member, 'job:write');
  const { jobId } = await createJob(ctx, write, { title: 'Accountant', role: null });
  const { revision } = await saveDraft(ctx, write, { jobId, revision: 1, answers: accountantJob });
  await publishJob(ctx, write, { jobId, revision });
  const read = authorize(member, 'match:read');
  return {
    jobId,
    find: (search: string) => findPeople(ctx, read, { search }),
    rows: async () => {
      const input = { jobId, group: 'ranked', bands: [], minimumScore: 0, stage: 'open' } as const;
      return (await listMatches(ctx, read, input)).rows;
    },
    shortlist: (candidateId: string) =>
      moveCandidacy(ctx, authorize(member, 'candidacy:decide'), {
        jobId,
        candidateId,
        to: 'shortlisted',
        reason: null,
        note: null,
      }),
    archive: async () => {
      for (const to of ['closed', 'archived'] as const) await moveJob(ctx, write, { jobId, to });
    },
  };
};

it('finds a masked person by code and by nothing else, and by name for who has unmasked them only', async () => {
  await asWorker(worker, (tx) =>
    addPerson(worker, tx, {
      organizationId: null,
      lawfulBasis: 'consent',
      poolConsentAt: worker.now(),
      profile: profileOf('Meera 100% Joshi', 'meera@people.example', ['tally', 'gst']),
      answers: fullAnswers,
      resumeId: null,
      parserVersion: null,
    }),
  );
  const [first, second] = [await employer(), await employer()];
  await deliverAll(worker, consumers);
  const [row] = await first.rows();
  const { code, candidateId } = row!;
  expect(await first.find('meera')).toEqual([]);
  const found = { jobId: first.jobId, candidateId, code, group: 'ranked' };
  expect(await first.find(code.toLowerCase())).toMatchObject([{ ...found, name: null }]);
  expect(await first.find(`Candidate ${code}`)).toMatchObject([{ ...found, name: null }]);

  await first.shortlist(candidateId);
  expect(await first.find('meera')).toMatchObject([{ ...found, name: 'Meera 100% Joshi' }]);
  expect(await first.find('0% j')).toHaveLength(1);
  expect(await first.find('_eera')).toEqual([]);
  // Another employer has the same person masked.
  expect(await second.find('meera')).toEqual([]);
  expect((await second.find(code)).map(({ jobId, name }) => [jobId, name])).toEqual([[second.jobId, null]]);

  await first.archive();
  expect(await first.find('meera')).toEqual([]);
});
