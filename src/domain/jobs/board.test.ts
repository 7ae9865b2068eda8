import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jobPostings, organizations } from '@/db/schema';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { inScope } from '@/db/tenant';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember } from '@/testing/factories';
import { accountantJob } from '@/testing/people';
import { createJob, moveJob, publishJob, saveDraft } from './commands';
import { reconcilePostings } from './consumer';
import { getPosting } from './queries';
import type { JobDraft } from './schema';

let test: TestDatabase;
let worker: Context;
let anybody: Context;

beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
  anybody = testContext(test.db, { kind: 'anonymous' });
});
afterAll(() => test.close());

const employer = async () => {
  const member = await createMember(test.db);
  const ctx = testContext(test.db, member);
  const grant = authorize(member, 'job:write');
  return {
    organizationId: member.organizationId,
    create: async () => (await createJob(ctx, grant, { title: 'Accountant', role: null })).jobId,
    publish: async (jobId: string, revision: number, answers: JobDraft) => {
      const saved = await saveDraft(ctx, grant, { jobId, revision, answers });
      await publishJob(ctx, grant, { jobId, revision: saved.revision });
      return saved.revision;
    },
    move: (jobId: string, to: 'open' | 'paused' | 'closed' | 'archived') =>
      moveJob(ctx, grant, { jobId, to }),
  };
};
const notThere = { code: 'not_found' };

it('shows a job while it is open, as it was last published', async () => {
  const { create, publish, move } = await employer();
  const jobId = await create();
  await expect(getPosting(anybody, { jobId })).rejects.toMatchObject(notThere);
  const revision = await publish(jobId, 1, accountantJob);
  expect(await getPosting(anybody, { jobId })).toMatchObject({
    title: 'Accountant, mornings',
    organizationName: 'Heron Mills',
    content: { pay: { minMinor: 40_000 } },
  });
  await publish(jobId, revision, {
    ...accountantJob,
    title: 'Accountant',
    pay: { ...accountantJob.pay, published: false },
  });
  const changed = await getPosting(anybody, { jobId });
  expect(changed).toMatchObject({ title: 'Accountant', hourlyMinMinor: null });
  expect(changed.content.pay).toBeUndefined();
  for (const to of ['paused', 'open', 'closed', 'open', 'closed', 'archived'] as const) {
    await move(jobId, to);
    const shown = getPosting(anybody, { jobId });
    if (to === 'open') expect(await shown).toMatchObject({ title: 'Accountant' });
    else await expect(shown).rejects.toMatchObject(notThere);
  }
});

it('writes postings that are missing, are of an older version, or name the employer as it was', async () => {
  const { organizationId, create, publish, move } = await employer();
  const [missing, older, kept, closed] = [await create(), await create(), await create(), await create()];
  for (const jobId of [missing, older, kept, closed]) await publish(jobId, 1, accountantJob);
  await move(closed, 'closed');
  await asWorker(worker, async (tx) => {
    await tx.delete(jobPostings).where(eq(jobPostings.jobId, missing));
    await tx
      .update(jobPostings)
      .set({ jobVersionId: missing, title: 'Old' })
      .where(eq(jobPostings.jobId, older));
  });
  expect(await reconcilePostings(worker)).toBe(2);
  for (const jobId of [missing, older, kept])
    expect(await getPosting(anybody, { jobId })).toMatchObject({ title: 'Accountant, mornings' });
  await expect(getPosting(anybody, { jobId: closed })).rejects.toMatchObject(notThere);
  await inScope(test.db, { role: 'app_auth' }, (tx) =>
    tx.update(organizations).set({ name: 'Egret Mills' }).where(eq(organizations.id, organizationId)),
  );
  expect(await reconcilePostings(worker)).toBe(3);
  expect(await getPosting(anybody, { jobId: kept })).toMatchObject({ organizationName: 'Egret Mills' });
  expect(await reconcilePostings(worker)).toBe(0);
});
