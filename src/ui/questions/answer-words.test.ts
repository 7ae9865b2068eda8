import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gridFromRanges } from '@/domain/scoring/week-grid';
import { answerWords } from '@/ui/questions/answer-words';
import type { CurrencyEntry, JobQuestionMeta } from '@/ui/questions/question-meta';

const file = JSON.parse(readFileSync('config/employer_question.json', 'utf8')) as {
  questions: JobQuestionMeta[];
  currencies: CurrencyEntry[];
  languages: { code: string; name: string }[];
};
const words = {
  roles: [{ id: 'fc', title: 'Finance controller' }],
  industries: [{ id: 'food', name: 'Packaged food' }],
  languages: file.languages,
  currencies: file.currencies,
  skillNames: new Map([['ifrs', 'IFRS']]),
};
const say = (id: string, value: unknown): string =>
  answerWords(
    file.questions.find((question) => question.id === id)!,
    value,
    words,
  );

describe('a folded answer in one line', () => {
  it('says each kind the way a person would', () => {
    expect(say('role', 'fc')).toBe('Finance controller');
    expect(say('hours', { min: 20, max: 24, gate: false })).toBe('20–24 h a week');
    expect(say('hours', { min: 20, max: 20, gate: false })).toBe('20 h a week');
    expect(say('work_mode', { mode: 'hybrid', daysOnSite: 2, place: { name: 'Pune' }, radiusKm: 25 })).toBe(
      'Hybrid, 2 days a week in Pune, within 25 km',
    );
    expect(say('duration', { months: 12, extensionLikely: true })).toBe('12 months and likely longer');
    expect(say('duration', { months: null, extensionLikely: false })).toBe('No end date');
    expect(say('minimum_years', 1)).toBe('1 year');
    expect(say('minimum_years', 2.5)).toBe('2.5 years');
    expect(say('latest_start', '2027-01-15')).toBe('15 Jan 2027');
    expect(
      say('pay', { minMinor: 110_000, maxMinor: 140_000, currency: 'INR', per: 'hour', published: true }),
    ).toBe('₹1,100–₹1,400 per hour');
    expect(say('must_have_skills', [{ skillId: 'ifrs', level: 3, knockOut: true }])).toBe(
      'IFRS 3 (knock-out)',
    );
    expect(say('languages', [{ code: 'en', level: 'C1' }])).toBe('English C1');
    expect(say('domains', ['food'])).toBe('Packaged food');
    const grid = gridFromRanges([0, 1, 2, 3].map((day) => ({ day, from: 540, to: 780 })));
    expect(say('core_hours', { grid, timeZone: 'Europe/London', overlapMinutes: 840 })).toBe(
      'Mon–Thu 09:00–13:00 in London, 14 of 16 h',
    );
  });

  it('says nothing for an open question and does not trip over half an answer', () => {
    for (const { id } of file.questions) {
      expect(say(id, undefined)).toBe('');
      expect(say(id, null)).toBe('');
    }
    expect(say('pay', { currency: 'INR' })).toBe('');
    expect(say('hours', { min: 20 })).toBe('20 h a week');
    expect(say('must_have_skills', 'not a list')).toBe('');
    expect(say('minimum_years', 1)).toBe('1 year');
    expect(say('minimum_years', 2.5)).toBe('2.5 years');
    expect(say('latest_start', 'soon')).toBe('soon');
  });
});
