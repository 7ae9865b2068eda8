import type { PostingContent } from '@/domain/jobs/schema/posting';
import { zoneCity } from '@/domain/scoring/time-zones';
import { decodeGrid } from '@/domain/scoring/week-grid';
import { weekWords } from '@/domain/scoring/week-words';
import classes from '@/ui/board/core-hours.module.css';
import { coverWords, HoursGrid } from '@/ui/board/hours-grid';
import { WeekIsland } from '@/ui/board/week-island';

interface CoreHoursProps {
  core: NonNullable<PostingContent['core_hours']>;
  /** From when on clocks are compared, ms. */
  from: number;
}

/** The core hours of a job as the server draws them, in the job's time; the visitor's own time and week come to it. */
export function CoreHours({ core, from }: CoreHoursProps) {
  const zone = zoneCity(core.timeZone);
  return (
    <WeekIsland core={core} from={from}>
      <div className={classes.core}>
        <div className={classes.zones} role="group" aria-label="Time zone shown">
          <span>{zone} time</span>
        </div>
        <HoursGrid week={decodeGrid(core.grid)} />
        <p>
          <b>{weekWords(core.grid)}</b>, {zone} time. {coverWords(core)}
        </p>
      </div>
    </WeekIsland>
  );
}
