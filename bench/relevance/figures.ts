import type { QueryLine } from './formats';

export const TOP = 10;

/** Means over the queries: relevant ones among the first ten ÷ 10, and nDCG@10 with gains of 0 and 1. */
export interface Figures {
  p10: number;
  ndcg10: number;
}

const gain = (place: number): number => 1 / Math.log2(place + 2);
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/** P@10 and nDCG@10 of one ranking; `relevant` by place, `inAll` = how many relevant ones there are. */
export function judge(relevant: readonly boolean[], inAll: number): Figures {
  const top = relevant.slice(0, TOP);
  const gained = top.reduce((sum, hit, place) => sum + (hit ? gain(place) : 0), 0);
  const ideal = Array.from({ length: Math.min(TOP, inAll) }, (_, place) => gain(place)).reduce(
    (a, b) => a + b,
    0,
  );
  return { p10: top.filter(Boolean).length / TOP, ndcg10: ideal === 0 ? 0 : gained / ideal };
}

/** The mean over all queries; a résumé is relevant when it is of the query's category. */
export function figuresOf(
  queries: readonly QueryLine[],
  categories: readonly string[],
  rankingOf: (query: QueryLine, index: number) => readonly number[],
): { mean: Figures; each: Figures[] } {
  const counts = new Map<string, number>();
  for (const category of categories) counts.set(category, (counts.get(category) ?? 0) + 1);
  const each = queries.map((query, index) =>
    judge(
      rankingOf(query, index).map((place) => categories[place] === query.category),
      counts.get(query.category) ?? 0,
    ),
  );
  const mean = (key: keyof Figures): number =>
    rounded(each.reduce((sum, figures) => sum + figures[key], 0) / Math.max(1, each.length));
  return { mean: { p10: mean('p10'), ndcg10: mean('ndcg10') }, each };
}
