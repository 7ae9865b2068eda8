import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { candidateKeys, candidatePairs, candidates } from '@/db/schema';
import { distinguish } from '@/domain/candidates/commands/distinguish';
import { saveOwnProfile } from '@/domain/candidates/commands/own-facts';
import { consumePeopleCompare } from '@/domain/candidates/consumers/compare-people';
import { getPerson, listPeople } from '@/domain/candidates/queries';
import { getOwnFacts } from '@/domain/candidates/queries/own-facts';
import type { PairFilter } from '@/domain/candidates/schema/duplicates';
import { authorize, authorizeCandidate } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asMember, asWorker } from '@/domain/kernel/transaction';
import { importPeople } from '@/domain/resumes/commands/import-people';
import { consumeImportRows } from '@/domain/resumes/consumers/import-rows';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember, type MemberActor } from '@/testing/factories';
import { clearOutbox, deliverAll, type Consumers } from '@/testing/queue';
import { mergePeople } from './commands/merge-people';
import { undoMerge } from './commands/undo-merge';
import { countPairs, listPairs } from './queries/pairs';

let test: TestDatabase;
let worker: Context;
let member: MemberActor;
const consumers: Consumers = { 'import-rows': consumeImportRows, 'people-compare': consumePeopleCompare };

beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
});
afterAll(() => test.close());
beforeEach(async () => {
  await clearOutbox(worker);
  member = await createMember(test.db);
});

const ctx = () => testContext(test.db, member);
const read = () => authorize(member, 'candidate:read');
const write = () => authorize(member, 'candidate:write');
const ALL: PairFilter = { candidateId: null, importId: null };

const begin = (csv: string) =>
  importPeople(ctx(), write(), { csv, fileName: 'people.csv', jobId: null, lawfulBasis: 'consent' });

/** Imports rows of `email,name,phone,city,title,company,since`, delivered twice as a queue may do. */
const bring = async (...rows: string[]): Promise<string> => {
  const { importId } = await begin(['email,name,phone,city,title,company,since', ...rows].join('\n'));
  await deliverAll(worker, consumers, 2);
  await clearOutbox(worker);
  return importId;
};

const pairs = async (filter: Partial<PairFilter> = {}) => {
  const page = await listPairs(ctx(), read(), { ...ALL, ...filter, cursor: null });
  const count = await countPairs(ctx(), read(), { ...ALL, ...filter });
  expect(count).toEqual({ count: page.total, pending: false });
  return page.items;
};
const named = async (filter: Partial<PairFilter> = {}) =>
  (await pairs(filter)).map(({ one, other, evidence }) => [
    [one.name ?? '', other.name ?? ''].toSorted().join(' = '),
    evidence.join(' '),
  ]);

const ASHA = 'asha@example.com,Asha Pillai,+91 98765 43210,Pune,Accountant,Nandi Stationers,2019-04';
const ASHA_AGAIN = 'a.pillai@example.com,Asha P Pillai,098765 43210,Pune,Accountant,Nandi Stationers,2019-04';
const RAVI = 'ravi@example.com,Ravi Menon,+91 98765 00000,Pune,Accountant,Nandi Stationers,2019-04';

describe('people of an import', () => {
  it('are found to be those whom the organisation has, with what says so', async () => {
    await bring(ASHA);
    expect(await named()).toEqual([]);
    const importId = await bring(ASHA_AGAIN, RAVI);
    expect(await named()).toEqual([['Asha P Pillai = Asha Pillai', 'phone work name_city']]);
    expect(await pairs({ importId })).toHaveLength(1);
    expect(await named({ importId: await bring('someone@example.com,Someone Else,,,,,') })).toEqual([]);
    const [pair] = await pairs();
    expect(pair).toMatchObject({
      strength: 'strong',
      fields: [
        { field: 'name', label: 'Name', differs: true },
        { field: 'email', label: 'E-mail', differs: true },
        { field: 'phone', label: 'Phone', differs: true },
        { field: 'place', label: 'City', differs: false },
        { field: 'experience', label: 'Work', differs: false },
      ],
    });
  });

  it('are found within one file, and never beyond the organisation', async () => {
    await bring(ASHA, ASHA_AGAIN);
    expect(await named()).toHaveLength(1);
    const first = member;
    member = await createMember(test.db);
    await bring(ASHA);
    expect(await named()).toEqual([]);
    const seen = await asMember(ctx(), read(), (tx) => tx.select().from(candidatePairs));
    expect(seen).toEqual([]);
    await expect(asMember(ctx(), read(), (tx) => tx.select().from(candidateKeys))).rejects.toThrow(
      /candidate_keys/,
    );
    member = first;
    expect(await asMember(ctx(), read(), (tx) => tx.select().from(candidatePairs))).toHaveLength(1);
  });

  it('are none by a mark that a crowd shares', async () => {
    const crowd = Array.from(
      { length: 30 },
      (_, i) => `p${i}@example.com,Person ${'abcdefghij'[i % 10]}${i},+91 22 2345 6789,,,,`,
    );
    await bring(...crowd);
    expect(await named()).toEqual([]);
  });

  it('are compared again when their facts change, by the sweep', async () => {
    await bring(ASHA, 'meera@example.com,Meera Joshi,+91 91234 56789,Nashik,,,');
    const { items } = await listPeople(ctx(), read(), { search: 'Meera', skillId: null, cursor: null });
    await test.owner.query(
      `update candidate_versions set profile = jsonb_set(profile, '{phone,value}', '"+91 98765 43210"') where candidate_id = $1`,
      [items[0]!.id],
    );
    await consumePeopleCompare(worker);
    expect(await named()).toEqual([]);
    await test.owner.query('update candidates set compared_version_id = null where id = $1', [items[0]!.id]);
    expect(await countPairs(ctx(), read(), ALL)).toEqual({ count: 0, pending: true });
    await consumePeopleCompare(worker);
    expect(await named()).toEqual([['Asha Pillai = Meera Joshi', 'phone']]);
    expect(await pairs({ candidateId: items[0]!.id })).toHaveLength(1);
  });
});

describe('somebody who puts their own facts right', () => {
  it('is compared with the others at once', async () => {
    await bring(ASHA, 'meera@example.com,Meera Joshi,+91 91234 56789,Nashik,,,');
    const { items } = await listPeople(ctx(), read(), { search: 'Meera', skillId: null, cursor: null });
    const actor = { kind: 'candidate' as const, candidateId: items[0]!.id };
    const [own, theirs] = [authorizeCandidate(actor), testContext(test.db, actor)];
    const { versionId } = await getOwnFacts(theirs, own);
    await saveOwnProfile(theirs, own, { versionId, edits: { phone: '+91 98765 43210' } });
    await deliverAll(worker, consumers);
    expect(await named()).toEqual([['Asha Pillai = Meera Joshi', 'phone']]);
  });
});

describe('a pair that somebody decided about', () => {
  const only = async () => (await pairs())[0]!;

  it('is never shown again when they are two, unless that is taken back', async () => {
    await bring(ASHA, ASHA_AGAIN);
    const { one, other } = await only();
    const say = (different: boolean) =>
      distinguish(ctx(), write(), { oneId: one.candidateId, otherId: other.candidateId, different });
    await say(true);
    expect(await pairs()).toEqual([]);
    await bring(ASHA, ASHA_AGAIN);
    expect(await pairs()).toEqual([]);
    await say(false);
    expect(await pairs()).toHaveLength(1);
  });

  it('is gone when they are one, and comes back with the undo', async () => {
    await bring(ASHA, ASHA_AGAIN);
    const { one, other } = await only();
    const { mergeId } = await mergePeople(ctx(), write(), {
      oneId: one.candidateId,
      otherId: other.candidateId,
      oneVersionId: one.versionId,
      otherVersionId: other.versionId,
      choices: { name: other.candidateId },
    });
    await consumePeopleCompare(worker);
    expect(await pairs()).toEqual([]);
    await undoMerge(ctx(), write(), { mergeId });
    await deliverAll(worker, consumers);
    expect(await pairs()).toHaveLength(1);
  });

  it('comes back with the undo for somebody who was brought while they were one, too', async () => {
    await bring(ASHA, ASHA_AGAIN);
    const { one, other } = await only();
    const { mergeId } = await mergePeople(ctx(), write(), {
      oneId: one.candidateId,
      otherId: other.candidateId,
      oneVersionId: one.versionId,
      otherVersionId: other.versionId,
      choices: {},
    });
    await bring('asha.p@example.com,Asha Pillai,+91 98765 43210,Pune,Accountant,Nandi Stationers,2019-04');
    expect(await pairs()).toHaveLength(1);
    await undoMerge(ctx(), write(), { mergeId });
    await deliverAll(worker, consumers);
    expect(await pairs()).toHaveLength(3);
  });

  it('loses nothing of an import that tells more of one of them at the same moment', async () => {
    for (let round = 0; round < 6; round += 1) {
      member = await createMember(test.db);
      await bring(ASHA, ASHA_AGAIN);
      const { one, other } = await only();
      const { importId } = await begin(
        'email,name,skills,hours_min,hours_max\nasha@example.com,Asha Pillai,GST,10,20\na.pillai@example.com,Asha Pillai,Excel,10,20',
      );
      const merge = mergePeople(ctx(), write(), {
        oneId: one.candidateId,
        otherId: other.candidateId,
        oneVersionId: one.versionId,
        otherVersionId: other.versionId,
        choices: {},
      });
      const rows = consumeImportRows(worker, { importId, position: 0 });
      const [merged, imported] = await Promise.allSettled([merge, rows]);
      // What the queue does with a delivery that lost to a deadlock.
      if (imported.status === 'rejected') await consumeImportRows(worker, { importId, position: 0 });
      if (merged.status === 'rejected') expect(merged.reason).toMatchObject({ code: 'conflict' });
      const standing = await asWorker(worker, (tx) =>
        tx
          .select({ id: candidates.id, skillIds: candidates.skillIds })
          .from(candidates)
          .where(and(eq(candidates.organizationId, member.organizationId), isNull(candidates.mergedIntoId))),
      );
      expect(standing).toHaveLength(merged.status === 'fulfilled' ? 1 : 2);
      const told = new Set(standing.flatMap(({ skillIds }) => skillIds));
      expect(told.size).toBe(2);
      for (const { id } of standing) {
        expect((await getPerson(ctx(), read(), { candidateId: id })).answers.hours).toEqual({
          min: 10,
          max: 20,
        });
      }
    }
  });
});
