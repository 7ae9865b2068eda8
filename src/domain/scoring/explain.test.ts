import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_OF, jobs, people, SMALL_TAXONOMY, weightsWith } from './arbitraries';
import { compileJob } from './compile';
import { explain, type Explanation } from './explain';
import { NOTHING_KNOWN } from './person';
import { SAMPLE_JOB, SAMPLE_PERSON } from './samples';
import type { CandidateFacts, Factor, JobFacts } from './schema';
import { gridFromRanges } from './week-grid';

const NAMES = {
  skill: (id: string) => id.toUpperCase(),
  domain: () => 'Packaged food',
  language: () => 'English',
};
const why = (person: Partial<CandidateFacts> = {}, job: Partial<JobFacts> = {}): Explanation =>
  explain(
    compileJob({ ...SAMPLE_JOB, ...job }, weightsWith(4_000), SMALL_TAXONOMY, AS_OF),
    { ...SAMPLE_PERSON, ...person },
    NAMES,
  );
const factor = (explanation: Explanation, name: Factor) =>
  explanation.factors.find((each) => each.factor === name)!;
const phrase = (name: Factor, person?: Partial<CandidateFacts>, job?: Partial<JobFacts>): string =>
  factor(why(person, job), name).phrase;
const skills = SAMPLE_PERSON.skills!;
const work = SAMPLE_PERSON.work!;
const weekOf = (from: number, to: number) => ({
  grid: gridFromRanges([0, 1, 2, 3].map((day) => ({ day, from, to }))),
  timeZone: 'Asia/Kolkata',
});

describe('phrases', () => {
  it('say what fits', () => {
    expect(why().factors.map(({ factor, phrase }) => [factor, phrase])).toEqual([
      ['required_skills', '3 of 3 at the level asked'],
      ['preferred_skills', 'POWER-BI'],
      ['role_similarity', 'Same role'],
      ['relevant_experience', '7 y 11 m, 5 y asked'],
      ['domain', 'Packaged food'],
      ['hours', '16–24 h, asked 20–24'],
      ['schedule_overlap', '16 of 16 core hours'],
      ['work_mode_location', 'Remote, both'],
      ['duration_start', 'On time, whole term'],
      ['compensation', 'Pay fits'],
      ['screening_answers', 'All fit'],
      ['language', 'English C1, B2 asked'],
    ]);
  });

  it('say what is not told', () => {
    expect(why(NOTHING_KNOWN).factors.map(({ phrase }) => phrase)).toEqual([
      'No résumé read yet',
      'No résumé read yet',
      'No résumé read yet',
      'No résumé read yet',
      'No résumé read yet',
      'Hours not told',
      'Week not told',
      'Work mode not told',
      'Kinds of work not told',
      'Least pay not told',
      '1 of 1 question not answered',
      'Languages not told',
    ]);
  });

  it('say what falls short, and never what pay someone would take', () => {
    expect(phrase('required_skills', { skills: [{ ...skills[0]!, level: 2 }] })).toBe(
      '0 of 3 at the level asked',
    );
    expect(phrase('required_skills', { skills: [{ ...skills[0]!, level: null }] })).toBe(
      '0 of 3 at the level asked, 2 of unknown level',
    );
    expect(phrase('role_similarity', { work: [{ ...work[0]!, roleId: 'editor', title: 'Editor' }] })).toBe(
      'No near title',
    );
    expect(phrase('role_similarity', { work: [{ ...work[0]!, roleId: 'auditor', title: 'Auditor' }] })).toBe(
      'Near title',
    );
    expect(phrase('schedule_overlap', { week: weekOf(840, 1140) })).toBe('14 of 16 core hours');
    expect(phrase('schedule_overlap', { week: weekOf(840, 1140), flexibility: null })).toBe(
      '14 to 16 of 16 core hours',
    );
    expect(phrase('compensation', { leastPay: { amountMinor: 3_177, currency: 'GBP', per: 'hour' } })).toBe(
      'Least pay 6 % above',
    );
    expect(phrase('compensation', { leastPay: { amountMinor: 9_000, currency: 'INR', per: 'hour' } })).toBe(
      'Least pay in another currency',
    );
    expect(phrase('duration_start', { earliestStart: '2027-02-10' })).toBe('Starts 30 days late');
    expect(phrase('hours', { otherWork: { hoursPerWeek: 6, alreadyExcluded: false } })).toBe(
      '16–24 h, asked 20–24, less 6 of other work',
    );
    expect(phrase('language', { languages: [{ code: 'en', level: null }] })).toBe('English level not told');
    const onsite = { mode: 'onsite', daysOnSite: null, place: SAMPLE_PERSON.place, radiusKm: 30 } as const;
    expect(phrase('work_mode_location', {}, { workMode: onsite })).toBe('5 days on site asked, 0 offered');
    const mumbai = { cityId: 'mumbai', name: 'Mumbai', country: 'IN', latitude: 19.076, longitude: 72.8777 };
    expect(
      phrase(
        'work_mode_location',
        { modes: { remote: true, maxDaysOnSite: 5, radiusKm: null }, place: mumbai },
        { workMode: onsite },
      ),
    ).toBe('120 km away, within 30 km asked');
    // Its points are 0 whatever they would tell, so what is not told is not the reason.
    expect(phrase('work_mode_location', { modes: null, place: mumbai }, { workMode: onsite })).toBe(
      '120 km away, within 30 km asked',
    );
    expect(phrase('work_mode_location', { modes: null }, { workMode: onsite })).toBe('Work mode not told');
  });

  it('exist for anybody and any job', () => {
    fc.assert(
      fc.property(jobs, people, (job, facts) => {
        const compiled = compileJob(job, weightsWith(5_000), SMALL_TAXONOMY, AS_OF);
        const { factors, score, raises } = explain(compiled, facts, { skill: (id) => id });
        for (const { phrase, expected } of factors) {
          expect(phrase).toMatch(/^\S.*\S$/);
          expect(phrase).not.toMatch(/undefined|NaN|null|Infinity/);
          if (expected === 10_000) expect(phrase).not.toMatch(/not told|No résumé/);
        }
        for (const { gain, text } of raises) {
          expect(text).not.toMatch(/undefined|NaN|null/);
          expect(gain).toBeGreaterThan(0);
          expect(score.expected + gain).toBeLessThanOrEqual(10_000);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('evidence', () => {
  it('points at the best skill and job entries', () => {
    const listed = { ...skills[0]!, source: 'listed' as const };
    const near = { ...skills[0]!, skillId: 'sap-fi' };
    const past = { ...work[0]!, start: '2010-01', end: '2012-01' };
    const other = { ...work[0]!, roleId: 'editor', title: 'Editor', domains: ['retail'] };
    const explained = why(
      { skills: [near, listed, skills[0]!], work: [past, other, work[0]!] },
      { requiredSkills: [...SAMPLE_JOB.requiredSkills, { skillId: 'sap', level: 4, knockOut: false }] },
    );
    expect(factor(explained, 'required_skills').evidence.skills).toEqual([
      expect.objectContaining({ skillId: 'ifrs', skill: 2, match: 'same', credit: 10_000 }),
      expect.objectContaining({ skillId: 'audit', skill: 2, match: 'related', credit: 6_000 }),
      expect.objectContaining({ skillId: 'excel', skill: null, heldSkillId: null, credit: 0 }),
      expect.objectContaining({
        skillId: 'sap',
        skill: 0,
        match: 'narrower',
        levelAsked: 4,
        level: 3,
        credit: 6_750,
      }),
    ]);
    expect(factor(explained, 'role_similarity').evidence.work).toEqual([2, 0]);
    expect(factor(explained, 'relevant_experience').evidence.work).toEqual([2, 0]);
    expect(factor(explained, 'domain').evidence.work).toEqual([2, 0]);
    expect(factor(explained, 'hours').evidence).toEqual({ skills: [], work: [] });
  });
});

describe('what would raise the score', () => {
  const raises = (person: Partial<CandidateFacts>, job?: Partial<JobFacts>) =>
    why(person, job).raises.map(({ text, kind, gain }) => [text, kind, gain]);

  it('is nothing when everything fits', () => {
    expect(raises({})).toEqual([]);
  });

  it('names the next step of each near miss with its gain, best first', () => {
    const weaker = skills.map((skill) => (skill.skillId === 'audit' ? { ...skill, level: 2 } : skill));
    expect(raises({ skills: weaker, hours: { min: 10, max: 15 } })).toEqual([
      ['AUDIT at level 3', 'step', 325],
      ['20 h a week', 'step', 175],
    ]);
  });

  it('names the hours of a day in the wall time of the person', () => {
    expect(raises({ week: weekOf(840, 1140) })[0]).toEqual(['Monday from 13:30', 'step', 21]);
    expect(raises({ week: weekOf(780, 1080) })[0]).toEqual(['Monday till 18:30', 'step', 21]);
    const noFriday = gridFromRanges([1, 2, 3].map((day) => ({ day, from: 780, to: 1140 })));
    expect(raises({ week: { grid: noFriday, timeZone: 'Asia/Kolkata' } })).toEqual([
      ['Monday 13:30–18:30', 'step', 175],
    ]);
  });

  it('tries each unknown fact at its best', () => {
    const unknown = why({
      leastPay: null,
      languages: null,
      skills: skills.map((s) => ({ ...s, lastUsed: null })),
    });
    expect(unknown.raises.filter(({ kind }) => kind === 'unknown').map(({ fact }) => fact)).toEqual([
      'least_pay',
      'languages',
      'skill:audit',
      'skill:ifrs',
      'skill:power-bi',
      'skill:excel',
    ]);
    const all = why(NOTHING_KNOWN).raises;
    expect(all[0]).toMatchObject({ fact: 'resume', kind: 'unknown' });
    expect(new Set(all.map(({ fact }) => fact))).toEqual(
      new Set([
        'resume',
        'hours',
        'week',
        'modes',
        'engagements',
        'commitment',
        'earliest_start',
        'least_pay',
        'meeting_notice',
        'focus',
        'setup',
        'screening:closed-books',
        'languages',
      ]),
    );
  });
});
