import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchResults, scoreHistory } from '@/db/schema';
import { addPerson, saveAnswers } from '@/domain/candidates/commands';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import type { JobAnswers } from '@/domain/jobs/schema';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asMember, asWorker } from '@/domain/kernel/transaction';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember, type MemberActor } from '@/testing/factories';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { clearOutbox, deliverAll, type Consumers } from '@/testing/queue';
import { consumeMatchChunk } from './consumer';
import { consumeCandidateChanged } from './patch';
import { consumeMatchRequest } from './runs';

let test: TestDatabase;
let worker: Context;
let member: MemberActor;
let ctx: Context;
beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
  member = await createMember(test.db);
  ctx = testContext(test.db, member);
});
afterAll(() => test.close());

const consumers: Consumers = {
  'match-request': consumeMatchRequest,
  'match-chunk': consumeMatchChunk,
  'candidate-changed': consumeCandidateChanged,
};
const person = (name: string, skills: string[]) =>
  asWorker(worker, (tx) =>
    addPerson(worker, tx, {
      organizationId: member.organizationId,
      lawfulBasis: 'consent',
      poolConsentAt: null,
      profile: profileOf(name, `${worker.newId()}@people.example`, skills),
      answers: fullAnswers,
      resumeId: null,
      parserVersion: null,
    }),
  );
const publish = async (answers: JobAnswers, job?: { jobId: string; revision: number }) => {
  const write = authorize(member, 'job:write');
  const { jobId } = job ?? (await createJob(ctx, write, { title: 'Accountant', role: null }));
  const { revision } = await saveDraft(ctx, write, { jobId, revision: job?.revision ?? 1, answers });
  await publishJob(ctx, write, { jobId, revision });
  await deliverAll(worker, consumers);
  return { jobId, revision };
};
const historyOf = (jobId: string) =>
  asMember(ctx, authorize(member, 'match:read'), (tx) =>
    tx.select().from(scoreHistory).where(eq(scoreHistory.jobId, jobId)).orderBy(asc(scoreHistory.until)),
  );
const listed = (jobId: string) =>
  asWorker(worker, (tx) => tx.select().from(matchResults).where(eq(matchResults.jobId, jobId)));

describe('the history of a pair', () => {
  it('keeps how the pair stood whenever its score changes, in another run or within one, and nothing else', async () => {
    const asha = await person('Asha Rao', ['tally', 'gst']);
    const bina = await person('Bina Das', ['tally']);
    const first = await publish(accountantJob);
    const [before] = (await listed(first.jobId)).filter(({ candidateId }) => candidateId === bina);
    expect(await historyOf(first.jobId)).toEqual([]);

    // The same again moves nobody.
    await consumeMatchRequest(worker, { requestId: worker.newId(), jobId: first.jobId, trigger: 'manual' });
    await deliverAll(worker, consumers);
    expect(await historyOf(first.jobId)).toEqual([]);

    // A skill less moves whoever lacked it.
    const fewer = { ...accountantJob, must_have_skills: (accountantJob.must_have_skills ?? []).slice(0, 1) };
    await publish(fewer, first);
    const moved = await historyOf(first.jobId);
    expect(moved.map(({ candidateId }) => candidateId)).toEqual([bina]);
    expect(moved[0]).toMatchObject({
      expected: before!.expected,
      position: 2,
      group: before!.group,
      patch: 0,
    });
    expect(moved[0]!.factors).toEqual(before!.factors);

    await saveAnswers(ctx, authorize(member, 'candidate:write'), {
      candidateId: asha,
      answers: { ...fullAnswers, hours: { min: 2, max: 4 } },
    });
    await deliverAll(worker, consumers);
    expect((await historyOf(first.jobId)).map(({ candidateId }) => candidateId)).toEqual([bina, asha]);

    // An hour more than the job asks is a new version of the facts with the same score.
    const rowOf = async (candidateId: string) =>
      (await listed(first.jobId))
        .filter((row) => row.candidateId === candidateId)
        .toSorted((a, b) => (a.runId < b.runId ? -1 : 1))
        .at(-1);
    const stood = await rowOf(bina);
    await saveAnswers(ctx, authorize(member, 'candidate:write'), {
      candidateId: bina,
      answers: { ...fullAnswers, hours: { min: 10, max: 45 } },
    });
    await deliverAll(worker, consumers);
    const stands = await rowOf(bina);
    expect(stands!.expected).toBe(stood!.expected);
    expect(stands!.candidateVersionId).not.toBe(stood!.candidateVersionId);
    expect(await historyOf(first.jobId)).toHaveLength(2);
  });

  it('tells the place that somebody had before they were scored anew, as the ranking did, even among equals', async () => {
    for (const name of ['Dev Rao', 'Esha Rao', 'Farid Rao']) await person(name, ['tally', 'gst']);
    await clearOutbox(worker);
    const { jobId } = await publish(accountantJob);
    const order = (await listed(jobId)).toSorted(
      (a, b) =>
        b.expected - a.expected || a.tieBreak - b.tieBreak || (a.candidateId < b.candidateId ? -1 : 1),
    );
    expect(new Set(order.map(({ expected }) => expected)).size).toBeLessThan(order.length);
    // From the last one up: whoever is scored lower changes no place above.
    for (const { candidateId } of order.toReversed()) {
      await saveAnswers(ctx, authorize(member, 'candidate:write'), {
        candidateId,
        answers: { ...fullAnswers, hours: { min: 1, max: 2 } },
      });
      await consumeCandidateChanged(worker, { candidateId });
    }
    const places = new Map((await historyOf(jobId)).map((row) => [row.candidateId, row.position]));
    expect(order.map(({ candidateId }) => places.get(candidateId))).toEqual(order.map((_, at) => at + 1));
  });

  it('is the organisation’s own', async () => {
    const stranger = await createMember(test.db);
    const seen = await asMember(testContext(test.db, stranger), authorize(stranger, 'match:read'), (tx) =>
      tx.select().from(scoreHistory),
    );
    expect(seen).toEqual([]);
  });
});
