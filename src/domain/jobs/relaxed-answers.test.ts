import { describe, expect, it } from 'vitest';
import { loadCatalog } from '@/domain/catalog/load';
import { relaxSteps } from '@/domain/scoring/relax/steps';
import { checkDraft } from './draft';
import { jobFacts } from './facts';
import { relaxedAnswers } from './relaxed-answers';
import type { JobAnswers, JobDraft } from './schema';

const { roles } = loadCatalog();
const NAMES = { skill: (id: string) => id };
const PLACE = { cityId: 'pune', name: 'Pune', country: 'IN', latitude: 18.52, longitude: 73.86 };

const DRAFT: JobDraft = {
  title: 'Finance controller',
  role: null,
  must_have_skills: [
    { skillId: 'ifrs', level: 3, knockOut: true },
    { skillId: 'audit', level: 1, knockOut: false },
  ],
  nice_to_have_skills: [{ skillId: 'power-bi', level: 2 }],
  minimum_years: 5,
  hours: { min: 20, max: 24, gate: true },
  core_hours: {
    grid: `${'A'.repeat(6)}${'/'.repeat(4)}${'A'.repeat(102)}`,
    timeZone: 'Asia/Kolkata',
    overlapMinutes: 300,
  },
  work_mode: { mode: 'hybrid', daysOnSite: 3, place: PLACE, radiusKm: 40 },
  latest_start: '2027-01-11',
  pay: { minMinor: 90_000, maxMinor: 140_000, currency: 'INR', per: 'hour', published: true },
  languages: [
    { code: 'en', level: 'B2' },
    { code: 'hi', level: 'A1' },
  ],
  licences: ['Chartered Accountant'],
  domains: ['retail'],
  meeting_notice: 'same_day',
  setup: ['internet', 'quiet_room'],
};
const answersOf = (draft: JobDraft): JobAnswers => checkDraft(draft).answers;
const before = jobFacts(answersOf(DRAFT), roles);
const steps = relaxSteps(before, NAMES);

describe('answers of a loosened job', () => {
  it('give exactly the facts of the step, for every step, and leave every other answer as it is', () => {
    expect(steps.map(({ id }) => id)).toEqual([
      'skill:ifrs:knock-out',
      'skill:ifrs:level',
      'skill:ifrs:nice',
      'skill:audit:nice',
      'years',
      'hours:min',
      'hours:max',
      'hours:gate',
      'core:overlap',
      'core:end',
      'mode:days',
      'mode:remote',
      'mode:radius',
      'pay',
      'start',
      'language:en',
      'language:hi',
      'licence:Chartered Accountant',
      'domains',
      'notice',
      'setup:internet',
      'setup:quiet_room',
    ]);
    for (const step of steps) {
      const patch = relaxedAnswers(answersOf(DRAFT), before, step.job);
      const draft = { ...DRAFT, ...patch };
      expect([step.id, checkDraft(draft).issues]).toEqual([step.id, []]);
      expect([step.id, jobFacts(answersOf(draft), roles)]).toEqual([step.id, step.job]);
      expect(Object.keys(patch ?? {}).length).toBeLessThanOrEqual(2);
    }
  });

  it('are none where the form would refuse them', () => {
    const wide = { ...DRAFT, work_mode: { mode: 'hybrid', daysOnSite: 1, place: PLACE, radiusKm: 495 } };
    const facts = jobFacts(answersOf(wide), roles);
    const farther = relaxSteps(facts, NAMES).find(({ id }) => id === 'mode:radius')!;
    expect(relaxedAnswers(answersOf(wide), facts, farther.job)).toBeNull();
  });

  it('say in words what is asked instead and what is asked now', () => {
    const words = Object.fromEntries(steps.map(({ id, text, now }) => [id, `${text} | ${now}`]));
    expect(words).toMatchObject({
      'skill:ifrs:level': 'ifrs at level 2 | level 3, knock-out',
      'skill:audit:nice': 'audit as nice to have | must-have, level 1',
      'hours:max': '20–25 h a week | 20–24 h',
      'core:overlap': 'Overlap of 4 h | 5 h',
      'core:end': 'Core hours Mon 09:00–14:00 | Mon 09:00–15:00',
      'mode:days': 'Hybrid, 2 days a week | hybrid, 3 days',
      'mode:radius': 'Within 50 km | 40 km',
      pay: 'Pay up to ₹1,540 an hour | up to ₹1,400',
      start: 'Start by 25 Jan 2027 | 11 Jan 2027',
      'language:en': 'en at B1 | B2',
      'language:hi': 'hi not asked | A1',
    });
  });
});
