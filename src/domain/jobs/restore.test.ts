import { afterAll, beforeAll, expect, it } from 'vitest';
import { authorize } from '@/domain/kernel/actor';
import { testContext } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember } from '@/testing/factories';
import { accountantJob } from '@/testing/people';
import { createJob, moveJob, publishJob, saveDraft } from './commands';
import { restoreJob } from './commands/restore';
import { listJobs } from './queries';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

it('brings a job back from the archive as what it was before, to its own organisation, once', async () => {
  const member = await createMember(test.db);
  const ctx = testContext(test.db, member);
  const grant = authorize(member, 'job:write');
  const { jobId: draft } = await createJob(ctx, grant, { title: 'Accountant', role: null });
  const { jobId: published } = await createJob(ctx, grant, { title: 'Accountant', role: null });
  const { revision } = await saveDraft(ctx, grant, { jobId: published, revision: 1, answers: accountantJob });
  await publishJob(ctx, grant, { jobId: published, revision });
  await moveJob(ctx, grant, { jobId: published, to: 'closed' });
  for (const jobId of [draft, published]) await moveJob(ctx, grant, { jobId, to: 'archived' });

  const stranger = await createMember(test.db);
  const elsewhere = restoreJob(testContext(test.db, stranger), authorize(stranger, 'job:write'), {
    jobId: published,
  });
  await expect(elsewhere).rejects.toMatchObject({ code: 'not_found' });

  expect(await restoreJob(ctx, grant, { jobId: draft })).toMatchObject({ state: 'draft' });
  expect(await restoreJob(ctx, grant, { jobId: published })).toMatchObject({ state: 'closed' });
  await expect(restoreJob(ctx, grant, { jobId: published })).rejects.toMatchObject({ code: 'conflict' });
  const listed = await listJobs(ctx, authorize(member, 'job:read'), {});
  expect(new Map(listed.map(({ id, state }) => [id, state]))).toEqual(
    new Map([
      [draft, 'draft'],
      [published, 'closed'],
    ]),
  );
});
