import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchBatches, matchResults, matchRuns, shadowResults, shadowRuns, users } from '@/db/schema';
import { addPerson } from '@/domain/candidates/commands';
import { loadCatalog } from '@/domain/catalog/load';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { newId } from '@/domain/kernel/ids';
import { asWorker } from '@/domain/kernel/transaction';
import { withWeight } from '@/domain/scoring/weights';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember, type MemberActor } from '@/testing/factories';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { clearOutbox, deliverAll, type Consumers } from '@/testing/queue';
import { consumeMatchBatch, startBatch } from './batches';
import { saveWeightDraft } from './commands/draft-weights';
import { endShadow, startShadow } from './commands/shadow-weights';
import { consumeMatchChunk } from './consumer';
import { consumeBatchShadow, consumeShadow } from './consumers/shadow';
import { consumeMatchPart } from './parts';
import { dryRun } from './queries/dry-run';
import { currentShadow } from './queries/shadow';
import { consumeMatchRequest } from './runs';

let test: TestDatabase;
let worker: Context;
let admin: Context;
let member: MemberActor;
const consumers: Consumers = {
  'match-request': consumeMatchRequest,
  'match-chunk': consumeMatchChunk,
  'run-finished': consumeShadow,
  'match-batch': consumeMatchBatch,
  'match-part': consumeMatchPart,
  'batch-shadow': consumeBatchShadow,
};

beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
  member = await createMember(test.db);
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
    for (const [name, skills, hours] of [
      ['Asha Pillai', ['tally', 'gst'], { min: 2, max: 4 }],
      ['Meera Joshi', [], { min: 10, max: 20 }],
    ] as const) {
      await addPerson(worker, tx, {
        organizationId: member.organizationId,
        lawfulBasis: 'consent',
        poolConsentAt: null,
        profile: profileOf(name, `${newId()}@people.example`, [...skills]),
        answers: { ...fullAnswers, hours, other_work: { hoursPerWeek: 0, alreadyExcluded: true } },
        resumeId: null,
        parserVersion: null,
      });
    }
  });
  admin = testContext(test.db, { kind: 'admin', userId });
});
afterAll(() => test.close());

describe('a shadow', () => {
  it('is scored on each run beside the weights in use, stored, shown to nobody, and compared', async () => {
    const { set } = loadCatalog().weightSets.current;
    // Nearly all for hours: whoever offers the hours comes first, whatever skills the other one has.
    const factors = withWeight(set.factors, 'hours', 90);
    const { revision } = await saveWeightDraft(admin, { revision: null, factors });
    const { shadowId } = await startShadow(admin, { revision });
    expect(await currentShadow(admin)).toMatchObject({
      shadowId,
      name: 'v2 draft',
      factors,
      runs: 0,
      displaced: null,
    });

    const ctx = testContext(test.db, member);
    const write = authorize(member, 'job:write');
    const { jobId } = await createJob(ctx, write, { title: 'Accountant', role: null });
    const saved = await saveDraft(ctx, write, { jobId, revision: 1, answers: accountantJob });
    await publishJob(ctx, write, { jobId, revision: saved.revision });
    await deliverAll(worker, consumers, 2);

    const { run, shown, hidden, summary } = await asWorker(worker, async (tx) => {
      const [only] = await tx.select().from(matchRuns).where(eq(matchRuns.jobId, jobId));
      return {
        run: only!,
        shown: await tx.select().from(matchResults).where(eq(matchResults.runId, only!.id)),
        hidden: await tx.select().from(shadowResults).where(eq(shadowResults.runId, only!.id)),
        summary: await tx.select().from(shadowRuns).where(eq(shadowRuns.runId, only!.id)),
      };
    });
    const best = (rows: { candidateId: string; expected: number }[]) =>
      rows.toSorted((a, b) => b.expected - a.expected)[0]?.candidateId;
    expect(hidden).toHaveLength(2);
    expect(best(hidden)).not.toBe(best(shown));
    // The run is that of the weights in use, whatever the shadow says.
    expect(run.weightSetHash).toBe(loadCatalog().weightSets.current.hash);
    expect(summary).toMatchObject([{ shadowId, people: 2, moved: 2, displaced: 0 }]);
    expect(await currentShadow(admin)).toMatchObject({ runs: 1, people: 2, moved: 2, displaced: 0 });
    // The dry run, which replays what the run stored, sees the same two change places.
    expect((await dryRun(admin, { factors })).ifPublished).toMatchObject({ jobs: 1, moved: 2 });
  });

  it('is scored on each run of a night too, with all messages twice', async () => {
    const { shadowId } = (await currentShadow(admin))!;
    const [alone] = await asWorker(worker, (tx) => tx.select().from(shadowRuns));
    await clearOutbox(worker);
    const batchId = await asWorker(worker, (tx) =>
      startBatch(worker, tx, { trigger: 'nightly', timeZone: 'Asia/Kolkata', day: '2026-11-12' }),
    );
    const delivered = await deliverAll(worker, consumers, 2);
    expect(delivered.filter((topic) => topic === 'batch-shadow')).toHaveLength(1);
    const { batch, run, hidden, summary } = await asWorker(worker, async (tx) => {
      const [only] = await tx.select().from(matchRuns).where(eq(matchRuns.batchId, batchId!));
      return {
        batch: (await tx.select().from(matchBatches).where(eq(matchBatches.id, batchId!)))[0]!,
        run: only!,
        hidden: await tx.select().from(shadowResults),
        summary: await tx.select().from(shadowRuns).where(eq(shadowRuns.runId, only!.id)),
      };
    });
    expect(batch).toMatchObject({ state: 'succeeded', messages: 4 });
    // Only what the newest run lists is kept, and it comes out as for a run of its own.
    expect(hidden.map(({ runId }) => runId)).toEqual([run.id, run.id]);
    const { people, moved, displaced, intoStrong, outOfStrong } = alone!;
    expect(summary).toMatchObject([{ shadowId, people, moved, displaced, intoStrong, outOfStrong }]);
    expect(await currentShadow(admin)).toMatchObject({ runs: 2 });
  });

  it('stays as the draft stood when it was started, until it is started anew', async () => {
    const { factors: stood } = (await currentShadow(admin))!;
    const { revision, factors } = await saveWeightDraft(admin, {
      revision: 1,
      factors: withWeight(stood, 'hours', 80),
    });
    expect(factors.hours.weight).toBe(80);
    expect((await currentShadow(admin))!.factors).toEqual(stood);
    await startShadow(admin, { revision });
    expect((await currentShadow(admin))!.factors).toEqual(factors);
  });

  it('ends, and another one takes its place', async () => {
    const { shadowId } = (await currentShadow(admin))!;
    const again = await startShadow(admin, { revision: 2 });
    expect(again.shadowId).not.toBe(shadowId);
    await expect(endShadow(admin, { shadowId })).rejects.toMatchObject({ code: 'not_found' });
    await endShadow(admin, again);
    expect(await currentShadow(admin)).toBeNull();
    await expect(startShadow(admin, { revision: 9 })).rejects.toMatchObject({ code: 'conflict' });
  });
});
