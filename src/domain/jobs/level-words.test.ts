import { expect, it } from 'vitest';
import { loadCatalog } from '@/domain/catalog/load';
import { LEVEL_WORDS } from './schema/posting';

it('says of each level to the person what it says of them to the employer', () => {
  const asked = loadCatalog().employerQuestions.questions.find(({ id }) => id === 'must_have_skills');
  const theirs = asked?.parts?.['level']?.options ?? [];
  const key = (label: string) => /help|basics|own|lead/.exec(label.toLowerCase())?.[0];
  expect(Object.entries(LEVEL_WORDS).map(([value, label]) => [Number(value), key(label)])).toEqual(
    theirs.map(({ value, label }) => [value, key(label)]),
  );
  expect(theirs).toHaveLength(4);
});
