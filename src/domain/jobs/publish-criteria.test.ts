import { afterAll, beforeAll, expect, it } from 'vitest';
import { authorize } from '@/domain/kernel/actor';
import { testContext } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember } from '@/testing/factories';
import { accountantJob } from '@/testing/people';
import { createJob, moveJob, publishJob, saveDraft } from './commands';
import type { JobDraft } from './schema';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const WARDEN = {
  ...accountantJob,
  title: 'Warden, nights',
  description: 'You live in our hostel for women.\nFemale candidates only, below 50 years of age.',
};
const REASON = 'The warden sleeps in a hostel for women.';

const draftOf = async (answers: JobDraft) => {
  const member = await createMember(test.db);
  const ctx = testContext(test.db, member);
  const grant = authorize(member, 'job:write');
  const { jobId } = await createJob(ctx, grant, { title: 'Warden', role: null });
  const { revision } = await saveDraft(ctx, grant, { jobId, revision: 1, answers });
  const state = async () =>
    (await test.owner.query<{ state: string }>('select state from jobs where id = $1', [jobId])).rows[0]
      ?.state;
  const lastEntry = async () =>
    (
      await test.owner.query<{ action: string; actor: string; data: unknown }>(
        `select action, actor, data from audit_log where entity = 'job' and entity_id = $1 order by sequence desc limit 1`,
        [jobId],
      )
    ).rows[0];
  return { ctx, grant, jobId, revision, state, lastEntry, member };
};

it('a protected criterion is published only for a reason, which the audit log keeps beside its words', async () => {
  const { ctx, grant, jobId, revision, state, lastEntry, member } = await draftOf(WARDEN);
  const refused = publishJob(ctx, grant, { jobId, revision });
  await expect(refused).rejects.toMatchObject({
    code: 'invalid_input',
    details: {
      issues: [
        { path: 'description', message: expect.stringContaining('“Female candidates only”') },
        { path: 'description', message: expect.stringContaining('“below 50 years of age”') },
        { path: 'criteria.reason' },
      ],
    },
  });
  expect(await state()).toBe('draft');

  const words = ['Female candidates only', 'below 50 years of age'];
  await publishJob(ctx, grant, { jobId, revision, criteria: { words, reason: REASON } });
  expect(await state()).toBe('open');
  expect(await lastEntry()).toEqual({
    action: 'job.criteria_explained',
    actor: `user:${member.userId}`,
    data: { version: 1, words: 'Female candidates only · below 50 years of age', reason: REASON },
  });
});

it('a reason for some of the words is none for the others', async () => {
  const { ctx, grant, jobId, revision, state } = await draftOf(WARDEN);
  const criteria = { words: ['Female candidates only'], reason: REASON };
  await expect(publishJob(ctx, grant, { jobId, revision, criteria })).rejects.toMatchObject({
    details: { issues: [{ path: 'description', message: expect.stringContaining('below 50') }, {}] },
  });
  expect(await state()).toBe('draft');
});

it('what is vague or indirect is published without a question, and leaves no reason behind', async () => {
  const { ctx, grant, jobId, revision, state, lastEntry } = await draftOf({
    ...accountantJob,
    description: 'Young and energetic go-getter. No career gap. Good communication skills.',
  });
  await publishJob(ctx, grant, { jobId, revision });
  expect(await state()).toBe('open');
  expect((await lastEntry())?.action).toBe('job.published');
});

it('is found in screening questions and licences as well', async () => {
  const { ctx, grant, jobId, revision } = await draftOf({
    ...accountantJob,
    licences: ['Indian passport holders only'],
    screening: [{ id: 'q1', text: 'Are you married?', kind: 'yes_no', wanted: 'no' }],
  });
  await expect(publishJob(ctx, grant, { jobId, revision })).rejects.toMatchObject({
    details: { issues: [{ path: 'licences.0' }, { path: 'screening.0.text' }, { path: 'criteria.reason' }] },
  });
});

it('a job that is open stays open, may be closed and opened again; its next changes need a reason of their own', async () => {
  const { ctx, grant, jobId, revision, state } = await draftOf(WARDEN);
  const words = ['Female candidates only', 'below 50 years of age'];
  await publishJob(ctx, grant, { jobId, revision, criteria: { words, reason: REASON } });
  await moveJob(ctx, grant, { jobId, to: 'closed' });
  await moveJob(ctx, grant, { jobId, to: 'open' });
  expect(await state()).toBe('open');
  const saved = await saveDraft(ctx, grant, { jobId, revision, answers: { ...WARDEN, title: 'Warden' } });
  const again = publishJob(ctx, grant, { jobId, revision: saved.revision });
  await expect(again).rejects.toMatchObject({ code: 'invalid_input' });
  expect(await state()).toBe('open');
});
