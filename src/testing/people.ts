import type { CandidateProfile, FlexifitAnswers } from '@/domain/candidates/schema';
import type { JobAnswers } from '@/domain/jobs/schema';
import { gridFromRanges } from '@/domain/scoring/week-grid';

const mornings = gridFromRanges([0, 1, 2, 3].map((day) => ({ day, from: 9 * 60, to: 13 * 60 })));

/** A job that sets enough to be published, of part-time accounting in Indian mornings. */
export const accountantJob: JobAnswers = {
  title: 'Accountant, mornings',
  role: null,
  engagement: ['part_time'],
  hours: { min: 16, max: 20, gate: false },
  core_hours: { grid: mornings, timeZone: 'Asia/Kolkata', overlapMinutes: 16 * 60 },
  work_mode: { mode: 'remote', daysOnSite: null, place: null, radiusKm: null },
  must_have_skills: [
    { skillId: 'tally', level: 2, knockOut: false },
    { skillId: 'gst', level: 2, knockOut: false },
  ],
  minimum_years: 2,
  pay: { minMinor: 40_000, maxMinor: 60_000, currency: 'INR', per: 'hour', published: true },
};

export const fullAnswers: FlexifitAnswers = {
  hours: { min: 10, max: 20 },
  week: { grid: mornings, timeZone: 'Asia/Kolkata' },
  flexibility: 'fixed',
  modes: { remote: true, maxDaysOnSite: 0, radiusKm: null },
  engagements: { part_time: 'yes', full_time_flexible: 'no', project: 'yes', retainer: 'yes' },
  commitment: { minMonths: 3, maxMonths: null },
  earliest_start: '2026-12-01',
  least_pay: { amountMinor: 45_000, currency: 'INR', per: 'hour' },
  meeting_notice: 'same_day',
  setup: { internet: true, quiet_room: true, power_backup: true },
  focus: 'both',
};

const fact = <T>(value: T) => ({ value, provenance: 'imported' as const, confidence: 1, span: null });

/** A profile with one long job; `skillIds` were used in it. */
export const profileOf = (name: string, email: string | null, skillIds: string[]): CandidateProfile => ({
  name: fact(name),
  email: email === null ? null : fact(email),
  phone: null,
  place: null,
  skills: skillIds.map((skillId) => ({
    skillId,
    source: 'job',
    level: 3,
    lastUsed: '2026-10',
    months: 60,
    provenance: 'imported',
    spans: [],
  })),
  experience: [
    {
      title: 'Accountant',
      company: 'Nandi Stationers',
      roleId: null,
      domains: [],
      start: '2019-01',
      end: 'present',
      provenance: 'imported',
      confidence: 1,
      span: null,
    },
  ],
  education: [],
  languages: [],
  licences: [],
  totalMonths: 94,
});
