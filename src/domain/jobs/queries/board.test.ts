import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { testContext } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember } from '@/testing/factories';
import { accountantJob } from '@/testing/people';
import { createJob, publishJob, saveDraft } from '../commands';
import type { JobDraft } from '../schema';
import { boardSearchSchema } from '../schema/board';
import { searchPostings, similarPostings } from './board';

const pune = { cityId: '1259229', name: 'Pune', country: 'IN', latitude: 18.52, longitude: 73.86 };
const nashik = { cityId: '1261731', name: 'Nashik', country: 'IN', latitude: 20.0, longitude: 73.79 };
const at = (place: typeof pune, mode: 'hybrid' | 'onsite') => ({
  mode,
  place,
  daysOnSite: mode === 'hybrid' ? 2 : null,
  radiusKm: 30,
});
const monthly = { minMinor: 3_000_000, maxMinor: 5_200_000, currency: 'INR', per: 'month', published: true };

/** Five jobs, published a minute apart in this order. */
const JOBS: Record<string, JobDraft> = {
  accountant: accountantJob,
  writer: {
    ...accountantJob,
    title: 'Content writer',
    engagement: ['project', 'retainer'],
    hours: { min: 5, max: 10, gate: true },
    work_mode: at(pune, 'hybrid'),
    must_have_skills: [{ skillId: 'copywriting', level: 2, knockOut: true }],
    pay: { ...accountantJob.pay, published: false },
  },
  payroll: {
    ...accountantJob,
    title: 'Payroll lead',
    hours: { min: 24, max: 30, gate: false },
    work_mode: at(nashik, 'onsite'),
    must_have_skills: [{ skillId: 'payroll', level: 3, knockOut: false }],
    // 30 hours a week are 130 a month: at most 400 an hour.
    pay: monthly,
  },
  analyst: {
    ...accountantJob,
    title: 'SAP FI analyst, S/4HANA move',
    hours: { min: 18, max: 18, gate: false },
    pay: { ...accountantJob.pay, minMinor: 3_000, maxMinor: 4_000, currency: 'USD' },
    must_have_skills: [{ skillId: 'sap-fi', level: 3, knockOut: false }],
  },
  quiet: { ...accountantJob, title: 'Tax reviewer', hours: undefined, engagement: [] },
};

let test: TestDatabase;
let anybody: Context;
const ids: Record<string, string> = {};

beforeAll(async () => {
  test = await createTestDatabase();
  anybody = testContext(test.db, { kind: 'anonymous' });
  const member = await createMember(test.db);
  const grant = authorize(member, 'job:write');
  let minute = 0;
  for (const [name, answers] of Object.entries(JOBS)) {
    const now = new Date(Date.UTC(2026, 10, 23, 9, minute++));
    const ctx = testContext(test.db, member, { now: () => now });
    const { jobId } = await createJob(ctx, grant, { title: 'Job', role: null });
    const { revision } = await saveDraft(ctx, grant, { jobId, revision: 1, answers });
    await publishJob(ctx, grant, { jobId, revision });
    ids[name] = jobId;
  }
});
afterAll(() => test.close());

const search = (input: Record<string, unknown>) => searchPostings(anybody, boardSearchSchema.parse(input));
const nameOf = (jobId: string): string => Object.keys(ids).find((name) => ids[name] === jobId) ?? jobId;
const found = async (input: Record<string, unknown>): Promise<string[]> =>
  (await search(input)).items.map(({ jobId }) => nameOf(jobId));

it('lists every open job without a filter, newest first, with how many there are by each choice', async () => {
  const page = await search({});
  expect(page.items.map(({ jobId }) => nameOf(jobId))).toEqual([
    'quiet',
    'analyst',
    'payroll',
    'writer',
    'accountant',
  ]);
  expect(page).toMatchObject({ total: 5, nextCursor: null, relaxations: [] });
  expect(page.counts.mode).toEqual({ remote: 3, hybrid: 1, onsite: 1 });
  expect(page.counts.engagement).toEqual({ part_time: 3, project: 1, retainer: 1 });
});

describe('words', () => {
  it.each([
    ['account', ['accountant']],
    ['PAYROLL lead', ['payroll']],
    ['lead payroll heron', ['payroll']],
    ['S/4HANA', ['analyst']],
    ['nashik', ['payroll']],
    ["o'brien & ! ( :*", []],
    ['  ', ['quiet', 'analyst', 'payroll', 'writer', 'accountant']],
  ])('%s', async (q, names) => expect(await found({ q })).toEqual(names));
});

describe('filters', () => {
  it('hours: the job’s range meets mine; a job that tells none cannot be known to fit', async () => {
    expect(await found({ hours: { min: 10, max: 17 } })).toEqual(['writer', 'accountant']);
    expect(await found({ hours: { min: 18, max: 18 } })).toEqual(['analyst', 'accountant']);
  });
  it('mode and engagement: any of the chosen ones, counted as if none were chosen', async () => {
    expect(await found({ mode: ['hybrid', 'onsite'] })).toEqual(['payroll', 'writer']);
    expect(await found({ engagement: ['retainer'] })).toEqual(['writer']);
    const { counts } = await search({ mode: ['hybrid'] });
    expect(counts).toEqual({
      mode: { remote: 3, hybrid: 1, onsite: 1 },
      engagement: { project: 1, retainer: 1 },
    });
  });
  it('place: within the distance, remote jobs too unless they are turned off', async () => {
    expect(await found({ place: 'Pune' })).toEqual(['quiet', 'analyst', 'writer', 'accountant']);
    expect(await found({ place: 'Pune', remoteToo: false })).toEqual(['writer']);
    // Some 165 km.
    expect(await found({ place: 'Pune', remoteToo: false, withinKm: 160 })).toEqual(['writer']);
    expect(await found({ place: 'Pune', remoteToo: false, withinKm: 170 })).toEqual(['payroll', 'writer']);
    expect(await found({ place: 'India', remoteToo: false })).toEqual(['payroll', 'writer']);
    expect(await found({ place: 'London', remoteToo: false })).toEqual([]);
  });
  it('place: one that is not known filters nothing and says so', async () => {
    expect(await search({ place: 'Xyzzyville' })).toMatchObject({ total: 5, place: null });
  });
  it('skills: any of them, or one below', async () => {
    expect(await found({ skill: ['gst', 'payroll'] })).toEqual(['quiet', 'payroll', 'accountant']);
    expect(await found({ skill: ['sap'] })).toEqual(['analyst']);
    expect(await search({ skill: ['sap', 'no-such'] })).toMatchObject({ skills: [{ id: 'sap' }] });
  });
  it('pay: per hour, from any unit, in one currency; pay that is not shown does not count', async () => {
    expect(await found({ pay: { amount: 400, currency: 'INR' } })).toEqual([
      'quiet',
      'payroll',
      'accountant',
    ]);
    expect(await found({ pay: { amount: 401, currency: 'INR' } })).toEqual(['quiet', 'accountant']);
    expect(await found({ pay: { amount: 30, currency: 'USD' } })).toEqual(['analyst']);
  });
});

describe('order', () => {
  it('by pay in the chosen currency, others last', async () => {
    const names = await found({ sort: 'pay' });
    expect(names.slice(0, 2).toSorted()).toEqual(['accountant', 'quiet']);
    expect(names[2]).toBe('payroll');
    expect((await found({ sort: 'pay', pay: { amount: 0, currency: 'USD' } }))[0]).toBe('analyst');
  });
  it('by how much of both ranges of hours is shared', async () => {
    // 10–18 h and 16–20 h share 2 of 10, 18 h touches 8, 5–10 h touches 13.
    const names = await found({ sort: 'fit', hours: { min: 10, max: 18 } });
    expect(names).toEqual(['accountant', 'analyst', 'writer']);
  });
});

it('says how many jobs each filter keeps away when none is left', async () => {
  const page = await search({ q: 'payroll', mode: ['remote'], hours: { min: 20, max: 25 } });
  expect(page.total).toBe(0);
  expect(page.relaxations).toEqual([
    { filter: 'q', total: 1 },
    { filter: 'mode', total: 1 },
  ]);
  expect(
    (await search({ q: 'payroll', mode: ['remote'], pay: { amount: 1, currency: 'EUR' } })).relaxations,
  ).toEqual([]);
});

it('suggests jobs with most of the words, else the newest', async () => {
  const names = async (words: string, except: string | null = null) =>
    (await similarPostings(anybody, { words, except })).map(({ jobId }) => nameOf(jobId));
  expect((await names('payroll-lead-and-more'))[0]).toBe('payroll');
  expect(await names('payroll lead', ids['payroll'])).not.toContain('payroll');
  expect((await names(''))[0]).toBe('quiet');
});

describe('pages', () => {
  it('go through every job once, in every order, while others are being published', async () => {
    const member = await createMember(test.db);
    const grant = authorize(member, 'job:write');
    const publish = async (title: string) => {
      const ctx = testContext(test.db, member);
      const { jobId } = await createJob(ctx, grant, { title, role: null });
      const { revision } = await saveDraft(ctx, grant, {
        jobId,
        revision: 1,
        answers: { ...accountantJob, title },
      });
      await publishJob(ctx, grant, { jobId, revision });
      return jobId;
    };
    const many = new Set<string>();
    for (let i = 0; i < 43; i++) many.add(await publish(`Clerk ${i}`));
    for (const sort of ['newest', 'pay', 'fit']) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page = await search({ q: 'clerk', sort, after, hours: { min: 10, max: 20 } });
        seen.push(...page.items.map(({ jobId }) => jobId));
        after = page.nextCursor;
      } while (after !== null);
      expect(seen).toHaveLength(43);
      expect(new Set(seen)).toEqual(many);
    }
  });
  it('start at the beginning for a cursor that is none', async () => {
    for (const after of ['', 'x', '1_------------------------------------', '99_'])
      expect(await found({ after, q: 'payroll' })).toEqual(['payroll']);
  });
});
