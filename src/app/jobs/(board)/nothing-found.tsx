import type { BoardFilter, BoardPage } from '@/domain/jobs/schema/board';
import classes from '@/ui/board/board.module.css';
import { counted } from '@/ui/score-words';
import { boardHref, without, type BoardParams } from './search-params';

const FILTER_WORDS: Record<BoardFilter, string> = {
  q: 'Without the words',
  hours: 'With any number of hours',
  mode: 'Remote, hybrid or on site',
  engagement: 'With any engagement',
  place: 'In any place',
  skill: 'With any skills',
  pay: 'With any pay, or none shown',
};

/** Why the list is empty, and what each filter keeps away. */
export const NothingFound = ({ params, page }: { params: BoardParams; page: BoardPage }) => (
  <div className={classes.empty}>
    {page.relaxations.length > 0 ? (
      <>
        <p>No job passes all of your filters. Leaving one of them out brings:</p>
        <ul>
          {page.relaxations.map(({ filter, total }) => (
            <li key={filter}>
              <a className="fb-link" href={boardHref(without(params, filter))}>
                {FILTER_WORDS[filter]}
              </a>
              <span>{counted(total, 'job')}</span>
            </li>
          ))}
        </ul>
      </>
    ) : (
      <p>No open job is close to this search: leaving out any one filter brings none either.</p>
    )}
    <p>
      <a className="fb-link" href="/jobs">
        See all open jobs
      </a>
    </p>
  </div>
);
