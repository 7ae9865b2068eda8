import type { BoardItem } from '@/domain/jobs/schema/board';
import classes from '@/ui/board/board.module.css';
import { CoreBars } from '@/ui/board/core-bars';
import { hoursWords } from '@/ui/score-words';

const total = (days: readonly number[]): number => days.reduce((sum, day) => sum + day, 0);

/** A job on the board: what it is, what it pays, and the week it asks for. */
export function JobRow({ path, title, organizationName, words, coreMinutes }: BoardItem) {
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <h2 className={classes.title}>
          <a href={path}>{title}</a>
        </h2>
        <p className={classes.employer}>{organizationName}</p>
        <p className={classes.facts}>
          {words.work && <span className={classes.place}>{words.work}</span>}
          {words.hours && <span className={classes.clock}>{words.hours}</span>}
        </p>
      </div>
      <div className={classes.terms}>
        <b>{words.pay ?? 'Pay is not shown'}</b>
        <span>
          {[words.engagement, words.duration?.toLowerCase()].filter((part) => part != null).join(', ')}
        </span>
        <span>{words.coreHours ?? 'No core hours'}</span>
      </div>
      <div className={classes.week}>
        {coreMinutes === null ? (
          <span className={classes.when}>
            <b>Any time</b>
            <span>no core hours</span>
          </span>
        ) : (
          <>
            <CoreBars minutes={coreMinutes} />
            <span className={classes.when}>
              <b>{hoursWords(total(coreMinutes))} h</b>
              <span>core hours</span>
            </span>
          </>
        )}
      </div>
    </li>
  );
}
