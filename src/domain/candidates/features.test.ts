import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidateFeatures } from '@/db/schema';
import { authorize, authorizeCandidate } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { encodeRow, ROW_FORMAT } from '@/domain/scoring/columns/row';
import { candidateFactsSchema, type CandidateFacts } from '@/domain/scoring/schema';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember, type MemberActor } from '@/testing/factories';
import { fullAnswers, profileOf } from '@/testing/people';
import { addPerson, saveAnswers, type AnswerChanges } from './commands';
import { saveOwnAnswers, saveOwnProfile, undoOwnChange } from './commands/own-facts';
import { rebuildFeatures } from './commands/rebuild-features';
import { getOwnFacts } from './queries/own-facts';
import type { OwnEdits } from './schema/own-facts';

let test: TestDatabase;
let worker: Context;
let member: MemberActor;

beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
  member = await createMember(test.db);
});
afterAll(() => test.close());

const somebody = (): Promise<string> =>
  asWorker(worker, (tx) =>
    addPerson(worker, tx, {
      organizationId: member.organizationId,
      lawfulBasis: 'consent',
      poolConsentAt: null,
      profile: profileOf('Asha Pillai', `${worker.newId()}@people.example`, ['tally', 'gst']),
      answers: fullAnswers,
      resumeId: null,
      parserVersion: null,
    }),
  );

const rowOf = (candidateId: string) =>
  asWorker(worker, async (tx) => {
    const [row] = await tx
      .select()
      .from(candidateFeatures)
      .where(eq(candidateFeatures.candidateId, candidateId));
    return row!;
  });

const ownOf = (candidateId: string) => {
  const actor = { kind: 'candidate', candidateId } as const;
  return [testContext(test.db, actor), authorizeCandidate(actor)] as const;
};
const tells = (answers: AnswerChanges) => (candidateId: string) =>
  saveOwnAnswers(...ownOf(candidateId), { answers });
const recruiterTells = (answers: AnswerChanges) => (candidateId: string) =>
  saveAnswers(testContext(test.db, member), authorize(member, 'candidate:write'), { candidateId, answers });
const edits = (change: OwnEdits) => async (candidateId: string) => {
  const [ctx, own] = ownOf(candidateId);
  const { versionId } = await getOwnFacts(ctx, own);
  return saveOwnProfile(ctx, own, { versionId, edits: change });
};

type Change = (candidateId: string) => Promise<{ versionId: string }>;
type Stored = Exclude<keyof CandidateFacts, 'screening' | 'maxDailyMinutes'>;

/** A way to change each fact, by the verbs that people use. A fact that is new does not compile until it stands here. */
const CHANGES: Record<Stored, Change> = {
  skills: edits({ skills: [{ from: null, skillId: 'excel', level: 2 }] }),
  work: edits({
    experience: [{ from: null, title: 'Nurse', company: null, start: '2020-01', end: 'present' }],
  }),
  place: edits({
    place: { cityId: '1259229', name: 'Pune', country: 'IN', latitude: 18.5196, longitude: 73.8554 },
  }),
  hours: tells({ hours: { min: 12, max: 37.5 } }),
  week: recruiterTells({ week: { grid: 'q'.repeat(112), timeZone: 'Europe/London' } }),
  flexibility: tells({ flexibility: 'full' }),
  modes: tells({ modes: { remote: false, maxDaysOnSite: 3, radiusKm: 12 } }),
  engagements: tells({
    engagements: { part_time: 'no', full_time_flexible: 'no', project: 'no', retainer: 'no' },
  }),
  commitment: recruiterTells({ commitment: { minMonths: 1, maxMonths: 4 } }),
  earliestStart: tells({ earliest_start: '2027-02-01' }),
  leastPay: tells({ least_pay: { amountMinor: 1, currency: 'EUR', per: 'project' } }),
  otherWork: tells({ other_work: { hoursPerWeek: 5, alreadyExcluded: true } }),
  meetingNotice: recruiterTells({ meeting_notice: 'no' }),
  setup: tells({ setup: null }),
  focus: tells({ focus: 'unsaid' }),
  languages: tells({ languages: [{ code: 'en', level: 'C2' }] }),
  licences: tells({ licences: ['Chartered Accountant'] }),
};

describe('the packed row', () => {
  it('is tried with every fact that is kept of a person', async () => {
    const row = await rowOf(await somebody());
    const kept = Object.keys(candidateFactsSchema.shape).filter(
      (fact) => fact !== 'screening' && fact !== 'maxDailyMinutes',
    );
    expect(Object.keys(CHANGES).sort()).toEqual(kept.sort());
    // Nobody is asked for it, and answers to a job's own questions are no part of the row.
    expect(row.facts).toMatchObject({ maxDailyMinutes: null, screening: {} });
  });

  it.each(Object.entries(CHANGES) as [Stored, Change][])('changes with %s', async (fact, change) => {
    const candidateId = await somebody();
    const before = await rowOf(candidateId);
    expect(before.packed).toEqual(Buffer.from(encodeRow(before.facts)));
    const { versionId } = await change(candidateId);
    const after = await rowOf(candidateId);
    expect(after.versionId).toBe(versionId);
    expect(after.facts[fact]).not.toEqual(before.facts[fact]);
    expect(after.packed).toEqual(Buffer.from(encodeRow(after.facts)));
    expect(after.packed).not.toEqual(before.packed);
  });

  it('is what it was when a change is undone', async () => {
    const candidateId = await somebody();
    const before = await rowOf(candidateId);
    const { versionId } = await CHANGES.hours(candidateId);
    await undoOwnChange(...ownOf(candidateId), { versionId });
    expect((await rowOf(candidateId)).packed).toEqual(before.packed);
  });
});

describe('rebuilding', () => {
  const all = async (everybody: boolean, limit = 2): Promise<number> => {
    let rebuilt = 0;
    for (let afterId: string | null = null; ;) {
      const done = await rebuildFeatures(worker, { afterId, all: everybody, limit });
      rebuilt += done.rebuilt;
      if (done.lastId === null) return rebuilt;
      afterId = done.lastId;
    }
  };

  it('fills rows that are missing or of another format, chunk by chunk, and no others', async () => {
    const [missing, old, empty, fresh] = [
      await somebody(),
      await somebody(),
      await somebody(),
      await somebody(),
    ];
    const before = await rowOf(fresh);
    const spoil = (candidateId: string, packed: Uint8Array | null) =>
      asWorker(worker, (tx) =>
        tx.update(candidateFeatures).set({ packed }).where(eq(candidateFeatures.candidateId, candidateId)),
      );
    await spoil(missing, null);
    await spoil(old, Uint8Array.of(ROW_FORMAT + 1, 7));
    await spoil(empty, new Uint8Array());
    expect(await all(false)).toBe(3);
    for (const candidateId of [missing, old, empty]) {
      const { facts, packed } = await rowOf(candidateId);
      expect(packed).toEqual(Buffer.from(encodeRow(facts)));
    }
    expect(await rowOf(fresh)).toEqual(before);
    expect(await all(false)).toBe(0);
  });

  it('makes the facts anew from the versions, when everybody is asked for', async () => {
    const candidateId = await somebody();
    const before = await rowOf(candidateId);
    const { skills: _, ...older } = before.facts;
    await asWorker(worker, (tx) =>
      tx
        .update(candidateFeatures)
        .set({ facts: older as CandidateFacts })
        .where(eq(candidateFeatures.candidateId, candidateId)),
    );
    expect(await all(false)).toBe(0);
    expect(await all(true)).toBe(1);
    expect(await rowOf(candidateId)).toEqual(before);
  });
});
