import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { candidacies, candidateFeatures, candidates, matchResults, matchRuns, receipts } from '@/db/schema';
import { addPerson, changePerson, lockPerson, saveScreeningAnswer } from '@/domain/candidates/commands';
import type { FlexifitAnswers } from '@/domain/candidates/schema';
import { loadCatalog } from '@/domain/catalog/load';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { openMatch } from '@/domain/pipeline/queries/match';
import { sha256 } from '@/domain/pipeline/receipts';
import { scorePair } from '@/domain/scoring/score';
import { gridFromRanges } from '@/domain/scoring/week-grid';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember, type MemberActor } from '@/testing/factories';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { clearOutbox, deliverAll, type Consumers } from '@/testing/queue';
import { consumeMatchChunk } from './consumer';
import { compileRun } from './compile-run';
import { loadRuns } from './load';
import { consumeCandidateChanged } from './patch';
import { consumeMatchRequest } from './runs';
import { keepSet } from './weights';

let test: TestDatabase;
let worker: Context;
let member: MemberActor;
beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
});
afterAll(() => test.close());
beforeEach(async () => {
  await clearOutbox(worker);
  member = await createMember(test.db);
});

const consumers: Consumers = {
  'match-request': consumeMatchRequest,
  'match-chunk': consumeMatchChunk,
  'candidate-changed': consumeCandidateChanged,
};

const person = (name: string, skills: string[], pool = false, organizationId: string | null = null) =>
  asWorker(worker, (tx) =>
    addPerson(worker, tx, {
      organizationId: pool ? null : organizationId,
      lawfulBasis: 'consent',
      poolConsentAt: pool ? worker.now() : null,
      profile: profileOf(name, `${worker.newId()}@people.example`, skills),
      answers: fullAnswers,
      resumeId: null,
      parserVersion: null,
    }),
  );

const publish = async (answers = accountantJob): Promise<string> => {
  const ctx = testContext(test.db, member);
  const grant = authorize(member, 'job:write');
  const { jobId } = await createJob(ctx, grant, { title: 'Accountant', role: null });
  const { revision } = await saveDraft(ctx, grant, { jobId, revision: 1, answers });
  await publishJob(ctx, grant, { jobId, revision });
  await deliverAll(worker, consumers);
  await clearOutbox(worker);
  return jobId;
};

const change = (candidateId: string, answers: FlexifitAnswers, pool?: boolean) =>
  asWorker(worker, async (tx) => {
    const found = await lockPerson(tx, candidateId);
    if (found === undefined) throw new Error('The person was just added.');
    const { candidates: current, candidate_versions: version } = found;
    const poolConsentAt = pool === false ? null : current.poolConsentAt;
    await tx.update(candidates).set({ poolConsentAt }).where(eq(candidates.id, candidateId));
    await changePerson(worker, tx, candidateId, { ...current, ...version, poolConsentAt, answers });
  });

const rowOf = async (jobId: string, candidateId: string) => {
  const rows = await asWorker(worker, (tx) =>
    tx
      .select()
      .from(matchResults)
      .where(and(eq(matchResults.jobId, jobId), eq(matchResults.candidateId, candidateId))),
  );
  expect(rows.length).toBeLessThanOrEqual(1);
  return rows[0];
};
const runsOf = (jobId: string) =>
  asWorker(worker, (tx) => tx.select().from(matchRuns).where(eq(matchRuns.jobId, jobId)));

const fewerHours: FlexifitAnswers = { ...fullAnswers, hours: { min: 2, max: 4 } };

describe('a changed person', () => {
  it('is scored anew within the current run of every open job, once for many deliveries', async () => {
    const asha = await person('Asha Pillai', ['tally', 'gst'], true);
    const jobs = [await publish(), await publish()];
    const before = await Promise.all(jobs.map((jobId) => rowOf(jobId, asha)));
    await change(asha, fewerHours);
    await Promise.all([1, 2, 3].map(() => consumeCandidateChanged(worker, { candidateId: asha })));
    for (const [index, jobId] of jobs.entries()) {
      const after = await rowOf(jobId, asha);
      expect(after!.expected).toBeLessThan(before[index]!.expected);
      expect(after!.runId).toBe(before[index]!.runId);
      const runs = await runsOf(jobId);
      expect(runs.map((run) => run.patches)).toEqual([1]);
    }
  });

  it('gets the score that a whole run would give', async () => {
    const asha = await person('Asha Pillai', ['tally', 'gst'], true);
    const jobId = await publish();
    await change(asha, fewerHours);
    await consumeCandidateChanged(worker, { candidateId: asha });
    const patched = await rowOf(jobId, asha);
    await consumeMatchRequest(worker, { requestId: worker.newId(), jobId, trigger: 'manual' });
    await deliverAll(worker, consumers);
    const run = await asWorker(worker, (tx) =>
      tx
        .select()
        .from(matchResults)
        .where(and(eq(matchResults.jobId, jobId), eq(matchResults.candidateId, asha))),
    );
    const fresh = run.find((row) => row.runId !== patched!.runId);
    expect(fresh).toEqual({ ...patched, runId: fresh!.runId });
  });

  it('gets what each ranking says by its own weights, day and bands, whatever an earlier one of the same job said', async () => {
    const asha = await person('Asha Pillai', ['tally', 'gst'], true);
    const jobId = await publish({ ...accountantJob, duration: { months: 1, extensionLikely: false } });
    // The job's mornings in winter; in summer an hour of them each day is missed.
    const grid = gridFromRanges([0, 1, 2, 3].map((day) => ({ day, from: 3.5 * 60, to: 7.5 * 60 })));
    const week = { grid, timeZone: 'Europe/London' };
    let least = 1;
    const patched = async () => {
      least += 1;
      await change(asha, { ...fewerHours, week, hours: { min: least, max: 12 } });
      await consumeCandidateChanged(worker, { candidateId: asha });
      const { runId, expected, band } = (await rowOf(jobId, asha))!;
      return { runId, expected, band };
    };
    const seen = [await patched()];
    const { set } = loadCatalog().weightSets.current;
    const hours = { ...set.factors.hours, weight: 90 };
    const weightSetHash = await asWorker(worker, (tx) =>
      keepSet(worker, tx, { ...set, id: 'hours-first', factors: { ...set.factors, hours } }),
    );
    for (const other of [
      { weightSetHash },
      { asOf: '2027-06-01' },
      { bands: { strong: 9_999, good: 9_998, partial: 9_997 } },
    ]) {
      await asWorker(worker, (tx) => tx.update(matchRuns).set(other).where(eq(matchRuns.jobId, jobId)));
      const row = await patched();
      const [run] = await asWorker(worker, (tx) => loadRuns(tx, [row.runId]));
      const [found] = await asWorker(worker, (tx) =>
        tx.select().from(candidateFeatures).where(eq(candidateFeatures.candidateId, asha)),
      );
      const { expected, band } = scorePair(compileRun(run!, loadCatalog().taxonomy), found!.facts);
      expect(row).toMatchObject({ expected, band });
      seen.push(row);
    }
    expect(new Set(seen.map((row) => JSON.stringify(row))).size).toBe(seen.length);
  });

  it('has a receipt of each score that was shown, and the same one once', async () => {
    const asha = await person('Asha Pillai', ['tally', 'gst'], true);
    const jobId = await publish();
    const show = () =>
      openMatch(testContext(test.db, member), authorize(member, 'match:read'), { jobId, candidateId: asha });
    const first = await show();
    await show();
    await change(asha, fewerHours);
    await consumeCandidateChanged(worker, { candidateId: asha });
    const second = await show();
    const kept = await asWorker(worker, (tx) =>
      tx.select().from(receipts).where(eq(receipts.candidateId, asha)),
    );
    expect(kept).toHaveLength(2);
    expect(new Set(kept.map(({ content }) => sha256(content).slice(0, 12)))).toEqual(
      new Set([first.receipt?.hash, second.receipt?.hash]),
    );
  });

  it('leaves the rankings that may not see them any more', async () => {
    const asha = await person('Asha Pillai', ['tally', 'gst'], true);
    const jobId = await publish();
    await change(asha, fullAnswers, false);
    await consumeCandidateChanged(worker, { candidateId: asha });
    expect(await rowOf(jobId, asha)).toBeUndefined();
    const [features] = await asWorker(worker, (tx) =>
      tx.select().from(candidateFeatures).where(eq(candidateFeatures.candidateId, asha)),
    );
    expect(features?.inPool).toBe(false);
  });

  it('is listed for the job they applied to and for no other, until they withdraw', async () => {
    const [applied, other] = [await publish(), await publish()];
    const asha = await person('Asha Pillai', ['tally', 'gst']);
    const at = worker.now();
    const { organizationId } = member;
    const candidacy = { id: worker.newId(), organizationId, jobId: applied, candidateId: asha };
    await asWorker(worker, (tx) =>
      tx
        .insert(candidacies)
        .values({ ...candidacy, source: 'applied', stageSince: at, createdAt: at, unmaskedAt: at }),
    );
    await consumeCandidateChanged(worker, { candidateId: asha });
    expect(await rowOf(applied, asha)).toMatchObject({ candidateId: asha });
    expect(await rowOf(other, asha)).toBeUndefined();
    await consumeMatchRequest(worker, { requestId: worker.newId(), jobId: applied, trigger: 'manual' });
    await deliverAll(worker, consumers);
    const run = (await runsOf(applied)).find((one) => one.trigger === 'manual');
    const rows = await asWorker(worker, (tx) =>
      tx.select().from(matchResults).where(eq(matchResults.runId, run!.id)),
    );
    expect(rows.map((row) => row.candidateId)).toContain(asha);
    await asWorker(worker, (tx) =>
      tx.update(candidacies).set({ stage: 'withdrawn' }).where(eq(candidacies.id, candidacy.id)),
    );
    await consumeCandidateChanged(worker, { candidateId: asha });
    const left = await asWorker(worker, (tx) =>
      tx.select().from(matchResults).where(eq(matchResults.runId, run!.id)),
    );
    expect(left.map((row) => row.candidateId)).not.toContain(asha);
  });

  it('makes a run that is under way be followed by one more', async () => {
    const asha = await person('Asha Pillai', ['tally', 'gst'], true);
    const jobId = await publish();
    await consumeMatchRequest(worker, { requestId: worker.newId(), jobId, trigger: 'manual' });
    await change(asha, fewerHours);
    await consumeCandidateChanged(worker, { candidateId: asha });
    const active = (await runsOf(jobId)).find((run) => run.state === 'queued');
    expect(active?.followUp).toBe('candidate');
  });

  it('is scored anew for an answer to the question of a job', async () => {
    const question = {
      id: 'q1',
      text: 'Can you start in December?',
      kind: 'yes_no' as const,
      wanted: 'yes' as const,
    };
    const asha = await person('Asha Pillai', ['tally', 'gst'], false, member.organizationId);
    const jobId = await publish({ ...accountantJob, screening: [question] });
    const before = await rowOf(jobId, asha);
    const ctx = testContext(test.db, member);
    const grant = authorize(member, 'candidate:write');
    const scoreFor = async (answer: string): Promise<number> => {
      await saveScreeningAnswer(ctx, grant, { jobId, candidateId: asha, questionId: 'q1', answer });
      await deliverAll(worker, consumers);
      return (await rowOf(jobId, asha))!.expected;
    };
    expect(await scoreFor('yes')).toBeGreaterThan(before!.expected);
    expect(await scoreFor('no')).toBeLessThan(before!.expected);
  });
});
