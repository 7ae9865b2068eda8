import { afterAll, beforeAll, expect, it } from 'vitest';
import { createJob } from '@/domain/jobs/commands';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember } from '@/testing/factories';
import { markRead } from './commands/mark-read';
import { notify } from './commands/notify';
import { listNotifications } from './queries';

let test: TestDatabase;
let worker: Context;

beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
});
afterAll(() => test.close());

it('names the job that a notice is about, tells nobody else’s, and counts the unread until they are read', async () => {
  const member = await createMember(test.db);
  const colleague = await createMember(test.db, 'recruiter', member);
  const ctx = testContext(test.db, member);
  const write = authorize(member, 'job:write');
  const { jobId } = await createJob(ctx, write, { title: 'Night auditor', role: null });
  const importId = ctx.newId();
  const { organizationId } = member;
  const channels = ['in_app'] as const;
  await asWorker(worker, async (tx) => {
    const notice = { organizationId, channels, to: { userId: member.userId } };
    const event = 'strong_matches';
    await notify(worker, tx, { ...notice, event, about: 'run:1', data: { jobId, count: 3 } });
    await notify({ ...worker, now: () => new Date('2026-11-23T08:00:00.000Z') }, tx, {
      ...notice,
      event: 'import_finished',
      about: 'import:1',
      data: { importId, count: 2 },
    });
    const to = { userId: colleague.userId };
    await notify(worker, tx, { ...notice, to, event, about: 'run:1', data: { jobId, count: 9 } });
  });
  const read = authorize(member, 'notification:read');
  const { unread, items } = await listNotifications(ctx, read);
  expect(unread).toBe(2);
  expect(items).toMatchObject([
    { event: 'strong_matches', jobId, jobTitle: 'Night auditor', importId: null, count: 3, read: false },
    { event: 'import_finished', jobId: null, jobTitle: null, importId, count: 2, read: false },
  ]);
  expect(await markRead(ctx, read)).toEqual({ read: 2 });
  expect(await listNotifications(ctx, read)).toMatchObject({
    unread: 0,
    items: [{ read: true }, { read: true }],
  });
});
