import { describe, expect, it } from 'vitest';
import { flexifitAnswersShape, type FlexifitQuestionId } from '@/domain/candidates/schema';
import { publicContent } from '@/domain/jobs/posting';
import type { JobAnswers } from '@/domain/jobs/schema';
import { accountantJob } from '@/testing/people';
import { readyAnswers, type Answering } from './ready-answers';
import { readyAnswerSchema } from './schema/fact-request';

const now = new Date('2026-11-27T09:00:00.000Z');
const HERE: Answering = { now, timeZone: 'Asia/Kolkata', today: '2026-11-27' };
const ready = (questionId: string, job: JobAnswers = accountantJob, at = HERE) =>
  readyAnswers(questionId, publicContent(job), at);
const labels = (questionId: string, job?: JobAnswers) => ready(questionId, job).map(({ label }) => label);

describe('ready answers', () => {
  it('say what the posting says, in words', () => {
    expect(labels('hours')).toEqual([
      '16–20 h a week, as they ask',
      '5–10 h a week',
      '10–20 h a week',
      '20–30 h a week',
      '30–40 h a week',
    ]);
    expect(labels('week')).toEqual([
      'Their core hours: Mon–Thu 09:00–13:00, Kolkata time',
      'Weekday mornings: Mon–Fri 09:00–13:00',
      'Weekday afternoons: Mon–Fri 13:00–18:00',
      'Weekday evenings: Mon–Fri 18:00–22:00',
    ]);
    expect(labels('least_pay')[0]).toBe('₹400 an hour is enough');
    expect(labels('other_work')).toEqual(['No other paid work']);
    expect(
      labels('commitment', { ...accountantJob, duration: { months: 8, extensionLikely: false } }),
    ).toEqual([
      'For as long as it lasts',
      'Up to 3 months',
      'Up to 6 months',
      'Up to 8 months, as it lasts',
      'Up to 12 months',
    ]);
    expect(labels('earliest_start', { ...accountantJob, latest_start: '2027-01-18' })).toEqual([
      'Straight away',
      'In two weeks, 11 December 2026',
      'In a month, 27 December 2026',
      'On 18 January 2027, the latest they name',
    ]);
    expect(labels('engagements', { ...accountantJob, engagement: ['part_time', 'retainer'] })).toEqual([
      'Only part-time or retainer',
      'Best part-time or retainer, and I would consider others',
      'Any kind of work',
    ]);
    expect(labels('licences', { ...accountantJob, licences: ['Chartered Accountant'] })).toEqual([
      'Chartered Accountant, and no other',
      'None',
    ]);
  });

  it('tell hours of another zone on the clock of whoever answers, and keep them in the job’s', () => {
    const london = { ...HERE, timeZone: 'Europe/London' };
    const [core, mornings] = ready('week', accountantJob, london);
    expect(core?.label).toBe(
      'Their core hours: Mon–Thu 09:00–13:00, Kolkata time (Mon–Thu 03:30–07:30 on your clock)',
    );
    expect(core?.answer).toMatchObject({ timeZone: 'Asia/Kolkata' });
    expect(mornings?.answer).toMatchObject({ timeZone: 'Europe/London' });
  });

  it('are answers that their questions take', () => {
    for (const questionId of Object.keys(flexifitAnswersShape) as FlexifitQuestionId[]) {
      for (const { answer } of ready(questionId, { ...accountantJob, latest_start: '2027-01-18' })) {
        expect(flexifitAnswersShape[questionId].parse(answer)).toEqual(answer);
        // And the answer of the page's procedure cuts nothing off them.
        expect(readyAnswerSchema.shape.answer.parse(answer)).toEqual(answer);
      }
    }
  });

  it('tell nothing that the employer does not publish, and no start that has passed', () => {
    const secret = { ...accountantJob, pay: { ...accountantJob.pay!, published: false } };
    expect(labels('least_pay', secret)).toEqual([]);
    expect(labels('earliest_start', { ...accountantJob, latest_start: '2026-11-01' })).toHaveLength(3);
    expect(labels('hours', { title: 'Accountant' })).not.toContainEqual(expect.stringMatching(/as they ask/));
    expect(labels('engagements', { title: 'Accountant' })).toEqual([]);
    expect(labels('licences', { title: 'Accountant' })).toEqual([]);
    expect(labels('screening:december')).toEqual([]);
    expect(labels('toString')).toEqual([]);
  });
});
