import { describe, expect, it } from 'vitest';
import { flexifitAnswersShape, type FlexifitQuestionId } from '@/domain/candidates/schema';
import { publicContent } from '@/domain/jobs/posting';
import type { JobAnswers } from '@/domain/jobs/schema';
import { accountantJob } from '@/testing/people';
import { readyAnswers } from './ready-answers';

const TODAY = '2026-11-27';
const ready = (questionId: string, job: JobAnswers = accountantJob) =>
  readyAnswers(questionId, publicContent(job), TODAY);
const labels = (questionId: string, job?: JobAnswers) => ready(questionId, job).map(({ label }) => label);

describe('ready answers', () => {
  it('say what the posting says, in words', () => {
    expect(labels('hours')).toEqual(['16–20 h a week, as they ask']);
    expect(labels('week')).toEqual(['Their core hours: Mon–Thu 09:00–13:00, Kolkata time']);
    expect(labels('least_pay')).toEqual(['₹400 an hour is enough']);
    expect(labels('other_work')).toEqual(['No other paid work']);
    expect(labels('commitment')).toEqual(['For as long as it lasts']);
    expect(labels('earliest_start', { ...accountantJob, latest_start: '2027-01-18' })).toEqual([
      'Straight away',
      'On 18 January 2027, the latest they name',
    ]);
  });

  it('are answers that their questions take', () => {
    for (const questionId of Object.keys(flexifitAnswersShape) as FlexifitQuestionId[]) {
      for (const { answer } of ready(questionId, { ...accountantJob, latest_start: '2027-01-18' })) {
        expect(flexifitAnswersShape[questionId].parse(answer)).toEqual(answer);
      }
    }
  });

  it('tell nothing that the employer does not publish, and no start that has passed', () => {
    const secret = { ...accountantJob, pay: { ...accountantJob.pay!, published: false } };
    expect(labels('least_pay', secret)).toEqual([]);
    expect(labels('earliest_start', { ...accountantJob, latest_start: '2026-11-01' })).toEqual([
      'Straight away',
    ]);
    expect(labels('hours', { title: 'Accountant' })).toEqual([]);
    expect(labels('screening:december')).toEqual([]);
    expect(labels('toString')).toEqual([]);
  });
});
