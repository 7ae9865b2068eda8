import { expect, test } from 'vitest';
import { corpusPerson } from './person';
import { seenPool } from './pools/seen';
import { unseenPool } from './pools/unseen';
import { truthOf } from './truth';
import { voiceOf } from './voice';

const people = Array.from({ length: 40 }, (_, number) => corpusPerson(seenPool, 'test', number));

test('the same number gives the same person, other numbers give others', () => {
  expect(corpusPerson(seenPool, 'test', 7)).toEqual(people[7]);
  expect(new Set(people.map(({ email }) => email)).size).toBeGreaterThan(30);
});

test('a career runs backwards without overlaps, and its truth counts its months', () => {
  for (const person of people) {
    const [latest] = person.jobs;
    const starts = person.jobs.map(({ start }) => start);
    expect(starts).toEqual(starts.toSorted().toReversed());
    person.jobs
      .slice(1)
      .forEach((job, index) => expect(job.end < (person.jobs[index]?.start ?? '')).toBe(true));
    if (person.jobs.length > 1 || !latest) continue;
    const { totalYears } = truthOf(person, 'a.pdf', 'any', false);
    const [year = 0, month = 0] = (latest.end === 'present' ? '2026-09' : latest.end).split('-').map(Number);
    const [fromYear = 0, fromMonth = 0] = latest.start.split('-').map(Number);
    expect(totalYears).toBeCloseTo((year * 12 + month - fromYear * 12 - fromMonth + 1) / 12, 1);
  }
});

test('the halves share no employer, school, phrase or family name', () => {
  const words = (pool: typeof seenPool) =>
    new Set([
      ...pool.words,
      ...pool.summaries,
      ...pool.fields.flatMap(({ bullets }) => bullets),
      ...pool.countries.flatMap(({ family, schools }) => [...family, ...schools]),
    ]);
  expect([...words(seenPool)].filter((word) => words(unseenPool).has(word))).toEqual([]);
});

test('a résumé keeps to one way of writing dates', () => {
  const person = people[3];
  if (!person) throw new Error('no person');
  const voice = voiceOf(seenPool, person, 'any', { months: 'long' });
  expect(voice.date('2021-03')).toBe('March 2021');
  expect(voice.period('2021-03', '2022-11')).toContain('November 2022');
  expect(voiceOf(seenPool, person, 'any', { yearsOnly: true }).date('2021-03')).toBe('2021');
});
