import { expect, test } from 'vitest';
import { buildIndustryIndex } from './industries';

const index = buildIndustryIndex([
  { id: 'food', name: 'Food and drink', aliases: ['foods', 'packaged food', 'FMCG'] },
  { id: 'bank', name: 'Banking', aliases: ['bank', 'private bank'] },
  { id: 'health', name: 'Health care', aliases: ['hospital', 'healthcare'] },
]);

test('finds industries as whole words, singular and plural alike', () => {
  expect(index.findInText('Sahyadri Foods, two hospitals')).toEqual(['food', 'health']);
  expect(index.findInText('Foodie blogger, embankment')).toEqual([]);
});

test('puts the one that is named most first; ties keep the order of the list', () => {
  expect(index.findInText('A private bank; the hospital; banks')).toEqual(['bank', 'health']);
  expect(index.findInText('hospital bank')).toEqual(['bank', 'health']);
  expect(index.findInText('')).toEqual([]);
});

test('counts a phrase once, at its longest', () => {
  expect(index.findInText('private bank hospital hospital')).toEqual(['health', 'bank']);
});
