import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember, type MemberActor } from '@/testing/factories';
import { accountantJob, profileOf } from '@/testing/people';
import { addPerson, saveScreeningAnswer } from './commands';
import { listPeople } from './queries';
import type { PeoplePage } from './schema';

let test: TestDatabase;
let worker: Context;
let member: MemberActor;
let ctx: Context;

beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
});
afterAll(() => test.close());
beforeEach(async () => {
  member = await createMember(test.db);
  ctx = testContext(test.db, member);
});

const person = (name: string): Promise<string> =>
  asWorker(worker, (tx) =>
    addPerson(worker, tx, {
      organizationId: member.organizationId,
      lawfulBasis: 'consent',
      poolConsentAt: null,
      profile: profileOf(name, null, []),
      answers: {},
      resumeId: null,
      parserVersion: null,
    }),
  );

it('lists each person once, page by page, also those who changed at the same instant', async () => {
  const added = [];
  for (let at = 0; at < 103; at += 1) added.push(await person(`Person ${at}`));
  const read = authorize(member, 'candidate:read');
  const sizes: number[] = [];
  const seen: string[] = [];
  let cursor: PeoplePage['nextCursor'] = null;
  do {
    const page = await listPeople(ctx, read, { search: '', skillId: null, cursor });
    expect(page.total).toBe(103);
    sizes.push(page.items.length);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(sizes).toEqual([50, 50, 3]);
  expect(seen.toSorted()).toEqual(added.toSorted());
});

describe('an answer to a job’s own question', () => {
  const questions = [
    { id: 'ready', text: 'Can you start in a month?', kind: 'yes_no' as const, wanted: 'yes' as const },
    { id: 'why', text: 'Why this job, in a few words?', kind: 'text' as const, wanted: null },
  ];
  const publish = async (): Promise<string> => {
    const grant = authorize(member, 'job:write');
    const { jobId } = await createJob(ctx, grant, { title: 'Accountant', role: null });
    const answers = { ...accountantJob, screening: questions };
    const { revision } = await saveDraft(ctx, grant, { jobId, revision: 1, answers });
    await publishJob(ctx, grant, { jobId, revision });
    return jobId;
  };

  it('is refused at the question that is not asked, and at a yes or no that is neither; nothing is kept', async () => {
    const [jobId, candidateId] = [await publish(), await person('Asha Pillai')];
    const write = authorize(member, 'candidate:write');
    const answer = (questionId: string, given: string | null) =>
      saveScreeningAnswer(ctx, write, { jobId, candidateId, questionId, answer: given });
    await expect(answer('other', 'yes')).rejects.toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: 'questionId' }] },
    });
    await expect(answer('ready', 'maybe')).rejects.toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: 'answer' }] },
    });
    const kept = async () =>
      (
        await test.owner.query<{ answer: string }>(
          'select answer from screening_answers where job_id = $1 order by number',
          [jobId],
        )
      ).rows.map((row) => row.answer);
    expect(await kept()).toEqual([]);
    await answer('ready', 'yes');
    await answer('ready', null);
    expect(await kept()).toEqual(['yes', '']);
    await answer('why', 'Close to home');
    expect(await kept()).toContain('Close to home');
  });
});
