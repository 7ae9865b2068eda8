import type { CandidateFacts, JobFacts } from './schema';
import { gridFromRanges } from './week-grid';

const daily = (days: number[], from: number, to: number): string =>
  gridFromRanges(days.map((day) => ({ day, from: from * 60, to: to * 60 })));

/** Mornings in London, Monday to Thursday: a job that sets every factor, for tests. */
export const SAMPLE_JOB: JobFacts = {
  title: 'Finance controller',
  roleId: 'finance-controller',
  requiredSkills: [
    { skillId: 'ifrs', level: 3, knockOut: true },
    { skillId: 'audit', level: 3, knockOut: false },
    { skillId: 'excel', level: 2, knockOut: false },
  ],
  preferredSkills: [{ skillId: 'power-bi', level: 2 }],
  minimumYears: 5,
  domains: ['food'],
  hours: { min: 20, max: 24, gate: true },
  coreHours: { grid: daily([0, 1, 2, 3], 9, 13), timeZone: 'Europe/London', overlapMinutes: 960 },
  workMode: { mode: 'remote', daysOnSite: null, place: null, radiusKm: null },
  engagements: ['part_time'],
  duration: { months: 12, extensionLikely: false },
  latestStart: '2027-01-11',
  pay: { minMinor: 2_000, maxMinor: 3_000, currency: 'GBP', per: 'hour' },
  focus: 'execution',
  languages: [{ code: 'en', level: 'B2' }],
  licences: ['Chartered Accountant'],
  meetingNotice: 'one_day',
  setup: ['internet', 'quiet_room'],
  screening: [{ id: 'closed-books', wanted: 'yes' }],
};

/** Someone in Pune who meets all that the sample job asks. */
export const SAMPLE_PERSON: CandidateFacts = {
  skills: [
    { skillId: 'ifrs', source: 'job', level: 3, lastUsed: '2026-11', months: 60 },
    { skillId: 'audit', source: 'job', level: 3, lastUsed: '2026-10', months: 40 },
    { skillId: 'excel', source: 'job', level: 4, lastUsed: '2026-11', months: 100 },
    { skillId: 'power-bi', source: 'job', level: 2, lastUsed: '2026-06', months: 12 },
  ],
  work: [
    {
      title: 'Finance controller',
      roleId: 'finance-controller',
      domains: ['food'],
      start: '2019-01',
      end: 'present',
    },
  ],
  hours: { min: 16, max: 24 },
  week: { grid: daily([0, 1, 2, 3], 13, 19), timeZone: 'Asia/Kolkata' },
  flexibility: 'fixed',
  maxDailyMinutes: null,
  modes: { remote: true, maxDaysOnSite: 0, radiusKm: null },
  place: { cityId: 'pune', name: 'Pune', country: 'IN', latitude: 18.52, longitude: 73.86 },
  engagements: { part_time: 'yes', full_time_flexible: 'no', project: 'consider', retainer: 'no' },
  commitment: { minMonths: 6, maxMonths: null },
  earliestStart: '2026-12-01',
  leastPay: { amountMinor: 2_500, currency: 'GBP', per: 'hour' },
  otherWork: { hoursPerWeek: 0, alreadyExcluded: false },
  meetingNotice: 'one_day',
  setup: { internet: true, quiet_room: true },
  focus: 'execution',
  languages: [{ code: 'en', level: 'C1' }],
  licences: ['chartered  accountant'],
  screening: { 'closed-books': 'yes' },
};
