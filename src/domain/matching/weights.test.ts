import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobs, matchRuns, outbox, users, weightSets } from '@/db/schema';
import { addPerson } from '@/domain/candidates/commands';
import { contentHash } from '@/domain/catalog/hash';
import { loadCatalog } from '@/domain/catalog/load';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { listWeightChoices } from '@/domain/jobs/queries/weights';
import type { JobAnswers } from '@/domain/jobs/schema';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { newId } from '@/domain/kernel/ids';
import { asWorker } from '@/domain/kernel/transaction';
import { weightSetSchema } from '@/domain/scoring/schema';
import { adjusted, withWeight } from '@/domain/scoring/weights';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember, type MemberActor } from '@/testing/factories';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { clearOutbox, deliverAll, type Consumers } from '@/testing/queue';
import {
  discardWeightDraft,
  publishWeightDraft,
  rollBackWeights,
  saveWeightDraft,
} from './commands/draft-weights';
import { releaseWeights } from './commands/publish-weights';
import { consumeMatchChunk } from './consumer';
import { weightsOverview } from './queries/weights';
import { consumeMatchRequest } from './runs';
import { saveWeightDraftSchema } from './schema/weights';

let test: TestDatabase;
let worker: Context;
let admin: Context;
let member: MemberActor;
let ctx: Context;
const { set: file, hash: fileHash } = loadCatalog().weightSets.current;
const consumers: Consumers = { 'match-request': consumeMatchRequest, 'match-chunk': consumeMatchChunk };

beforeAll(async () => {
  test = await createTestDatabase();
  // Runs follow each other within the file, so the clock must not stand still.
  let ticks = 0;
  const now = () => new Date(Date.UTC(2026, 10, 23, 9) + ticks++ * 1000);
  worker = testContext(test.db, WORKER, { now });
  member = await createMember(test.db);
  ctx = testContext(test.db, member, { now });
  const userId = newId();
  await asWorker(worker, async (tx) => {
    await tx.insert(users).values({
      id: userId,
      email: `${userId}@platform.example`,
      name: 'Noor Admin',
      passwordHash: 'unusable',
      platformAdmin: true,
      timeZone: 'Asia/Kolkata',
      createdAt: worker.now(),
    });
    await addPerson(worker, tx, {
      organizationId: member.organizationId,
      lawfulBasis: 'consent',
      poolConsentAt: null,
      profile: profileOf('Asha Pillai', 'asha@people.example', ['tally', 'gst']),
      answers: fullAnswers,
      resumeId: null,
      parserVersion: null,
    });
  });
  admin = testContext(test.db, { kind: 'admin', userId }, { now });
});
afterAll(() => test.close());

const write = () => authorize(member, 'job:write');
const publish = async (answers: JobAnswers = accountantJob): Promise<string> => {
  const { jobId } = await createJob(ctx, write(), { title: 'Accountant', role: null });
  const { revision } = await saveDraft(ctx, write(), { jobId, revision: 1, answers });
  await publishJob(ctx, write(), { jobId, revision });
  return jobId;
};
const weightsOfRun = async (jobId: string) => {
  const [run] = await asWorker(worker, (tx) =>
    tx
      .select({ hash: matchRuns.weightSetHash, content: weightSets.content })
      .from(matchRuns)
      .innerJoin(weightSets, eq(weightSets.hash, matchRuns.weightSetHash))
      .where(eq(matchRuns.jobId, jobId))
      .orderBy(desc(matchRuns.createdAt), desc(matchRuns.id))
      .limit(1),
  );
  return { hash: run!.hash, set: weightSetSchema.parse(run!.content) };
};
const requests = async () =>
  (await asWorker(worker, (tx) => tx.select().from(outbox).orderBy(outbox.id)))
    .filter(({ topic }) => topic === 'match-request')
    .map(({ payload }) => payload as { jobId: string; trigger: string });

const draftWith = async (hours: number) => {
  const { inUse } = await weightsOverview(admin);
  const factors = withWeight(inUse.factors, 'hours', hours);
  return { draft: await saveWeightDraft(admin, { revision: null, factors }), expected: inUse.number };
};
const put = async (hours: number) => {
  const { draft, expected } = await draftWith(hours);
  return publishWeightDraft(admin, { revision: draft.revision, expected, reason: 'Hours decide here.' });
};

describe('weights', () => {
  let usual: string;
  let own: string;

  it('of the file rank people until some are published, and a job may lean its own way', async () => {
    usual = await publish();
    const weights = { set: null, changes: [{ factor: 'hours' as const, percent: 50 }] };
    own = await publish({ ...accountantJob, weights });
    await deliverAll(worker, consumers);
    expect((await weightsOfRun(usual)).hash).toBe(fileHash);
    const effective = await weightsOfRun(own);
    expect(effective.set).toEqual(adjusted(file, weights.changes));
    // What receipts name is the hash of exactly what is kept.
    expect(contentHash(effective.set)).toBe(effective.hash);
  });

  it('are released once, whatever runs twice, and rank nobody anew when nothing changes', async () => {
    await clearOutbox(worker);
    const both = await Promise.all([releaseWeights(worker), releaseWeights(worker)]);
    expect(both.filter(Boolean)).toEqual([true]);
    const { publications } = await weightsOverview(admin);
    expect(publications).toMatchObject([{ number: 1, hash: fileHash, publishedBy: null, jobs: 0 }]);
    expect(await requests()).toEqual([]);
  });

  it('are published for a reason: each job that they change runs once, promoted ones first', async () => {
    await asWorker(worker, (tx) => tx.update(jobs).set({ promoted: true }).where(eq(jobs.id, own)));
    const pinned = await publish({ ...accountantJob, weights: { set: fileHash, changes: [] } });
    await deliverAll(worker, consumers);
    await clearOutbox(worker);

    expect(await put(20)).toEqual({ number: 2, jobs: 2 });
    expect(await requests()).toMatchObject([
      { jobId: own, trigger: 'weights' },
      { jobId: usual, trigger: 'weights' },
    ]);
    await deliverAll(worker, consumers, 2);
    expect((await weightsOfRun(usual)).set.factors.hours.weight).toBe(20);
    expect((await weightsOfRun(own)).set.factors.hours.weight).toBe(27);
    expect((await weightsOfRun(pinned)).hash).toBe(fileHash);
    const { publications, draft, inUse } = await weightsOverview(admin);
    expect(draft).toBeNull();
    expect(inUse).toMatchObject({ number: 2, name: 'v2' });
    expect(publications[0]).toMatchObject({ publishedBy: 'Noor Admin', reason: 'Hours decide here.' });
  });

  it('stay as an admin published them when the same release is deployed again', async () => {
    expect(await releaseWeights(worker)).toBe(false);
    expect((await weightsOverview(admin)).inUse.name).toBe('v2');
  });

  it('go to one of two who publish at once', async () => {
    await clearOutbox(worker);
    const { draft, expected } = await draftWith(25);
    const outcomes = await Promise.allSettled([
      publishWeightDraft(admin, { revision: draft.revision, expected, reason: 'The one way.' }),
      rollBackWeights(admin, { number: 1, expected, reason: 'The other way.' }),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'conflict' });
    expect((await weightsOverview(admin)).publications).toHaveLength(3);
  });

  it('go back to what was published before, and the log keeps every step with who and why', async () => {
    const before = await weightsOverview(admin);
    if (before.draft) await discardWeightDraft(admin, { revision: before.draft.revision });
    const { number: expected } = before.inUse;
    if (before.inUse.name !== 'v1') {
      await rollBackWeights(admin, { number: 1, expected, reason: 'As it was.' });
    }
    await deliverAll(worker, consumers);
    expect((await weightsOfRun(usual)).hash).toBe(fileHash);
    const { rows } = await test.owner.query<{ action: string; actor: string; data: { reason?: string } }>(
      `select action, actor, data from audit_log where entity like 'weight%' order by sequence`,
    );
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'weights.released',
        'weights.draft_begun',
        'weights.published',
        'weights.rolled_back',
      ]),
    );
    const published = rows.find(({ action }) => action === 'weights.published');
    expect(published).toMatchObject({ data: { reason: 'Hours decide here.', number: 2, jobs: 2 } });
    expect(published?.actor).toMatch(/^user:/);
  });

  it('are refused with a sentence: a sum that is not 100, weight for what never counts, a prior out of bounds', async () => {
    const { inUse } = await weightsOverview(admin);
    const { factors } = inUse;
    const locked = { ...factors, career_gap: { ...factors.career_gap, weight: 5 } };
    const parsed = saveWeightDraftSchema.safeParse({ revision: null, factors: locked });
    expect(parsed.error?.issues[0]?.message).toBe('This factor never counts: it stays at 0.');

    const uneven = { ...factors, hours: { weight: factors.hours.weight + 1, prior: 0 } };
    const draft = await saveWeightDraft(admin, { revision: null, factors: uneven });
    expect(draft.issues.map(({ path }) => path)).toEqual(['factors.hours.prior', 'factors']);
    const tried = { revision: draft.revision, expected: inUse.number, reason: 'It should not work.' };
    await expect(publishWeightDraft(admin, tried)).rejects.toMatchObject({ code: 'invalid_input' });
    expect((await weightsOverview(admin)).draft?.revision).toBe(draft.revision);
    const saved = await saveWeightDraft(admin, { revision: draft.revision, factors });
    await expect(saveWeightDraft(admin, { revision: draft.revision, factors })).rejects.toMatchObject({
      code: 'conflict',
    });
    const same = { revision: saved.revision, expected: inUse.number, reason: 'Nothing is new.' };
    await expect(publishWeightDraft(admin, same)).rejects.toMatchObject({ code: 'conflict' });
    await discardWeightDraft(admin, { revision: saved.revision });
  });

  it('offer an employer every published set, and refuse one that never was', async () => {
    const { sets } = await listWeightChoices(ctx, authorize(member, 'job:read'));
    expect(sets[0]).toMatchObject({ hash: fileHash, inUse: true });
    expect(sets.map(({ id }) => id)).toContain('v2');
    const weights = { set: 'f'.repeat(64), changes: [] };
    await expect(publish({ ...accountantJob, weights })).rejects.toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: 'weights.set' }] },
    });
  });

  it('change only by a platform admin', async () => {
    await expect(async () => weightsOverview(ctx)).rejects.toMatchObject({ code: 'forbidden' });
    const tried = { number: 1, expected: 1, reason: 'Mine.' };
    await expect(async () => rollBackWeights(ctx, tried)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
