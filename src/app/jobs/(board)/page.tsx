import { IconSearch } from '@tabler/icons-react';
import { TRPCError } from '@trpc/server';
import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import type { SearchParams } from 'nuqs/server';
import { createCaller } from '@/trpc/root';
import { pageContext } from '@/trpc/server';
import classes from '@/ui/board/board.module.css';
import { JobRow } from '@/ui/board/job-row';
import { counted } from '@/ui/score-words';
import { BoardForm } from './board-form';
import { Filters } from './filters';
import { NothingFound } from './nothing-found';
import { boardHref, boardSearch, filtersOf, loadBoardParams, type BoardParams } from './search-params';
import { TooMany } from './too-many';

interface Props {
  searchParams: Promise<SearchParams>;
}

/** Only the plain board is for search engines: its filtered views are the same jobs again. */
export const generateMetadata = async ({ searchParams }: Props): Promise<Metadata> => {
  const plain = Object.keys(await searchParams).length === 0;
  return {
    title: { absolute: 'Flexible jobs by the week · Flexibees' },
    description:
      'Part-time, project and retainer jobs with their hours, core hours and pay shown. Search by the hours a week you can give; no account needed.',
    alternates: { canonical: '/jobs' },
    robots: plain ? null : { index: false, follow: true },
  };
};

const SORT_WORDS = {
  newest: 'Newest first',
  pay: 'Best paid first',
  fit: 'Hours that fit best first',
} as const;

/** Goes on to the address with the id of the skill that was typed; one that is not known is searched for as a word. */
const addSkill = async (params: BoardParams): Promise<never> => {
  const name = (params.add ?? '').trim().slice(0, 80);
  const next = { ...params, add: null, after: null };
  if (name === '') redirect(boardHref(next) as Route);
  const skill = await createCaller(await pageContext()).board.skillNamed({ name });
  redirect(
    boardHref(
      skill === null
        ? { ...next, q: [params.q, name].filter((part) => part !== null).join(' ') }
        : { ...next, skill: [...params.skill.filter((id) => id !== skill.id), skill.id] },
    ) as Route,
  );
};

export default async function BoardPage({ searchParams }: Props) {
  const params = await loadBoardParams(searchParams);
  if (params.add !== null) await addSkill(params);
  const search = boardSearch(params);
  const filters = filtersOf(search).filter((filter) => filter !== 'q');
  const found = await createCaller(await pageContext())
    .board.search(search)
    .catch((error: unknown) => {
      if (error instanceof TRPCError && error.code === 'TOO_MANY_REQUESTS') return null;
      throw error;
    });
  if (found === null) return <TooMany />;
  const { total, items, nextCursor } = found;
  const words = search.q === undefined ? '' : ` for “${search.q}”`;
  return (
    <BoardForm className={classes.board}>
      <div className={classes.head}>
        <h1 className={classes.heading}>
          <span role="status">
            {total === 0 ? `No flexible jobs${words}` : `${counted(total, 'flexible job')}${words}`}
          </span>
        </h1>
        <div className={classes.search}>
          <label className={classes.words}>
            <span className={classes.hidden}>Search jobs</span>
            <IconSearch size={18} stroke={1.6} aria-hidden="true" />
            <input
              type="search"
              name="q"
              maxLength={120}
              defaultValue={params.q ?? ''}
              placeholder="Job, employer, skill or town"
            />
          </label>
          <label className={classes.sort}>
            <span className={classes.hidden}>Order</span>
            <select name="sort" defaultValue={search.sort}>
              {(['newest', 'pay', 'fit'] as const).map((sort) => (
                <option key={sort} value={sort}>
                  {SORT_WORDS[sort]}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className={classes.button}>
            Search
          </button>
        </div>
        {search.sort === 'fit' && search.hours === undefined && (
          <p className={classes.note}>
            Say how many hours a week you can give, and jobs are ordered by them.
          </p>
        )}
        <label className={classes.toggle}>
          <input type="checkbox" data-silent className={classes.open} />
          {filters.length === 0 ? 'Filters' : `Filters ${filters.length}`}
        </label>
      </div>
      <aside className={classes.filters} aria-label="Filters">
        <Filters params={params} page={found} />
      </aside>
      <section className={classes.results} aria-label="Jobs">
        {total === 0 ? (
          <NothingFound params={params} page={found} />
        ) : (
          <ul className={classes.list}>
            {items.map((item) => (
              <JobRow key={item.jobId} {...item} />
            ))}
          </ul>
        )}
        <nav className={classes.more} aria-label="More jobs">
          {nextCursor !== null && (
            <a className={classes.quiet} href={boardHref({ ...params, after: nextCursor })}>
              Show more
            </a>
          )}
          {search.after !== null && (
            <a className="fb-link" href={boardHref({ ...params, after: null })}>
              Back to the first jobs
            </a>
          )}
        </nav>
      </section>
    </BoardForm>
  );
}
