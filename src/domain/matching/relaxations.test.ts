import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { candidacies, candidateFeatures, candidates, candidateVersions, resumes, users } from '@/db/schema';
import { addPerson, saveAnswers } from '@/domain/candidates/commands';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import type { JobAnswers } from '@/domain/jobs/schema';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asCounter, asWorker } from '@/domain/kernel/transaction';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember, type MemberActor } from '@/testing/factories';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { relaxations } from './queries/relaxations';

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
  await asWorker(worker, (tx) => tx.delete(candidateFeatures));
});

const grant = () => authorize(member, 'match:read');

const person = (skills: string[], organizationId: string | null = member.organizationId) =>
  asWorker(worker, (tx) =>
    addPerson(worker, tx, {
      organizationId,
      lawfulBasis: 'consent',
      poolConsentAt: organizationId === null ? worker.now() : null,
      profile: profileOf('Asha Rao', `${worker.newId()}@people.example`, skills),
      answers: fullAnswers,
      resumeId: null,
      parserVersion: null,
    }),
  );
const people = (count: number, skills: string[], organizationId?: string | null) =>
  Promise.all(Array.from({ length: count }, () => person(skills, organizationId)));

/** Asks for what some have and for a knock-out that others lack. */
const picky: JobAnswers = {
  ...accountantJob,
  must_have_skills: [
    { skillId: 'tally', level: 2, knockOut: true },
    { skillId: 'gst', level: 4, knockOut: true },
  ],
};
const draft = async (answers: JobAnswers): Promise<{ jobId: string; revision: number }> => {
  const { jobId } = await createJob(ctx, authorize(member, 'job:write'), { title: 'Accountant', role: null });
  return saveDraft(ctx, authorize(member, 'job:write'), { jobId, revision: 1, answers });
};
const meter = async (jobId: string) => {
  const found = await relaxations(ctx, grant(), { jobId, of: 'draft' });
  return {
    people: found?.people,
    inPlay: found?.inPlay,
    more: Object.fromEntries((found?.steps ?? []).map(({ id, more }) => [id, more])),
  };
};

describe('the relaxation meter of a job', () => {
  it('counts own people and the pool, not those of others, and says which steps bring more', async () => {
    const stranger = await createMember(test.db);
    await people(3, ['tally', 'gst']);
    await people(4, ['tally', 'gst'], null);
    await people(5, ['tally', 'gst'], stranger.organizationId);
    await people(2, ['tally']);
    const { jobId } = await draft(picky);
    expect(await meter(jobId)).toEqual({
      people: 9,
      inPlay: 0,
      more: { 'skill:gst:knock-out': 9, 'skill:gst:level': 7, 'skill:gst:nice': 9 },
    });
  });

  it('does not tell one or two people apart', async () => {
    await people(3, ['tally', 'gst']);
    await people(2, ['tally']);
    const { jobId } = await draft({
      ...picky,
      must_have_skills: [{ skillId: 'gst', level: 3, knockOut: true }],
    });
    const found = await meter(jobId);
    expect(found.inPlay).toBe(3);
    expect(found.more).toMatchObject({ 'skill:gst:knock-out': null });
  });

  it('is never stale: people who come, change and go are counted as they are', async () => {
    const [first] = await people(4, ['tally', 'gst'], null);
    const { jobId } = await draft(accountantJob);
    expect(await meter(jobId)).toMatchObject({ people: 4, inPlay: 4 });
    const candidateId = await person(['tally']);
    expect(await meter(jobId)).toMatchObject({ people: 5, inPlay: 5 });
    const answers = {
      ...fullAnswers,
      hours: { min: 1, max: 1 },
      modes: { remote: false, maxDaysOnSite: 5, radiusKm: 1 },
      least_pay: { amountMinor: 95_000, currency: 'INR', per: 'hour' as const },
      week: { grid: 'A'.repeat(111) + 'B', timeZone: 'Asia/Kolkata' },
    };
    await saveAnswers(ctx, authorize(member, 'candidate:write'), { candidateId, answers });
    expect(await meter(jobId)).toMatchObject({ people: 5, inPlay: 4 });
    await asWorker(worker, (tx) =>
      tx.update(candidateFeatures).set({ inPool: false }).where(eq(candidateFeatures.candidateId, first!)),
    );
    expect(await meter(jobId)).toMatchObject({ people: 4, inPlay: 3 });
  });

  it('counts an applicant who is in no pool, with their answers, and nobody who withdrew', async () => {
    const ids = await people(4, ['tally', 'gst'], null);
    const question = { id: 'q', text: 'Do you file GST returns?', kind: 'yes_no', wanted: 'yes' } as const;
    const { jobId } = await draft({ ...accountantJob, screening: [question] });
    await asWorker(worker, async (tx) => {
      await tx
        .update(candidateFeatures)
        .set({ inPool: false })
        .where(eq(candidateFeatures.candidateId, ids[0]!));
      const row = (candidateId: string, stage: 'new' | 'withdrawn') => ({
        id: worker.newId(),
        organizationId: member.organizationId,
        jobId,
        candidateId,
        source: 'applied' as const,
        stage,
        stageSince: worker.now(),
        createdAt: worker.now(),
      });
      await tx.insert(candidacies).values([row(ids[0]!, 'new'), row(ids[1]!, 'withdrawn')]);
    });
    expect(await meter(jobId)).toMatchObject({ people: 3, inPlay: 3 });
  });

  it('gives nothing while too little is asked to rank anybody, and for another organisation’s job', async () => {
    const { jobId } = await draft({ title: 'Accountant' });
    expect(await relaxations(ctx, grant(), { jobId, of: 'draft' })).toBeNull();
    expect(await relaxations(ctx, grant(), { jobId, of: 'published' })).toBeNull();
    const stranger = await createMember(test.db);
    await expect(
      relaxations(testContext(test.db, stranger), authorize(stranger, 'match:read'), { jobId, of: 'draft' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('looks at what is published when asked to, whatever the draft says by now', async () => {
    await people(3, ['tally', 'gst']);
    const write = authorize(member, 'job:write');
    const { jobId, revision } = await draft(accountantJob);
    await publishJob(ctx, write, { jobId, revision });
    await saveDraft(ctx, write, { jobId, revision, answers: picky });
    expect(await relaxations(ctx, grant(), { jobId, of: 'published' })).toMatchObject({ inPlay: 3 });
    expect(await relaxations(ctx, grant(), { jobId, of: 'draft' })).toMatchObject({ inPlay: 0 });
  });

  it('counts as a role that reads facts of those people and nothing else', async () => {
    const stranger = await createMember(test.db);
    await people(1, ['tally'], stranger.organizationId);
    const [own] = await people(1, ['tally']);
    const seen = await asCounter(ctx, grant(), (tx) => tx.select().from(candidateFeatures));
    expect(seen.map(({ candidateId }) => candidateId)).toEqual([own]);
    for (const table of [candidates, candidateVersions, resumes, candidacies, users]) {
      await expect(asCounter(ctx, grant(), (tx) => tx.select().from(table))).rejects.toMatchObject({
        sqlState: '42501',
      });
    }
    await expect(asCounter(ctx, grant(), (tx) => tx.delete(candidateFeatures))).rejects.toMatchObject({
      sqlState: '42501',
    });
  });
});
