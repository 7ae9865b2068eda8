import { describe, expect, it } from 'vitest';
import { findCriteria } from './find';
import { CRITERION_RULES } from './rules';
import heldBack from './sentences.held-back.json';
import tuned from './sentences.tuned.json';

const ruleIds = (text: string): string[] => [...new Set(findCriteria(text).map(({ rule }) => rule))].sort();
const quotes = (text: string): string[] => findCriteria(text).map(({ quote }) => quote);

/** Over (sentence, rule) pairs: of those found, how many are labelled; of those labelled, how many are found. */
const measure = (sentences: (string | string[])[][], read = ruleIds) => {
  let right = 0;
  let found = 0;
  let labelled = 0;
  for (const [sentence, label] of sentences) {
    const wanted = new Set(label);
    const rules = read(String(sentence));
    found += rules.length;
    labelled += wanted.size;
    right += rules.filter((rule) => wanted.has(rule)).length;
  }
  return { precision: found === 0 ? 1 : right / found, recall: right / labelled };
};

describe('the labelled sentences', () => {
  it('are many, innocent ones as well, each in one set, with labels that are rules', () => {
    const both = [...tuned, ...heldBack];
    expect(both.length).toBeGreaterThanOrEqual(200);
    expect(both.filter(([, label]) => label?.length === 0).length).toBeGreaterThanOrEqual(100);
    expect(new Set(both.map(([sentence]) => sentence)).size).toBe(both.length);
    const known = CRITERION_RULES.map(({ id }) => id);
    expect(both.flatMap(([, label]) => [label ?? []].flat()).filter((id) => !known.includes(id))).toEqual([]);
  });

  it('are read right where the rules were tuned on them', () => {
    expect(
      tuned.filter(([text, label]) => ruleIds(String(text)).join() !== [...new Set(label)].sort().join()),
    ).toEqual([]);
  });

  it('are read nearly as well where they were written before the rules and never tuned on', () => {
    const { precision, recall } = measure(heldBack);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });
});

describe('the measure', () => {
  it('tells a reader who finds nothing, and one who finds everything everywhere, from one who reads', () => {
    const everything = CRITERION_RULES.map(({ id }) => id);
    expect(measure(heldBack, () => []).recall).toBe(0);
    expect(measure(heldBack, () => everything).precision).toBeLessThan(0.1);
  });
});

describe('a finding', () => {
  it('quotes the words, says why and what to write instead', () => {
    const text = 'Accountant in Pune.\nFemale candidates only, below 35. Good communication skills.';
    const found = findCriteria(text);
    expect(found.map(({ kind, rule, quote }) => [kind, rule, quote])).toEqual([
      ['protected', 'gender', 'Female candidates only'],
      ['protected', 'age', 'below 35'],
      ['vague', 'communication', 'Good communication skills'],
    ]);
    for (const { start, end, quote, why, instead } of found) {
      expect(text.slice(start, end)).toBe(quote);
      expect([why, instead].every((words) => words.endsWith('.'))).toBe(true);
    }
  });

  it('does not heed case, hyphens, plurals or a line that is wrapped', () => {
    expect(ruleIds('FEMALES ONLY')).toEqual(['gender']);
    expect(ruleIds('We look for go getters and team-players')).toEqual(['character']);
    expect(quotes('The night desk takes female\n  candidates only.')).toEqual(['female\n  candidates only']);
  });

  it('is the graver one where two share words', () => {
    expect(findCriteria('Young candidates only').map(({ kind, rule }) => [kind, rule])).toEqual([
      ['protected', 'age'],
    ]);
  });

  it('finds questions that ask a candidate what is their own matter', () => {
    const asked = [
      'Are you married?',
      'What is your age?',
      'What is your caste?',
      'Do you own a two-wheeler?',
    ];
    expect(asked.map((text) => ruleIds(text).join())).toEqual(['family', 'age', 'religion', 'own_vehicle']);
  });
});

it('a sentence of nothing but criteria takes no longer for each the more of them there are', () => {
  const words = ['female only', 'unmarried', 'below 35,', 'office boy', 'good communication skills'];
  const begun = performance.now();
  const found = words.map((word) => findCriteria(`${word} `.repeat(4_000)).length);
  // By looking at the whole sentence for each of them they took seven seconds.
  expect(performance.now() - begun).toBeLessThan(2_000);
  expect(found).toEqual([4_000, 4_000, 0, 4_000, 4_000]);
});

describe('no finding', () => {
  it.each([
    ['turned down', 'We do not ask for a pleasing personality'],
    ['not needed', 'Own vehicle is not required'],
    ['invited', 'Male candidates are welcome'],
    ['open to all', 'Regardless of age, no career plan is expected'],
    ['worked with', 'You train fresh graduates'],
    ['both', 'Only male or female candidates of our alumni club'],
    ['the adults that the law asks for', 'Age: 18+'],
    ['hours that are told', 'Flexible with timings between 9 am and 1 pm'],
  ])('for people who are %s: %s', (_, text) => {
    expect(findCriteria(text)).toEqual([]);
  });

  it.each([
    'Only female candidates are welcome',
    'Do not apply if you are above 35',
    'Should not be above 35 years of age',
    'No male candidates please',
  ])('is talked away by a word that still shuts people out: %s', (text) => {
    expect(findCriteria(text)).not.toEqual([]);
  });
});
