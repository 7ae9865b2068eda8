import { afterAll, beforeAll, expect, it } from 'vitest';
import { authorize } from '@/domain/kernel/actor';
import { testContext } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember } from '@/testing/factories';
import { accountantJob } from '@/testing/people';
import { createJob, saveDraft } from './commands';
import { getJobForEditing } from './queries';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

it('a save whose answer was lost is sent again without a conflict; another draft over that revision is refused', async () => {
  const member = await createMember(test.db);
  const ctx = testContext(test.db, member);
  const write = authorize(member, 'job:write');
  const { jobId } = await createJob(ctx, write, { title: 'Accountant', role: null });
  const answers = { ...accountantJob, hours: { min: 1, max: 500, gate: false } };

  const first = await saveDraft(ctx, write, { jobId, revision: 1, answers });
  expect(await saveDraft(ctx, write, { jobId, revision: 1, answers })).toEqual(first);

  const other = saveDraft(ctx, write, { jobId, revision: 1, answers: { ...answers, title: 'Cook' } });
  await expect(other).rejects.toMatchObject({ code: 'conflict' });
  const { draft, revision } = await getJobForEditing(ctx, authorize(member, 'job:read'), { jobId });
  expect({ title: draft.title, revision }).toEqual({ title: accountantJob.title, revision: first.revision });
});
