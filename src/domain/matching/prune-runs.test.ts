import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  jobs,
  matchBatches,
  matchChunks,
  matchParts,
  matchRequests,
  matchRuns,
  scoreHistory,
} from '@/db/schema';
import { addPerson } from '@/domain/candidates/commands';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { keepReceipt } from '@/domain/pipeline/receipts';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember, type MemberActor } from '@/testing/factories';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { clearOutbox, deliverAll, type Consumers } from '@/testing/queue';
import { consumeMatchBatch, startBatch } from './batches';
import { consumeMatchChunk } from './consumer';
import { KEPT_DAYS, PRUNED_AT_ONCE, pruneRuns } from './consumers/prune-runs';
import { consumeMatchPart } from './parts';
import { consumeMatchRequest } from './runs';

let test: TestDatabase;
let worker: Context;
let member: MemberActor;
beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
  member = await createMember(test.db);
});
afterAll(() => test.close());
// What is delivered again must not be of runs that are gone.
beforeEach(() => clearOutbox(worker));

const consumers: Consumers = {
  'match-request': consumeMatchRequest,
  'match-chunk': consumeMatchChunk,
  'match-batch': consumeMatchBatch,
  'match-part': consumeMatchPart,
};
const later = (days: number): Context => ({
  ...worker,
  now: () => new Date(worker.now().getTime() + days * 86_400_000),
});
const publish = async (answers = accountantJob, job?: { jobId: string; revision: number }) => {
  const ctx = testContext(test.db, member);
  const grant = authorize(member, 'job:write');
  const { jobId } = job ?? (await createJob(ctx, grant, { title: 'Accountant', role: null }));
  const { revision } = await saveDraft(ctx, grant, { jobId, revision: job?.revision ?? 1, answers });
  await publishJob(ctx, grant, { jobId, revision });
  await deliverAll(worker, consumers);
  return { jobId, revision };
};
const night = async (day: string): Promise<void> => {
  const batch = { trigger: 'nightly', timeZone: 'Asia/Kolkata', day } as const;
  await asWorker(worker, (tx) => startBatch(worker, tx, batch));
  await deliverAll(worker, consumers);
};
const kept = (jobId: string) =>
  asWorker(worker, async (tx) => ({
    runs: await tx
      .select()
      .from(matchRuns)
      .where(eq(matchRuns.jobId, jobId))
      .orderBy(asc(matchRuns.createdAt), asc(matchRuns.id)),
    chunks: await tx.select().from(matchChunks),
    history: await tx.select().from(scoreHistory).where(eq(scoreHistory.jobId, jobId)),
    batches: await tx.select().from(matchBatches),
    parts: await tx.select().from(matchParts),
    job: (await tx.select().from(jobs).where(eq(jobs.id, jobId)))[0]!,
  }));

describe('old runs', () => {
  it('go with what hangs on them, but for the one that is shown and those that receipts name', async () => {
    const candidateId = await asWorker(worker, (tx) =>
      addPerson(worker, tx, {
        organizationId: member.organizationId,
        lawfulBasis: 'consent',
        poolConsentAt: null,
        profile: profileOf('Asha Rao', 'asha@people.example', ['tally']),
        answers: fullAnswers,
        resumeId: null,
        parserVersion: null,
      }),
    );
    const first = await publish();
    const { jobId } = first;
    await night('2026-11-10');
    await asWorker(worker, (tx) => keepReceipt(worker, tx, { jobId, candidateId }));
    // Asked for less: their score moves, and the run that is replaced is named by the history too.
    const skills = (accountantJob.must_have_skills ?? []).slice(0, 1);
    const second = await publish({ ...accountantJob, must_have_skills: skills }, first);
    await publish(accountantJob, second);
    await night('2026-11-11');
    const before = await kept(jobId);
    expect(before.runs).toHaveLength(5);
    expect(before.history.length).toBeGreaterThan(1);
    expect(before.batches).toHaveLength(2);

    expect(await pruneRuns(later(KEPT_DAYS - 1))).toBe(0);
    expect((await kept(jobId)).runs).toHaveLength(5);

    expect(await pruneRuns(later(KEPT_DAYS + 1))).toBe(3);
    const after = await kept(jobId);
    const named = before.runs[1]!;
    expect(named.batchId).not.toBeNull();
    expect(after.runs.map(({ id }) => id)).toEqual([named.id, before.job.currentRunId]);
    expect(new Set(after.chunks.map(({ runId }) => runId))).toEqual(new Set(after.runs.map(({ id }) => id)));
    expect(after.history.map(({ runId }) => runId)).toEqual([named.id]);
    // Both batches still have a run.
    expect(after.batches).toHaveLength(2);
    expect(await pruneRuns(later(KEPT_DAYS + 1))).toBe(0);
  });

  it('leave with their batch, and unfinished ones stay', async () => {
    const { jobId } = await publish();
    await night('2026-11-12');
    await night('2026-11-13');
    await consumeMatchRequest(worker, { requestId: worker.newId(), jobId, trigger: 'manual' });
    const { runs } = await kept(jobId);
    const open = runs.at(-1)!;
    expect(open.state).toBe('queued');
    await pruneRuns(later(KEPT_DAYS + 1));
    const after = await kept(jobId);
    expect(after.runs.map(({ id }) => id)).toEqual([after.job.currentRunId, open.id]);
    expect(after.batches.map(({ day }) => day)).not.toContain('2026-11-12');
    expect(new Set(after.parts.map(({ batchId }) => batchId))).toEqual(
      new Set(after.batches.map(({ id }) => id)),
    );
  });

  it('leave with what asked for them, which stays as long as somebody may deliver it again', async () => {
    const { jobId } = await publish();
    await pruneRuns(later(KEPT_DAYS + 1));
    const asked = () =>
      asWorker(worker, (tx) =>
        tx.select({ at: matchRequests.at, jobId: matchRequests.jobId }).from(matchRequests),
      );
    const fresh = later(KEPT_DAYS - 1);
    for (const ctx of [worker, fresh]) {
      await consumeMatchRequest(ctx, { requestId: ctx.newId(), jobId, trigger: 'manual' });
    }
    await pruneRuns(fresh);
    expect(await asked()).toHaveLength(2);
    await pruneRuns(later(KEPT_DAYS + 1));
    expect(await asked()).toEqual([{ at: fresh.now(), jobId }]);
    await test.owner.query(
      `insert into match_requests (id, organization_id, job_id, at)
       select gen_random_uuid(), organization_id, job_id, at from match_requests, generate_series(1, $1)`,
      [PRUNED_AT_ONCE + 3],
    );
    await pruneRuns(later(2 * KEPT_DAYS));
    expect(await asked()).toHaveLength(4);
  });

  it('go in bounded steps', async () => {
    const { jobId } = await publish();
    await pruneRuns(later(KEPT_DAYS + 1));
    await test.owner.query(
      `insert into match_runs (id, organization_id, job_id, job_version_id, state, trigger, weight_set_hash, as_of, chunks,
         created_at, moved_at, finished_at)
       select gen_random_uuid(), organization_id, job_id, job_version_id, 'superseded', trigger, weight_set_hash, as_of, 1,
         created_at, moved_at, finished_at
       from match_runs, generate_series(1, $2) where job_id = $1`,
      [jobId, PRUNED_AT_ONCE + 3],
    );
    expect(await pruneRuns(later(KEPT_DAYS + 1))).toBe(PRUNED_AT_ONCE);
    expect(await pruneRuns(later(KEPT_DAYS + 1))).toBe(3);
  });
});
