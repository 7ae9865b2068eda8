import { expect, it } from 'vitest';
import { figuresOf, judge } from './figures';
import { ownCorpus } from './own-corpus';

it('counts relevant ones among the first ten, and the earlier the better', () => {
  expect(judge([true, ...Array.from({ length: 9 }, () => false)], 30).p10).toBe(0.1);
  expect(
    judge(
      Array.from({ length: 10 }, () => true),
      30,
    ),
  ).toEqual({ p10: 1, ndcg10: 1 });
  expect(judge([true, true], 2)).toEqual({ p10: 0.2, ndcg10: 1 });
  expect(judge([false, true], 1).ndcg10).toBeCloseTo(1 / Math.log2(3));
  expect(judge([], 5)).toEqual({ p10: 0, ndcg10: 0 });
});

it('a résumé is relevant to the ads of its own category', () => {
  const query = (category: string) => ({ id: category, category, title: '', text: '' });
  const { mean } = figuresOf([query('A'), query('B')], ['A', 'B', 'B'], () => [0, 1]);
  expect(mean).toEqual({
    p10: 0.1,
    ndcg10: expect.closeTo((1 + 1 / Math.log2(3) / (1 + 1 / Math.log2(3))) / 2, 3),
  });
});

it('our own corpus is the same each time, large enough, and its halves share no line', () => {
  const { seen, heldBack } = ownCorpus();
  expect(ownCorpus()).toEqual({ seen, heldBack });
  expect(seen.resumes.length + heldBack.resumes.length).toBeGreaterThanOrEqual(300);
  expect(seen.queries.length + heldBack.queries.length).toBeGreaterThanOrEqual(60);
  expect(new Set(seen.queries.map(({ category }) => category)).size).toBeGreaterThanOrEqual(20);
  const texts = new Set(seen.queries.map(({ text }) => text));
  expect(heldBack.queries.filter(({ text }) => texts.has(text))).toEqual([]);
});
