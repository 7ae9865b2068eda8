import { expect, it } from 'vitest';
import type { JobDraft } from '@/domain/jobs/schema';
import type { AdReading } from '@/domain/jobs/schema/ad';
import { fromAd, notInAd, putBack, takeAgain, takeOne, takeOver } from './take-over';

const found = (questionId: AdReading['found'][number]['questionId']) => ({
  questionId,
  spans: [{ start: 0, end: 4 }],
  quote: 'text',
});
const reading: AdReading = {
  answers: { title: 'Accountant', hours: { min: 20, max: 25, gate: false }, minimum_years: 3 },
  found: [found('title'), found('hours'), found('minimum_years')],
  missing: ['pay', 'languages'],
};
const draft: JobDraft = {
  title: 'Head of books',
  hours: { min: 10, max: 12, gate: false },
  pay: { minMinor: 1, maxMinor: 2, currency: 'INR', per: 'hour', published: true },
};
const all = (own: string[]) => takeOver(draft, reading, (id) => own.includes(id));

it('fills what is open or only usual, and leaves what the person answered', () => {
  const { taken, changes } = all(['title']);
  expect(changes).toEqual({ hours: reading.answers.hours, minimum_years: 3 });
  expect(taken.kept).toEqual(['title']);
  expect(fromAd({ ...draft, ...changes }, taken)).toEqual(['hours', 'minimum_years']);
});

it('an answer that says the same is neither taken nor kept', () => {
  const { taken, changes } = takeOver({ minimum_years: 3 }, reading, () => true);
  expect(changes).toEqual({ title: 'Accountant', hours: reading.answers.hours });
  expect(taken.kept).toEqual([]);
});

it('takes a kept answer when told, and gives it back', () => {
  const { taken, changes } = all(['title']);
  const now = { ...draft, ...changes };
  const one = takeOne(now, taken, 'title');
  expect(one.changes).toEqual({ title: 'Accountant' });
  expect(one.taken.kept).toEqual([]);
  expect(putBack({ ...now, ...one.changes }, one.taken)).toEqual({
    title: 'Head of books',
    hours: draft.hours,
    minimum_years: undefined,
  });
});

it('does not put back over a later change, and knows an answer whatever the order of its keys', () => {
  const { taken, changes } = all([]);
  const later = { ...draft, ...changes, minimum_years: 5, hours: { gate: false, max: 25, min: 20 } };
  expect(fromAd(later, taken)).toEqual(['title', 'hours']);
  expect(putBack(later, taken)).toEqual({ title: 'Head of books', hours: draft.hours });
});

it('lists what neither the ad nor anybody has answered', () => {
  expect(notInAd(draft, all([]).taken)).toEqual(['languages']);
});

it('is taken over again but for what was changed since it was put back', () => {
  const { taken, changes } = all([]);
  const back = { ...draft, ...changes, ...putBack({ ...draft, ...changes }, taken), title: 'Mine' };
  const again = takeAgain(back, taken);
  expect(again.changes).toEqual({ hours: reading.answers.hours, minimum_years: 3 });
  expect(again.taken.kept).toEqual(['title']);
});
