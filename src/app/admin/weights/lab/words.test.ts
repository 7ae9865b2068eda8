import { expect, it } from 'vitest';
import { publishWords, shareChange } from './words';

it('a change is the difference of the two numbers that stand beside it', () => {
  expect(shareChange(0.886, 0.894)).toBe('0');
  expect(shareChange(0.884, 0.886)).toBe('+.01');
  expect(shareChange(0.9, 0.42)).toBe('−.48');
  expect(shareChange(null, 0.4)).toBe('–');
});

it('speaks of places: somebody may stand in many lists', () => {
  const effect = { jobs: 14, looked: 14, moved: 496, intoStrong: 1, outOfStrong: 0 };
  expect(publishWords(effect)).toBe(
    '14 open jobs re-rank: 496 places change, 1 comes into Strong, 0 leave it.',
  );
  expect(publishWords({ jobs: 1, looked: 0, moved: 1, intoStrong: 2, outOfStrong: 1 })).toBe(
    '1 open job re-ranks: 1 place changes, 2 come into Strong, 1 leaves it, counted in the newest 0.',
  );
});
