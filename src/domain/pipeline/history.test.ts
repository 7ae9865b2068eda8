import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, saveAnswers } from '@/domain/candidates/commands';
import type { FlexifitAnswers } from '@/domain/candidates/schema';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import type { JobAnswers } from '@/domain/jobs/schema';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { consumeMatchChunk } from '@/domain/matching/consumer';
import { consumeCandidateChanged } from '@/domain/matching/patch';
import { consumeMatchRequest } from '@/domain/matching/runs';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember, type MemberActor } from '@/testing/factories';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { deliverAll } from '@/testing/queue';
import { matchHistory } from './queries/history';
import { openMatch } from './queries/match';
import { matchHistorySchema, MOVES_SHOWN } from './schema/history';

let test: TestDatabase;
let worker: Context;
let member: MemberActor;
let ctx: Context;
let at = Date.parse('2026-11-10T09:00:00Z');
const now = () => new Date(at);
const DAY_MS = 86_400_000;

beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER, { now });
  member = await createMember(test.db);
  ctx = testContext(test.db, member, { now });
});
afterAll(() => test.close());

const deliver = () =>
  deliverAll(worker, {
    'match-request': consumeMatchRequest,
    'match-chunk': consumeMatchChunk,
    'candidate-changed': consumeCandidateChanged,
  });
const person = (name: string, organizationId: string | null, answers: FlexifitAnswers) =>
  asWorker(worker, (tx) =>
    addPerson(worker, tx, {
      organizationId,
      lawfulBasis: 'consent',
      poolConsentAt: organizationId === null ? worker.now() : null,
      profile: profileOf(name, `${worker.newId()}@people.example`, ['tally']),
      answers,
      resumeId: null,
      parserVersion: null,
    }),
  );
const publish = async (answers: JobAnswers, job?: { jobId: string; revision: number }) => {
  const write = authorize(member, 'job:write');
  const { jobId } = job ?? (await createJob(ctx, write, { title: 'Accountant', role: null }));
  const { revision } = await saveDraft(ctx, write, { jobId, revision: job?.revision ?? 1, answers });
  await publishJob(ctx, write, { jobId, revision });
  await deliver();
  return { jobId, revision };
};
const historyOf = async (jobId: string, candidateId: string, who = member) =>
  matchHistorySchema.parse(
    await matchHistory(testContext(test.db, who, { now }), authorize(who, 'match:read'), {
      jobId,
      candidateId,
    }),
  );
const scoreOf = async (jobId: string, candidateId: string) =>
  (await openMatch(ctx, authorize(member, 'match:read'), { jobId, candidateId })).score.expected;
const fewer = { ...accountantJob, must_have_skills: (accountantJob.must_have_skills ?? []).slice(0, 1) };

describe('the history of a match', () => {
  it('tells each move with its day and what made it, in parts that sum to it', async () => {
    const { least_pay: pay, ...unpaid } = fullAnswers;
    const bina = await person('Bina Das', member.organizationId, unpaid);
    const job = await publish(accountantJob);
    const first = await scoreOf(job.jobId, bina);
    expect(await historyOf(job.jobId, bina)).toEqual({ moves: [], more: false });

    at += DAY_MS;
    const paidAt = now();
    const answers = { ...unpaid, least_pay: pay };
    await saveAnswers(ctx, authorize(member, 'candidate:write'), { candidateId: bina, answers });
    await deliver();
    const second = await scoreOf(job.jobId, bina);
    at += 2 * DAY_MS;
    const jobAt = now();
    await publish(fewer, job);
    const third = await scoreOf(job.jobId, bina);

    const { moves, more } = await historyOf(job.jobId, bina);
    expect(moves.map((move) => [move.at, move.from, move.to])).toEqual([
      [paidAt, first, second],
      [jobAt, second, third],
    ]);
    expect(moves[0]?.parts).toEqual([
      { cause: 'facts', fact: { key: 'leastPay', change: 'told' }, points: second - first },
    ]);
    expect(moves[1]?.parts[0]?.cause).toBe('job');
    for (const { from, to, parts } of moves)
      expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(to - from);
    expect(more).toBe(false);

    const viewer = await createMember(test.db, 'viewer', member);
    expect(await historyOf(job.jobId, bina, viewer)).toEqual({ moves, more });
  });

  it('keeps to the newest moves', async () => {
    const chetan = await person('Chetan Rao', member.organizationId, fullAnswers);
    const { jobId } = await publish(accountantJob);
    const write = authorize(member, 'candidate:write');
    for (let index = 0; index <= MOVES_SHOWN; index += 1) {
      at += DAY_MS;
      const hours = index % 2 === 0 ? { min: 2, max: 4 } : { min: 10, max: 20 };
      await saveAnswers(ctx, write, { candidateId: chetan, answers: { ...fullAnswers, hours } });
      await deliver();
    }
    const { moves, more } = await historyOf(jobId, chetan);
    expect([moves.length, more]).toEqual([MOVES_SHOWN, true]);
    expect(moves.at(-1)?.to).toBe(await scoreOf(jobId, chetan));
    expect(moves.at(-1)?.at).toEqual(now());
  });

  it('says no word of a masked person, and nothing to whom the match is refused', async () => {
    const meera = await person('Meera Joshi', null, {
      ...fullAnswers,
      licences: ['CA, issued to Meera Joshi'],
    });
    const job = await publish(accountantJob);
    await publish(fewer, job);
    const told = await historyOf(job.jobId, meera);
    expect(told.moves).toHaveLength(1);
    expect(JSON.stringify(told)).not.toMatch(/meera|joshi/i);

    const stranger = await createMember(test.db);
    await expect(historyOf(job.jobId, meera, stranger)).rejects.toMatchObject({ code: 'not_found' });
    const unlisted = await person('Devi Nair', member.organizationId, fullAnswers);
    await expect(historyOf(job.jobId, unlisted)).rejects.toMatchObject({ code: 'not_found' });
  });
});
