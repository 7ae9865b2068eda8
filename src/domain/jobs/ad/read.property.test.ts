import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { loadCatalog } from '@/domain/catalog/load';
import { checkDraft } from '../draft';
import { AD_QUESTIONS, adReadingSchema, MAX_AD_LETTERS } from '../schema/ad';
import { readAd } from './read';

const catalog = loadCatalog();
const read = (text: string) => readAd(text, { catalog, today: '2026-11-27', timeZone: 'Asia/Kolkata' });

const piece = constantFrom(
  'Requirements:',
  'Nice to have',
  'About us',
  'Job title:',
  'Hiring',
  '₹4-6 LPA',
  '$',
  '£45k',
  '1,00,000',
  'per month',
  '9-5',
  'Mon–Fri',
  'IST',
  '2-5 yrs',
  'experience',
  'hours per week',
  'Tally',
  'Python',
  'remote',
  'not',
  'hybrid',
  'Location:',
  'Pune',
  'for 6 months',
  'Start date: 31 Feb',
  '30 June 2027',
  'within 99 days',
  'fluent in',
  'Hindi',
  'part-time',
  '0',
  '99999999',
  '-',
  '\n',
  '\r\n',
  '\t',
  '• ',
  ', ',
  '. ',
  '\u0000',
  '\u2028',
  '𝟚',
  '👩🏽‍🍳',
  'ﷺ',
  '<script>',
  '%s',
  '$&',
  '\\',
);
const text = array(
  oneof({ arbitrary: piece, weight: 3 }, { arbitrary: string({ unit: 'binary' }), weight: 1 }),
  {
    maxLength: 60,
  },
).map((pieces) => pieces.join(' '));

it('reads any text: what is found holds in the form and stands in the text, the rest is missing', () => {
  assert(
    property(text, (ad) => {
      const { answers, found, missing } = adReadingSchema.parse(read(ad));
      expect(checkDraft(answers)).toMatchObject({ draft: answers, issues: [] });
      expect(Object.keys(answers).toSorted()).toEqual(found.map(({ questionId }) => questionId).toSorted());
      expect(found.length + missing.length).toBe(AD_QUESTIONS.length);
      for (const { start, end } of found.flatMap(({ spans }) => spans)) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(ad.length);
      }
    }),
    { numRuns: 300 },
  );
});

it('gives the same reading each time', () => {
  assert(
    property(text, (ad) => {
      expect(read(ad)).toEqual(read(ad));
    }),
    { numRuns: 30 },
  );
});

const DULL = [
  'a',
  ' ',
  '1',
  '9-',
  '-',
  ',',
  '1,',
  '$1',
  '₹',
  'hours ',
  'Mon ',
  'Aa ',
  '. ',
  '(',
  '\n',
  'a\n',
  'remote ',
  'for 1 ',
  ':',
  'é',
  'Tally, ',
];
it.each(DULL)('is soon done with %j without end', (unit) => {
  const ad = `Accountant\n${unit.repeat(Math.ceil((2 * MAX_AD_LETTERS) / unit.length))}`;
  const started = performance.now();
  read(ad);
  expect(performance.now() - started).toBeLessThan(2_000);
});
