import MiniSearch from 'minisearch';
import { TOP } from './figures';
import type { QueryLine, ResumeLine } from './formats';

/** Places of the ten best résumés for each query by BM25+ over their whole text, as the library has it. */
export function bm25Rankings(queries: readonly QueryLine[], resumes: readonly ResumeLine[]): number[][] {
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  index.addAll(resumes.map(({ text }, id) => ({ id, text })));
  return queries.map(({ title, text }) =>
    index
      .search(`${title} ${text}`)
      .slice(0, TOP)
      .map(({ id }) => Number(id)),
  );
}
