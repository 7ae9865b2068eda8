import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
import { wholePoints } from '@/domain/scoring/points';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember, type MemberActor } from '@/testing/factories';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { clearOutbox, deliverAll } from '@/testing/queue';
import { moveCandidacy } from './commands';
import { lookAtRanking } from './commands/look';
import { movedSinceVisit } from './queries/moved';
import { listMatches } from './queries/ranking';
import { movedViewSchema } from './schema/moved';
import { VISIT_ENDS_MS } from './visits';

let test: TestDatabase;
let worker: Context;
let member: MemberActor;
let jobId: string;
let revision: number;
let asha: string;
let bina: string;
let at = Date.parse('2026-11-10T09:00:00Z');
const now = () => new Date(at);
const DAY_MS = 86_400_000;

beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER, { now });
});
afterAll(() => test.close());

const deliver = async () => {
  await deliverAll(worker, {
    'match-request': consumeMatchRequest,
    'match-chunk': consumeMatchChunk,
    'candidate-changed': consumeCandidateChanged,
  });
  await clearOutbox(worker);
};
const as = (who: MemberActor) => testContext(test.db, who, { now });
const person = (name: string) =>
  asWorker(worker, (tx) =>
    addPerson(worker, tx, {
      organizationId: member.organizationId,
      lawfulBasis: 'consent',
      poolConsentAt: null,
      profile: profileOf(name, `${worker.newId()}@people.example`, ['tally']),
      answers: fullAnswers,
      resumeId: null,
      parserVersion: null,
    }),
  );
const publish = async (answers: JobAnswers) => {
  const write = authorize(member, 'job:write');
  ({ revision } = await saveDraft(as(member), write, { jobId, revision, answers }));
  await publishJob(as(member), write, { jobId, revision });
  await deliver();
};
const answer = async (candidateId: string, changes: FlexifitAnswers) => {
  const write = authorize(member, 'candidate:write');
  await saveAnswers(as(member), write, { candidateId, answers: { ...fullAnswers, ...changes } });
  await deliver();
};
const read = (who = member) => authorize(who, 'match:read');
const ranking = () =>
  listMatches(as(member), read(), { jobId, group: 'ranked', bands: [], minimumScore: 0, stage: 'open' });
const placeOf = async (candidateId: string) => {
  const row = (await ranking()).rows.find((one) => one.candidateId === candidateId)!;
  return {
    group: 'ranked',
    rank: row.rank,
    points: wholePoints(row.score.expected, row.score.bands),
    band: row.score.band,
  };
};
const look = async (who = member, settle = false) => {
  const { runId, patches } = await ranking();
  return lookAtRanking(as(who), read(who), { jobId, runId: runId!, patches, settle });
};
const moved = async (who = member) =>
  movedViewSchema.parse(await movedSinceVisit(as(who), read(who), { jobId }));
/** Looks, and comes back a day later. */
const visit = async (who = member) => {
  await look(who);
  at += DAY_MS;
};

beforeEach(async () => {
  at += DAY_MS;
  member = await createMember(test.db);
  asha = await person('Asha Iyer');
  bina = await person('Bina Das');
  ({ jobId } = await createJob(as(member), authorize(member, 'job:write'), {
    title: 'Accountant',
    role: null,
  }));
  revision = 1;
  await publish(accountantJob);
});

describe('who moved since the last visit', () => {
  it('is nobody on the first one', async () => {
    expect(await moved()).toBeNull();
    await look();
    expect((await moved())?.people).toEqual([]);
  });

  it('is whose fact changed, with where they stood before and after, until they were seen on a later visit', async () => {
    await visit();
    const left = at - DAY_MS;
    const before = await placeOf(bina);
    await answer(bina, { hours: { min: 2, max: 4 } });
    const after = await placeOf(bina);
    expect(after.points).toBeLessThan(before.points);
    const told = {
      since: new Date(left),
      weights: null,
      jobChanged: false,
      people: [{ candidateId: bina, before, after }],
    };
    expect(await moved()).toEqual(told);
    // Looking does not end the visit: the page may be loaded again.
    await look();
    await look();
    expect(await moved()).toEqual(told);
    at += VISIT_ENDS_MS + 1;
    expect((await moved())?.people).toEqual([]);
    await look();
    expect((await moved())?.people).toEqual([]);
  });

  it('compares with the state that was left, over several changes and runs, and not with the one before', async () => {
    await visit();
    const before = await placeOf(bina);
    await answer(bina, { hours: { min: 2, max: 4 } });
    at += DAY_MS;
    await publish({ ...accountantJob, must_have_skills: accountantJob.must_have_skills!.slice(0, 1) });
    await answer(bina, { hours: { min: 6, max: 8 } });
    const view = await moved();
    expect(view).toMatchObject({ jobChanged: true, weights: null });
    expect(view?.people.find(({ candidateId }) => candidateId === bina)).toEqual({
      candidateId: bina,
      before,
      after: await placeOf(bina),
    });
    expect(view?.people).toHaveLength(2);
    // Back where they were: nobody moved.
    await publish(accountantJob);
    await answer(bina, {});
    expect((await moved())?.people).toEqual([]);
  });

  it('stood at the rank that the visit showed, whoever moved first', async () => {
    const chetan = await person('Chetan Rao');
    await consumeCandidateChanged(worker, { candidateId: chetan });
    await visit();
    const people = [asha, bina, chetan];
    const before = await Promise.all(people.map(placeOf));
    const inOrder = people.toSorted(
      (a, b) => before[people.indexOf(a)]!.rank - before[people.indexOf(b)]!.rank,
    );
    // From the top: each falls below whoever has not moved yet.
    for (const [index, one] of inOrder.entries()) await answer(one, { hours: { min: 2, max: 4 + index } });
    const told = new Map((await moved())?.people.map((one) => [one.candidateId, one]));
    expect(people.map((one) => told.get(one)?.before)).toEqual(before);
    expect(people.map((one) => told.get(one)?.after)).toEqual(await Promise.all(people.map(placeOf)));
  });

  it('is whoever was not listed then, and nobody who was rejected', async () => {
    await visit();
    const chetan = await person('Chetan Rao');
    await consumeCandidateChanged(worker, { candidateId: chetan });
    await answer(bina, { hours: { min: 2, max: 4 } });
    const view = await moved();
    expect(view?.people.map(({ candidateId, before }) => [candidateId, before === null])).toEqual(
      expect.arrayContaining([
        [chetan, true],
        [bina, false],
      ]),
    );
    expect(view?.people).toHaveLength(2);
    await moveCandidacy(as(member), authorize(member, 'candidacy:decide'), {
      jobId,
      candidateId: bina,
      to: 'rejected',
      reason: 'other',
      note: null,
    });
    expect((await moved())?.people.map(({ candidateId }) => candidateId)).toEqual([chetan]);
  });

  it('is whose band is another because the bands are', async () => {
    await visit();
    const { rows } = await ranking();
    const { rows: kept } = await test.owner.query<{ number: number }>(
      `insert into band_publications (number, hash, points, curve, decisions, published_by, reason, published_at)
       values (1, 'other bands', $1, '[]', 300, $2, 'a test', now()) returning number`,
      [{ partial: 45, good: 60, strong: 100 }, member.userId],
    );
    await publish({ ...accountantJob, pay: { ...accountantJob.pay!, published: false } });
    await test.owner.query('delete from band_publications where number = $1', [kept[0]!.number]);
    const people = (await moved())?.people ?? [];
    expect(people.map(({ candidateId }) => candidateId).sort()).toEqual([asha, bina].sort());
    for (const { candidateId, before, after } of people) {
      const row = rows.find((one) => one.candidateId === candidateId)!;
      expect(before).toMatchObject({ band: 'strong', points: wholePoints(row.score.expected) });
      expect(after).toEqual(await placeOf(candidateId));
      expect(after).toMatchObject({ band: 'good', points: before?.points });
    }
  });

  it('is dealt with at once when the member says so', async () => {
    await visit();
    await answer(bina, { hours: { min: 2, max: 4 } });
    expect((await moved())?.people).toHaveLength(1);
    await look(member, true);
    expect((await moved())?.people).toEqual([]);
    await answer(asha, { hours: { min: 2, max: 4 } });
    expect((await moved())?.people.map(({ candidateId }) => candidateId)).toEqual([asha]);
  });

  it('is each member’s own, and nobody’s of another organisation', async () => {
    const viewer = await createMember(test.db, 'viewer', member);
    await visit();
    await answer(bina, { hours: { min: 2, max: 4 } });
    await look(viewer);
    expect(await moved(viewer)).toMatchObject({ people: [] });
    expect((await moved())?.people).toHaveLength(1);
    const stranger = await createMember(test.db);
    await expect(moved(stranger)).rejects.toMatchObject({ code: 'not_found' });
    await expect(look(stranger)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('takes no state that is not the ranking’s any more', async () => {
    const stale = await ranking();
    await visit();
    await answer(bina, { hours: { min: 2, max: 4 } });
    const { runId, patches } = stale;
    await lookAtRanking(as(member), read(), { jobId, runId: runId!, patches, settle: true });
    expect((await moved())?.people).toHaveLength(1);
  });
});
