'use client';
import { useState } from 'react';
import type { PostingContent } from '@/domain/jobs/schema/posting';
import { zoneCity } from '@/domain/scoring/time-zones';
import { CELL_MINUTES, decodeGrid, encodeGrid, shiftWeek } from '@/domain/scoring/week-grid';
import { weekWords } from '@/domain/scoring/week-words';
import classes from '@/ui/board/core-hours.module.css';
import { coverWords, HoursGrid } from '@/ui/board/hours-grid';
import OwnWeek from '@/ui/board/own-week';
import { minutesAhead } from '@/ui/board/week-fit';

export interface OwnHoursProps {
  core: NonNullable<PostingContent['core_hours']>;
  /** From when on clocks are compared, ms. */
  from: number;
  painting: boolean;
}

const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The core hours of a job in the visitor's own time, or whether their own week fits. */
export default function OwnHours({ painting, ...props }: OwnHoursProps) {
  return painting ? <OwnWeek {...props} /> : <JobHours {...props} />;
}

/** The core hours of a job on a week, in the visitor's own time and in the job's. */
function JobHours({ core, from }: Pick<OwnHoursProps, 'core' | 'from'>) {
  const [zoneHere] = useState(ownZone);
  const [ahead] = useState(() => minutesAhead(core.timeZone, zoneHere, from));
  const [chosen, setChosen] = useState<'own' | 'job' | null>(null);
  const differs = ahead.some((minutes) => minutes !== 0);
  const own = differs && chosen !== 'job';
  const [first = 0, ...later] = own ? ahead : [0];
  const week = decodeGrid(core.grid);
  const shifted = (minutes: number) => shiftWeek(week, Math.round(minutes / CELL_MINUTES));
  const zone = own ? zoneHere : core.timeZone;
  return (
    <div className={classes.core}>
      <div className={classes.zones} role="group" aria-label="Time zone shown">
        {differs ? (
          <>
            <button type="button" aria-pressed={own} onClick={() => setChosen('own')}>
              {zoneCity(zoneHere)} time
            </button>
            <button type="button" aria-pressed={!own} onClick={() => setChosen('job')}>
              {zoneCity(core.timeZone)} time
            </button>
          </>
        ) : (
          <span>{zoneCity(zone)} time</span>
        )}
      </div>
      <HoursGrid week={shifted(first)} />
      <p>
        <b>{weekWords(encodeGrid(shifted(first)))}</b>, {zoneCity(zone)} time. {coverWords(core)}
      </p>
      {later.map((minutes) => (
        <p key={minutes} className={classes.later}>
          For part of the year, when clocks change: {weekWords(encodeGrid(shifted(minutes)))}.
        </p>
      ))}
    </div>
  );
}
