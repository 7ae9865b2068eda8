import { afterAll, beforeAll, expect, it } from 'vitest';
import { authorize } from '@/domain/kernel/actor';
import { testContext } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember } from '@/testing/factories';
import { accountantJob } from '@/testing/people';
import { createJob, publishJob, saveDraft } from './commands';
import { getJobForEditing, listJobs } from './queries';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

it('tells a draft that differs from what is published, from the first change until it is taken back or published', async () => {
  const member = await createMember(test.db);
  const ctx = testContext(test.db, member);
  const write = authorize(member, 'job:write');
  const read = authorize(member, 'job:read');
  const { jobId } = await createJob(ctx, write, { title: 'Accountant', role: null });
  const save = (answers: object) =>
    getJobForEditing(ctx, read, { jobId }).then(({ revision }) =>
      saveDraft(ctx, write, { jobId, revision, answers }),
    );
  const publish = async () => {
    const { revision } = await getJobForEditing(ctx, read, { jobId });
    await publishJob(ctx, write, { jobId, revision });
  };
  const shown = async () => ({
    form: (await getJobForEditing(ctx, read, { jobId })).changed,
    list: (await listJobs(ctx, read, {}))[0]?.unpublished,
  });

  expect(await save(accountantJob)).toMatchObject({ changed: false });
  expect(await shown()).toEqual({ form: false, list: false });
  await publish();
  expect(await shown()).toEqual({ form: false, list: false });

  const other = { ...accountantJob, title: 'Accountant, afternoons' };
  expect(await save(other)).toMatchObject({ changed: true });
  expect(await shown()).toEqual({ form: true, list: true });
  expect(await save({ ...accountantJob, hours: { min: 1, max: 500, gate: false } })).toMatchObject({
    changed: true,
  });
  expect(await save(accountantJob)).toMatchObject({ changed: false });
  expect(await shown()).toEqual({ form: false, list: false });

  await save(other);
  await publish();
  expect(await shown()).toEqual({ form: false, list: false });
});
