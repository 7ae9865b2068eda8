import { describe, expect, it } from 'vitest';
import { readLanguages } from './languages';
import { readLicences } from './licences';
import { textLines } from './plain';
import { readingOf } from './text';

const languages = (text: string) =>
  readLanguages(readingOf(textLines(text)).sections).map(({ code, level }) => `${code} ${level}`);

describe('readLanguages', () => {
  it.each([
    ['LANGUAGES\nEnglish (Fluent), Hindi (Native), German - B1', ['en C1', 'hi C2', 'de B1']],
    ['LANGUAGES\nMarathi\nNative speaker\nEnglish', ['mr C2', 'en null']],
    ['PERSONAL DETAILS\nLanguages Known: English, Hindi and Marathi', ['en null', 'hi null', 'mr null']],
    ['SKILLS\nLanguages: Python, SQL', []],
    ['SUMMARY\nTaught English in Lisbon', []],
  ])('%j', (text, expected) => {
    expect(languages(text)).toEqual(expected);
  });
});

describe('readLicences', () => {
  it('takes the name of each line, without its date', () => {
    const text =
      'CERTIFICATIONS\n• Certified Scrum Master (2021)\n• 2019 AWS Solutions Architect\n• Issued by: Someone';
    expect(readLicences(readingOf(textLines(text)).sections).map(({ name }) => name)).toEqual([
      'Certified Scrum Master',
      'AWS Solutions Architect',
    ]);
  });
});
