import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { checkDraft } from '../draft';
import { findCriteria } from './find';
import { jobCriteria } from './job';
import heldBack from './sentences.held-back.json';
import tuned from './sentences.tuned.json';

const sentences = [...tuned, ...heldBack].map(([sentence]) => String(sentence));
const sentence = constantFrom(...sentences);
const piece = oneof(
  sentence,
  constantFrom(
    'female',
    'only',
    'below',
    'age',
    '35',
    'years',
    'of age',
    'no',
    'not',
    'own',
    'native',
    'good',
    'skills',
    '24/7',
    '60%',
    'photo',
    ' ',
    ', ',
    '. ',
    '\n',
    '\r\n',
    '\t',
    '• ',
    '-',
    '’',
    '\u0000',
    '\u2028',
    '𝟚',
    '👩🏽‍🍳',
    'ﷺ',
    'İ',
    'ß',
    '$&',
    '\\',
    '(',
  ),
  string({ unit: 'binary' }),
);
const text = array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

it('never throws; every range lies in the text, apart from the others, and quotes it exactly', () => {
  assert(
    property(text, (typed) => {
      let last = 0;
      for (const { start, end, quote } of findCriteria(typed)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(typed.length);
        expect(typed.slice(start, end)).toBe(quote);
        last = end;
      }
    }),
    { numRuns: 500 },
  );
});

const told = (typed: string, from = 0) =>
  findCriteria(typed).map(({ rule, quote, start }) => ({ rule, quote, start: start - from }));

it('a sentence more, before or behind, changes no other finding', () => {
  const other = constantFrom(
    'The office is near the metro.',
    'We close the books on day five.',
    'Lunch is free.',
  );
  assert(
    property(sentence, other, constantFrom('\n', '\r\n\r\n', ' '), (typed, more, gap) => {
      const ended = /[.!?]$/.test(typed) ? typed : `${typed}.`;
      expect(told(`${ended}${gap}${more}`)).toEqual(told(ended));
      expect(told(`${more}${gap}${ended}`, more.length + gap.length)).toEqual(told(ended));
    }),
    { numRuns: 500 },
  );
});

it('reads as much of a draft that holds anything as of the answers that hold', () => {
  assert(
    property(text, text, (title, description) => {
      const draft = {
        title,
        description,
        licences: [1, null, title],
        screening: ['x', null, { text: 7 }, { text: description }],
      };
      const found = jobCriteria(draft);
      expect(found.filter(({ path }) => path === 'screening.3.text').map(({ quote }) => quote)).toEqual(
        findCriteria(description).map(({ quote }) => quote),
      );
      const { answers } = checkDraft({ description });
      if (answers.description !== undefined)
        expect(jobCriteria(answers)).toEqual(found.filter(({ path }) => path === 'description'));
    }),
  );
});
