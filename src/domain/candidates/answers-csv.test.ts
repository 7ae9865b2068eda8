import { describe, expect, it } from 'vitest';
import { gridMinutes } from '@/domain/scoring/week-grid';
import { answersFromCsv, answersTemplate } from './answers-csv';

describe('answers from CSV', () => {
  it('reads its own example into every question it has a column for', () => {
    const { rows, issues } = answersFromCsv(answersTemplate());
    expect(issues).toEqual([]);
    const [row] = rows;
    expect(row).toMatchObject({ line: 2, email: 'meera@example.com' });
    expect(row?.answers).toMatchObject({
      hours: { min: 15, max: 24 },
      flexibility: 'within_1h',
      engagements: { part_time: 'yes', project: 'consider', retainer: 'no', full_time_flexible: 'no' },
      least_pay: { amountMinor: 60_000, currency: 'INR', per: 'hour' },
      languages: [
        { code: 'en', level: 'C1' },
        { code: 'hi', level: 'C2' },
      ],
    });
    const week = row?.answers.week;
    expect(week !== undefined && week !== 'unsaid' && gridMinutes(week.grid)).toBe(18 * 60);
    expect(Object.keys(row?.answers ?? {})).toHaveLength(14);
  });

  it('names the line and column of what does not fit and keeps the other rows', () => {
    const { rows, issues } = answersFromCsv(
      'email,hours_min,hours_max,week,time_zone\na@example.com,30,20,,\nb@example.com,10,20,Someday 9,Asia/Kolkata\n,10,20,,\nc@example.com,10,20,,\n',
    );
    expect(issues.map(({ line, column }) => [line, column])).toEqual([
      [2, 'hours_min'],
      [3, 'week'],
      [4, 'email'],
    ]);
    expect(rows.map((row) => row.email)).toEqual(['c@example.com']);
  });

  it('names every column that no question has, and keeps the rows', () => {
    const { rows, issues } = answersFromCsv('email,shoe_size,focus,mood\na@example.com,44,both,fine\n');
    expect(issues.map(({ line, column }) => [line, column])).toEqual([
      [1, 'shoe_size'],
      [1, 'mood'],
    ]);
    expect(rows).toEqual([{ line: 2, email: 'a@example.com', answers: { focus: 'both' } }]);
  });

  it('keeps "prefer not to say" apart from a question left out', () => {
    const { rows } = answersFromCsv('email,least_pay,hours_min,hours_max\na@example.com,unsaid,,\n');
    expect(rows[0]?.answers).toEqual({ least_pay: 'unsaid' });
  });

  it('reports a file that is no CSV instead of failing', () => {
    expect(answersFromCsv('PK\u0003\u0004')).toMatchObject({ rows: [], unreadable: expect.any(String) });
  });

  it('reads decimals with a comma, and does not guess at thousands', () => {
    const { rows, issues } = answersFromCsv(
      'email;hours_min;hours_max;least_pay;pay_currency;pay_per\na@example.com;12,5;20;;;\nb@example.com;;;1,500;INR;hour\n',
    );
    expect(rows).toMatchObject([{ email: 'a@example.com', answers: { hours: { min: 12.5, max: 20 } } }]);
    expect(issues).toMatchObject([{ line: 3, column: 'least_pay' }]);
  });
});
