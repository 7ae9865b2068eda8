import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { people } from '../arbitraries';
import { NOTHING_KNOWN } from '../person';
import { SAMPLE_PERSON } from '../samples';
import { candidateFactsSchema, type CandidateFacts } from '../schema';
import { decodeRow, encodeRow, ROW_FORMAT } from './row';

/** Values for each fact that must all give different rows; a fact that is new in the schema does not compile until it stands here. */
const VALUES: { [Fact in keyof Omit<CandidateFacts, 'screening'>]-?: CandidateFacts[Fact][] } = {
  skills: [
    null,
    [],
    [{ skillId: 'ifrs', source: 'job', level: 3, lastUsed: '2026-11', months: 60 }],
    [{ skillId: 'ifrs', source: 'listed', level: 3, lastUsed: '2026-11', months: 60 }],
    [{ skillId: 'ifrs', source: 'job', level: null, lastUsed: '2026-11', months: 60 }],
    [{ skillId: 'ifrs', source: 'job', level: 3, lastUsed: null, months: 60 }],
    [{ skillId: 'ifrs', source: 'job', level: 3, lastUsed: '9999-12', months: 100_000 }],
    [{ skillId: 'ifrs', source: 'job', level: 3, lastUsed: '2026-11', months: null }],
    [{ skillId: 'naïve-ब', source: 'job', level: 3, lastUsed: '2026-11', months: 0 }],
  ],
  work: [
    null,
    [],
    [{ title: 'Nurse', roleId: null, domains: [], start: null, end: null }],
    [{ title: '', roleId: 'nurse', domains: [], start: null, end: null }],
    [{ title: 'Nurse', roleId: 'nurse', domains: ['food', 'retail'], start: '2020-01', end: null }],
    [{ title: 'Nurse', roleId: 'nurse', domains: ['retail', 'food'], start: '2020-01', end: 'present' }],
    [{ title: 'Nurse', roleId: 'nurse', domains: ['retail'], start: '0000-01', end: '2020-01' }],
  ],
  hours: [null, { min: 0, max: 37.5 }, { min: 10, max: 20 }],
  week: [
    null,
    { grid: 'A'.repeat(112), timeZone: 'Asia/Kolkata' },
    { grid: '/'.repeat(112), timeZone: 'Asia/Kolkata' },
    { grid: 'q'.repeat(112), timeZone: 'Asia/Kolkata' },
    { grid: 'q'.repeat(112), timeZone: 'Europe/London' },
  ],
  flexibility: [null, 'fixed', 'within_1h', 'within_2h', 'full'],
  maxDailyMinutes: [null, 1, 480, 70_000],
  modes: [
    null,
    { remote: true, maxDaysOnSite: 0, radiusKm: null },
    { remote: false, maxDaysOnSite: 5, radiusKm: 12.5 },
  ],
  place: [
    null,
    { cityId: null, name: '', country: 'IN', latitude: null, longitude: null },
    { cityId: 'leeds', name: 'Leeds', country: 'GB', latitude: 53.8, longitude: -1.55 },
  ],
  engagements: [
    null,
    { part_time: 'yes', full_time_flexible: 'no', project: 'consider', retainer: 'no' },
    { part_time: 'no', full_time_flexible: 'yes', project: 'consider', retainer: 'no' },
  ],
  commitment: [null, { minMonths: 3, maxMonths: null }, { minMonths: 3, maxMonths: 12.5 }],
  earliestStart: [null, '2026-12-01', '0001-01-01'],
  leastPay: [
    null,
    { amountMinor: 1e13, currency: 'INR', per: 'hour' },
    { amountMinor: 0, currency: 'EUR', per: 'project' },
  ],
  otherWork: [
    null,
    { hoursPerWeek: 7.25, alreadyExcluded: false },
    { hoursPerWeek: 7.25, alreadyExcluded: true },
  ],
  meetingNotice: [null, 'same_day', 'one_day', 'three_days', 'no'],
  setup: [{}, { internet: true }, { internet: false, power_backup: true }],
  focus: [null, 'strategy', 'execution', 'both'],
  languages: [null, [], [{ code: 'en', level: null }], [{ code: 'en', level: 'C2' }]],
  licences: [null, [], ['Chartered Accountant'], ['Bar', 'Council']],
};

describe('a packed row', () => {
  it('holds every fact that the schema has', () => {
    const facts = Object.keys(candidateFactsSchema.shape).filter((name) => name !== 'screening');
    expect(Object.keys(VALUES).sort()).toEqual(facts.sort());
  });

  it.each(Object.entries(VALUES))('tells %s apart, and gives it back', (name, values) => {
    const rows = values.map((value) => encodeRow({ ...NOTHING_KNOWN, [name]: value }));
    expect(new Set(rows.map(String)).size).toBe(values.length);
    expect(rows.map(decodeRow)).toEqual(values.map((value) => ({ ...NOTHING_KNOWN, [name]: value })));
  });

  it('gives back whatever facts it was made from, all but the answers to a job', () => {
    fc.assert(
      fc.property(people, (facts) => {
        const row = encodeRow(facts);
        expect(decodeRow(row)).toEqual({ ...facts, screening: {} });
        expect(encodeRow(decodeRow(row))).toEqual(row);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is the same whatever the order in which answers were given', () => {
    const turned = Object.fromEntries(Object.entries(SAMPLE_PERSON).toReversed()) as CandidateFacts;
    const { engagements } = SAMPLE_PERSON;
    turned.engagements = Object.fromEntries(
      Object.entries(engagements ?? {}).toReversed(),
    ) as CandidateFacts['engagements'];
    expect(encodeRow(turned)).toEqual(encodeRow(SAMPLE_PERSON));
  });

  it('is refused when it has another format, or is cut', () => {
    const row = encodeRow(SAMPLE_PERSON);
    expect(() => decodeRow(Uint8Array.of(ROW_FORMAT + 1, ...row.slice(1)))).toThrow(RangeError);
    for (let length = 0; length < row.length; length++) {
      expect(() => decodeRow(row.slice(0, length))).toThrow(RangeError);
    }
  });
});
