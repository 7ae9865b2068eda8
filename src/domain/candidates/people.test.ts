import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { candidateFeatures, candidates, candidateVersions } from '@/db/schema';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember, type MemberActor } from '@/testing/factories';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { addPeople, addPerson, saveScreeningAnswer, type PersonInput } from './commands';
import { maskCode } from './mask-code';
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

it('adds many at once as one by one: each with their own version, facts and packed facts', async () => {
  const input = (name: string, skills: string[]): PersonInput => ({
    organizationId: member.organizationId,
    lawfulBasis: 'consent',
    poolConsentAt: null,
    profile: profileOf(name, null, skills),
    answers: fullAnswers,
    resumeId: null,
    parserVersion: null,
  });
  const people = [input('Asha Rao', ['tally', 'gst']), input('Bina Das', [])];
  const ids = await asWorker(worker, (tx) => addPeople(worker, tx, people));
  const alone: string[] = [];
  for (const one of people) alone.push(await asWorker(worker, (tx) => addPerson(worker, tx, one)));
  const rowOf = (id: string) =>
    asWorker(worker, async (tx) => {
      const [row] = await tx
        .select()
        .from(candidates)
        .innerJoin(candidateVersions, eq(candidateVersions.candidateId, candidates.id))
        .innerJoin(candidateFeatures, eq(candidateFeatures.candidateId, candidates.id))
        .where(eq(candidates.id, id));
      const { candidates: person, candidate_versions: version, candidate_features: features } = row!;
      expect(person.currentVersionId).toBe(version.id);
      expect(features.versionId).toBe(version.id);
      expect(person.code).toBe(maskCode(id));
      const own = { id: '', code: '', candidateId: '', versionId: '', currentVersionId: '' };
      const times = { createdAt: 0, updatedAt: 0 };
      return [person, version, features].map((each) => ({ ...each, ...own, ...times }));
    });
  for (const [index, id] of ids.entries()) expect(await rowOf(id)).toEqual(await rowOf(alone[index]!));
  expect((await rowOf(ids[0]!))[0]).toMatchObject({ name: 'Asha Rao', skillIds: ['tally', 'gst'] });
  expect(await asWorker(worker, (tx) => addPeople(worker, tx, []))).toEqual([]);
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
