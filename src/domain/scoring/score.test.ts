import { describe, expect, it } from 'vitest';
import { AS_OF, SMALL_TAXONOMY, weightsWith } from './arbitraries';
import { classicWeights } from './classic';
import { compileJob } from './compile';
import { readinessOf } from './readiness';
import { NOTHING_KNOWN } from './person';
import { SAMPLE_JOB, SAMPLE_PERSON } from './samples';
import type { CandidateFacts, Factor, FactorResult, JobFacts, PairScore } from './schema';
import { scorePair } from './score';
import { gridFromRanges } from './week-grid';

const PRIOR = 4_000;
const scored = (
  person: Partial<CandidateFacts> = {},
  job: Partial<JobFacts> = {},
  prior = PRIOR,
): PairScore =>
  scorePair(compileJob({ ...SAMPLE_JOB, ...job }, weightsWith(prior), SMALL_TAXONOMY, AS_OF), {
    ...SAMPLE_PERSON,
    ...person,
  });
const factor = (name: Factor, person?: Partial<CandidateFacts>, job?: Partial<JobFacts>): FactorResult =>
  scored(person, job).factors.find((result) => result.factor === name)!;
const value = (...args: Parameters<typeof factor>): [number, number, number] => {
  const { low, expected, high } = factor(...args);
  return [low, expected, high];
};
const all = (n: number): [number, number, number] => [n, n, n];
type Skill = NonNullable<CandidateFacts['skills']>[number];
const skill = (change: Partial<Skill>): Skill[] => [{ ...SAMPLE_PERSON.skills![0]!, ...change }];
const onlyIfrs = { requiredSkills: [{ skillId: 'ifrs', level: 3, knockOut: true }] };
type Work = NonNullable<CandidateFacts['work']>[number];
const work = (...entries: Partial<Work>[]): Work[] =>
  entries.map((entry) => ({ ...SAMPLE_PERSON.work![0]!, ...entry }));

describe('the whole score', () => {
  it('is 100 for someone who meets everything', () => {
    expect(scored()).toMatchObject({
      expected: 10_000,
      low: 10_000,
      coverage: 10_000,
      band: 'strong',
      group: 'ranked',
    });
    expect(scored().gates).toEqual([
      { key: 'hours', state: 'pass' },
      { key: 'licence:Chartered Accountant', state: 'pass' },
      { key: 'skill:ifrs', state: 'pass' },
    ]);
  });

  it('is the prior, between 0 and 100, for someone of whom nothing is known', () => {
    const score = scored(NOTHING_KNOWN);
    expect(score).toMatchObject({
      low: 0,
      expected: PRIOR,
      high: 10_000,
      coverage: 0,
      group: 'needs_information',
    });
    expect(score.gates.every(({ state }) => state === 'unknown')).toBe(true);
  });

  it('lists someone known by half or more, and asks about the rest below that', () => {
    const { skills, work: held, ...rest } = NOTHING_KNOWN;
    const résumé = { ...rest, skills: SAMPLE_PERSON.skills, work: SAMPLE_PERSON.work };
    expect(scored(résumé)).toMatchObject({ coverage: 6_300, group: 'ranked' });
    expect(scored({ ...résumé, work: null })).toMatchObject({ group: 'needs_information' });
    expect([skills, held]).toEqual([null, null]);
  });

  it('takes years that come to no month for none asked, not for some that everybody has', () => {
    const factors = (minimumYears: number) =>
      scored({ work: [] }, { minimumYears }).factors.map(({ factor }) => factor);
    expect(factors(0.03)).toEqual(factors(0));
    expect(factors(0.05)).toContain('relevant_experience');
  });

  it('drops what the job leaves unset for everybody and divides by the rest', () => {
    const bare: Partial<JobFacts> = {
      requiredSkills: [],
      preferredSkills: [],
      minimumYears: 0,
      domains: [],
      coreHours: null,
      workMode: null,
      engagements: [],
      duration: null,
      latestStart: null,
      pay: null,
      focus: null,
      languages: [],
      meetingNotice: 'no',
      setup: [],
      screening: [],
    };
    const score = scored({ hours: { min: 5, max: 10 } }, bare);
    expect(score.factors.map(({ factor, weight, contribution }) => [factor, weight, contribution])).toEqual([
      ['role_similarity', 14, 6667],
      ['hours', 7, 1666],
    ]);
    expect(score.expected).toBe(8_333);
    const readiness = readinessOf(
      compileJob({ ...SAMPLE_JOB, ...bare }, weightsWith(0), SMALL_TAXONOMY, AS_OF),
    );
    expect(readiness).toMatchObject({ ready: false, weightSet: 21 });
    expect(readiness.fillIn[0]).toEqual({ factor: 'required_skills', weight: 26 });
    const whole = compileJob(SAMPLE_JOB, weightsWith(0), SMALL_TAXONOMY, AS_OF);
    expect(readinessOf(whole)).toEqual({ ready: true, weightSet: 100, fillIn: [] });
  });

  it('never counts education, last sign-in or a career gap, even under a set that weighs them', () => {
    const classic = compileJob(SAMPLE_JOB, classicWeights(weightsWith(PRIOR)), SMALL_TAXONOMY, AS_OF);
    expect(classic.factors.map(({ factor }) => factor)).toEqual([
      'required_skills',
      'role_similarity',
      'relevant_experience',
      'domain',
      'hours',
    ]);
    expect(classic.unset).toEqual([]);
    expect(scorePair(classic, SAMPLE_PERSON).expected).toBe(10_000);
  });

  it('gives the odd hundredths to the largest remainders', () => {
    const { factors, expected } = scored(
      {},
      { preferredSkills: [], domains: [], coreHours: null, pay: null },
    );
    const weightSet = factors.reduce((sum, { weight }) => sum + weight, 0);
    expect(expected).toBe(10_000);
    const exact = ({ weight }: FactorResult): number => (weight * 10_000) / weightSet;
    const remainder = (result: FactorResult): number => exact(result) % 1;
    const raised = factors.filter((result) => result.contribution > exact(result));
    const others = factors.filter((result) => result.contribution < exact(result));
    for (const result of factors) expect(Math.abs(result.contribution - exact(result))).toBeLessThan(1);
    expect(raised.length).toBeGreaterThan(0);
    expect(Math.min(...raised.map(remainder))).toBeGreaterThanOrEqual(Math.max(...others.map(remainder)));
  });

  it.each([
    [7_500, 'strong'],
    [7_499, 'good'],
    [6_000, 'good'],
    [5_999, 'partial'],
    [4_500, 'partial'],
    [4_499, 'limited'],
  ])('at %i hundredths is in the band %s', (prior, band) => {
    expect(scored(NOTHING_KNOWN, {}, prior)).toMatchObject({ expected: prior, band });
  });
});

describe('must-haves', () => {
  const gate = (key: string, person: Partial<CandidateFacts>, job?: Partial<JobFacts>) =>
    scored(person, job).gates.find((g) => g.key === key)?.state;

  it('move someone to their own group without touching the score', () => {
    const missed = scored({ licences: [] });
    expect(missed).toMatchObject({ expected: 10_000, group: 'misses_must_have' });
    expect(scored({ licences: null })).toMatchObject({ expected: 10_000, group: 'ranked' });
  });

  it('take the skill itself or a narrower one at the level asked, not a related or broader one', () => {
    expect(gate('skill:ifrs', { skills: skill({ skillId: 'ifrs-16' }) })).toBe('pass');
    expect(gate('skill:ifrs', { skills: skill({ level: 2 }) })).toBe('fail');
    expect(gate('skill:ifrs', { skills: skill({ level: null }) })).toBe('unknown');
    expect(gate('skill:ifrs', { skills: skill({ skillId: 'audit' }) })).toBe('fail');
    expect(gate('skill:ifrs', { skills: skill({ skillId: 'ledger' }) })).toBe('fail');
    expect(gate('skill:ifrs', { skills: null })).toBe('unknown');
  });

  it('know hours that fit, that do not, and that other work may take', () => {
    expect(gate('hours', { hours: { min: 5, max: 19 } })).toBe('fail');
    expect(gate('hours', { hours: { min: 30, max: 40 } })).toBe('fail');
    expect(gate('hours', { otherWork: null })).toBe('unknown');
    expect(
      gate('hours', { hours: { min: 5, max: 19 } }, { hours: { min: 20, max: 24, gate: false } }),
    ).toBeUndefined();
  });

  it('ask only an on-site job whether the person can come', () => {
    const onsite = { mode: 'onsite', daysOnSite: null, place: SAMPLE_PERSON.place, radiusKm: 30 } as const;
    const can = { modes: { remote: true, maxDaysOnSite: 5, radiusKm: null } };
    expect(gate('work_mode', can, { workMode: onsite })).toBe('pass');
    expect(gate('work_mode', { modes: { ...can.modes, maxDaysOnSite: 0 } }, { workMode: onsite })).toBe(
      'fail',
    );
    expect(gate('work_mode', { modes: null }, { workMode: onsite })).toBe('unknown');
    expect(gate('work_mode', can, { workMode: { ...onsite, mode: 'hybrid' } })).toBeUndefined();
  });
});

describe('skills', () => {
  it.each([
    ['the skill itself in a job, at the level', {}, 10_000],
    ['one level short', { level: 2 }, 6_666],
    ['a higher level', { level: 4 }, 10_000],
    ['only listed', { source: 'listed' }, 7_000],
    ['a narrower skill', { skillId: 'ifrs-16' }, 9_000],
    ['a related skill', { skillId: 'audit' }, 6_000],
    ['a broader skill, though it is also listed as related', { skillId: 'ledger' }, 0],
    ['three years of work ago', { lastUsed: '2023-11' }, 9_500],
    ['eight years of work ago', { lastUsed: '2018-11' }, 7_000],
    ['twenty years of work ago', { lastUsed: '2006-11' }, 7_000],
  ] as const)('credit %s', (_, change, credit) => {
    const person = { skills: skill(change), work: work({ start: '2000-01' }) };
    expect(value('required_skills', person, onlyIfrs)).toEqual(all(credit));
  });

  it('give nothing for a skill two steps broader, whatever it is said to be related to', () => {
    const related = new Map([['ifrs-16', ['ledger', 'tax']]]);
    const table = { ...SMALL_TAXONOMY, related };
    const job = { ...SAMPLE_JOB, requiredSkills: [{ skillId: 'ifrs-16', level: 3, knockOut: false }] };
    const credit = (skillId: string): number | undefined =>
      scorePair(compileJob(job, weightsWith(0), table, AS_OF), {
        ...SAMPLE_PERSON,
        skills: skill({ skillId }),
      }).factors[0]?.expected;
    expect(['ledger', 'tax'].map(credit)).toEqual([0, 6_000]);
  });

  it('widen by an unknown level from the lowest one up', () => {
    expect(value('required_skills', { skills: skill({ level: null }) }, onlyIfrs)).toEqual([
      3_333, 5_999, 10_000,
    ]);
    const levelOne = { requiredSkills: [{ skillId: 'ifrs', level: 1, knockOut: false }] };
    expect(value('required_skills', { skills: skill({ level: null }) }, levelOne)).toEqual(all(10_000));
  });

  it('widen by an unknown last use from the recency floor up', () => {
    expect(value('required_skills', { skills: skill({ lastUsed: null }) }, onlyIfrs)).toEqual([
      7_000, 8_200, 10_000,
    ]);
  });

  it('stop the clock in breaks between jobs and after the last one', () => {
    const career = work({ start: '2010-01', end: '2012-12' }, { start: '2022-01', end: '2023-12' });
    const person = { skills: skill({ lastUsed: '2012-12' }), work: career };
    expect(value('required_skills', person, onlyIfrs)).toEqual(all(10_000));
    const without = { ...person, work: work({ start: '2010-01', end: '2023-12' }) };
    expect(value('required_skills', without, onlyIfrs)).toEqual(all(7_000));
  });

  it('take the best evidence, weigh by level asked, and treat a skill asked twice once', () => {
    const job = {
      requiredSkills: [
        { skillId: 'ifrs', level: 3, knockOut: false },
        { skillId: 'sap', level: 1, knockOut: false },
        { skillId: 'sap', level: 1, knockOut: false },
      ],
    };
    const twice = [...skill({ level: 1 }), ...skill({})];
    expect(value('required_skills', { skills: twice }, job)).toEqual(all(7_500));
  });
});

describe('role, experience and domain', () => {
  it('compare roles by table, then by the words of the title', () => {
    const role = (entry: Partial<Work>) => value('role_similarity', { work: work(entry) });
    expect(role({ roleId: 'accountant', title: 'Accountant' })).toEqual(all(8_000));
    expect(role({ roleId: 'auditor', title: 'Auditor' })).toEqual(all(6_000));
    expect(role({ roleId: 'editor', title: 'Editor' })).toEqual(all(0));
    expect(role({ roleId: null, title: 'Financial controller' })).toEqual(all(10_000));
    expect(role({ roleId: null, title: 'Manager' })).toEqual(all(0));
    expect(role({ roleId: null, title: '' })).toEqual([0, 4_000, 10_000]);
  });

  it('take the best role held, weighted by how recent it is', () => {
    const past = { start: '2001-01', end: '2010-12' };
    const now = { roleId: 'editor', title: 'Editor', start: '2011-01' };
    expect(value('role_similarity', { work: work(past, now) })).toEqual(all(7_000));
    expect(value('role_similarity', { work: [] })).toEqual(all(0));
  });

  it('count overlapping months once, and only relevant ones', () => {
    const years = (...entries: Partial<Work>[]) => value('relevant_experience', { work: work(...entries) });
    expect(years({ start: '2020-01', end: '2021-12' }, { start: '2021-01', end: '2022-06' })).toEqual(
      all(5_000),
    );
    expect(years({ start: '2020-01', end: '2029-12', roleId: 'editor', title: 'Editor' })).toEqual(all(0));
    expect(years({ start: '2020-01', end: '2022-06', roleId: 'auditor', title: 'Auditor' })).toEqual(
      all(3_000),
    );
    expect(years({ start: '1990-01' })).toEqual(all(10_000));
  });

  it('widen by missing dates only', () => {
    const years = (...entries: Partial<Work>[]) => value('relevant_experience', { work: work(...entries) });
    expect(years({ start: '2025-12', end: null })).toEqual([166, 899, 2_000]);
    expect(years({ start: null, end: null })).toEqual([0, 4_000, 10_000]);
    expect(years({ start: null, end: null, roleId: 'editor', title: 'Editor' })).toEqual(all(0));
    expect(years({ start: '2016-12', end: '2019-05', roleId: null, title: '' })).toEqual([0, 2_000, 5_000]);
  });

  it('take the most recent work in a named industry, and leave an unrecognised one open', () => {
    const domain = (...entries: Partial<Work>[]) => value('domain', { work: work(...entries) });
    expect(domain({ domains: ['retail', 'food'] })).toEqual(all(10_000));
    expect(domain({ domains: ['retail'] })).toEqual(all(0));
    expect(domain({ domains: [] })).toEqual([0, 4_000, 10_000]);
  });
});

describe('the week and the terms', () => {
  it('compare hours both ways and take other paid work off once', () => {
    expect(value('hours', { hours: { min: 5, max: 10 } })).toEqual(all(5_000));
    expect(value('hours', { hours: { min: 48, max: 60 } })).toEqual(all(5_000));
    const other = (alreadyExcluded: boolean) => ({ otherWork: { hoursPerWeek: 14, alreadyExcluded } });
    expect(value('hours', other(false))).toEqual(all(5_000));
    expect(value('hours', other(true))).toEqual(all(10_000));
    expect(factor('hours', { otherWork: null })).toMatchObject({
      low: 0,
      expected: 4_000,
      unknown: ['other_work'],
    });
  });

  it('bound the overlap by fixed and fully flexible hours when that is not told', () => {
    const week = {
      grid: gridFromRanges([0, 1, 2, 3].map((day) => ({ day, from: 660, to: 900 }))),
      timeZone: 'Europe/London',
    };
    expect(value('schedule_overlap', { week })).toEqual(all(5_000));
    expect(factor('schedule_overlap', { week, flexibility: null })).toMatchObject({
      low: 5_000,
      expected: 7_000,
      high: 10_000,
      unknown: ['flexibility'],
    });
    expect(factor('schedule_overlap', { week: { ...week, timeZone: 'Mars/Olympus' } }).unknown).toEqual([
      'week',
    ]);
  });

  it('give .6 for one office day short and nothing for two', () => {
    const days = (maxDaysOnSite: number) =>
      value(
        'work_mode_location',
        { modes: { remote: true, maxDaysOnSite, radiusKm: 20 } },
        { workMode: { mode: 'hybrid', daysOnSite: 3, place: SAMPLE_PERSON.place, radiusKm: null } },
      );
    expect([3, 2, 1].map(days)).toEqual([all(10_000), all(6_000), all(0)]);
    expect(
      value('work_mode_location', { modes: { remote: false, maxDaysOnSite: 5, radiusKm: null } }),
    ).toEqual(all(0));
  });

  it('take the smaller radius of job and person', () => {
    const mumbai = { cityId: 'mumbai', name: 'Mumbai', country: 'IN', latitude: 19.076, longitude: 72.8777 };
    const from = (
      radiusKm: number | null,
      own: number | null,
      place: CandidateFacts['place'] = SAMPLE_PERSON.place,
    ) =>
      value(
        'work_mode_location',
        { place, modes: { remote: true, maxDaysOnSite: 5, radiusKm: own } },
        { workMode: { mode: 'onsite', daysOnSite: null, place: mumbai, radiusKm } },
      );
    expect(from(125, null)).toEqual(all(10_000));
    expect(from(115, null)).toEqual(all(0));
    expect(from(200, 50)).toEqual(all(0));
    expect(from(null, null)).toEqual(all(10_000));
    expect(from(50, null, null)).toEqual([0, 4_000, 10_000]);
  });

  it('average engagement, commitment and start, widening only by the unknown ones', () => {
    expect(value('duration_start', { earliestStart: '2027-02-10' })).toEqual(all(8_333));
    expect(value('duration_start', { earliestStart: '2027-06-01' })).toEqual(all(6_666));
    expect(value('duration_start', { commitment: { minMonths: 0, maxMonths: 6 } })).toEqual(all(8_333));
    expect(value('duration_start', { commitment: { minMonths: 24, maxMonths: null } })).toEqual(all(8_333));
    const consider = { ...SAMPLE_PERSON.engagements!, part_time: 'consider' as const };
    expect(value('duration_start', { engagements: consider })).toEqual(all(8_666));
    expect(value('duration_start', { commitment: null })).toEqual([6_666, 8_000, 10_000]);
  });
});

describe('pay', () => {
  const pay = (amountMinor: number, currency = 'GBP', per: 'hour' | 'month' | 'project' = 'hour') =>
    value('compensation', { leastPay: { amountMinor, currency, per } });

  it('falls from the most offered to nothing a quarter above it', () => {
    expect([3_000, 3_375, 3_750, 9_000].map((amount) => pay(amount))).toEqual([
      all(10_000),
      all(5_000),
      all(0),
      all(0),
    ]);
  });

  it('stays unknown in another currency or against the price of a project', () => {
    expect(pay(1, 'INR')).toEqual([0, 4_000, 10_000]);
    expect(pay(1, 'GBP', 'project')).toEqual([0, 4_000, 10_000]);
  });

  it('meets a monthly amount through the hours of the job', () => {
    expect(pay(312_000, 'GBP', 'month')).toEqual(all(10_000));
    expect(pay(351_000, 'GBP', 'month')).toEqual(all(5_000));
  });
});

describe('screening and language', () => {
  it('average notice, focus, set-up and yes/no answers', () => {
    expect(value('screening_answers', { meetingNotice: 'three_days' })).toEqual(all(9_062));
    expect(value('screening_answers', { meetingNotice: 'no' })).toEqual(all(7_500));
    expect(value('screening_answers', { setup: { internet: true } })).toEqual([8_750, 9_250, 10_000]);
    expect(value('screening_answers', { screening: { 'closed-books': 'no' } })).toEqual(all(7_500));
    expect(value('screening_answers', { focus: 'strategy' })).toEqual(all(7_500));
    expect(value('screening_answers', { focus: 'both' })).toEqual(all(10_000));
    expect(factor('screening_answers', { ...NOTHING_KNOWN }).unknown).toEqual([
      'focus',
      'meeting_notice',
      'screening:closed-books',
      'setup',
    ]);
  });

  it('compare a language by level, from A1 when the level is not told', () => {
    const english = (level: 'A2' | 'C2' | null) => value('language', { languages: [{ code: 'en', level }] });
    expect(english('A2')).toEqual(all(5_000));
    expect(english('C2')).toEqual(all(10_000));
    expect(english(null)).toEqual([2_500, 5_500, 10_000]);
    expect(value('language', { languages: [] })).toEqual(all(0));
  });
});
