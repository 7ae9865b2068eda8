'use client';
import dynamic from 'next/dynamic';
import { useState, useSyncExternalStore } from 'react';
import type { PostingContent } from '@/domain/jobs/schema/posting';
import { zoneCity } from '@/domain/scoring/time-zones';
import {
  CELL_MINUTES,
  decodeGrid,
  encodeGrid,
  rangesOf,
  shiftWeek,
  weekCells,
} from '@/domain/scoring/week-grid';
import { SHORT_DAYS, weekWords } from '@/domain/scoring/week-words';
import classes from '@/ui/board/core-hours.module.css';
import { minutesAhead } from '@/ui/board/week-fit';
import { hoursWords } from '@/ui/score-words';
import { useKeptWeekText } from '@/ui/week-grid/kept-week';

/** The visitor's zone; the server does not know it, and a zone does not change under a page. */
const useOwnZone = (): string | null =>
  useSyncExternalStore(
    () => () => undefined,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  );

/** What it takes to paint a week comes with the first visitor who wants to. */
const OwnWeek = dynamic(() => import('@/ui/board/own-week'), { ssr: false });

interface CoreHoursProps {
  core: NonNullable<PostingContent['core_hours']>;
  /** From when on clocks are compared, ms. */
  from: number;
}

/** The core hours of a job, and whether the visitor's own week fits them. */
export function CoreHours(props: CoreHoursProps) {
  const kept = useKeptWeekText() !== null;
  const [painting, setPainting] = useState(false);
  if (painting || kept) {
    return (
      <>
        <OwnWeek {...props} />
        {!kept && (
          <button type="button" className={classes.paint} onClick={() => setPainting(false)}>
            Show the job’s hours only
          </button>
        )}
      </>
    );
  }
  return (
    <>
      <JobHours {...props} />
      <button type="button" className={classes.paint} onClick={() => setPainting(true)}>
        Paint your week over it
      </button>
    </>
  );
}

/** The core hours of a job on a week, in the visitor's own time and in the job's. */
function JobHours({ core, from }: CoreHoursProps) {
  const ownZone = useOwnZone();
  const [chosen, setChosen] = useState<'own' | 'job' | null>(null);
  const ahead = ownZone === null ? [] : minutesAhead(core.timeZone, ownZone, from);
  const differs = ahead.some((minutes) => minutes !== 0);
  const own = differs && chosen !== 'job';
  const [first = 0, ...later] = own ? ahead : [0];
  const week = decodeGrid(core.grid);
  const shifted = (minutes: number) => shiftWeek(week, Math.round(minutes / CELL_MINUTES));
  const ranges = rangesOf(shifted(first));
  const start = Math.max(0, Math.floor(Math.min(...ranges.map((range) => range.from)) / 60) - 1);
  const end = Math.min(24, Math.ceil(Math.max(...ranges.map((range) => range.to)) / 60) + 1);
  const marked = weekCells(week) * CELL_MINUTES;
  const zone = own && ownZone !== null ? ownZone : core.timeZone;
  return (
    <div className={classes.core}>
      <div className={classes.zones} role="group" aria-label="Time zone shown">
        {differs && ownZone !== null ? (
          <>
            <button type="button" aria-pressed={own} onClick={() => setChosen('own')}>
              {zoneCity(ownZone)} time
            </button>
            <button type="button" aria-pressed={!own} onClick={() => setChosen('job')}>
              {zoneCity(core.timeZone)} time
            </button>
          </>
        ) : (
          <span>{zoneCity(zone)} time</span>
        )}
      </div>
      <div className={classes.grid} style={{ '--rows': end - start }} aria-hidden="true">
        {SHORT_DAYS.map((day) => (
          <b key={day}>{day}</b>
        ))}
        <div className={classes.hours}>
          {Array.from({ length: end - start }, (_, hour) => (
            <span key={hour}>{String(start + hour).padStart(2, '0')}</span>
          ))}
        </div>
        {SHORT_DAYS.map((name, day) => (
          <div key={name} className={classes.day}>
            {ranges
              .filter((range) => range.day === day)
              .map((range) => (
                <i
                  key={range.from}
                  style={{ '--from': range.from / 60 - start, '--length': (range.to - range.from) / 60 }}
                />
              ))}
          </div>
        ))}
      </div>
      <p>
        <b>{weekWords(encodeGrid(shifted(first)))}</b>, {zoneCity(zone)} time.{' '}
        {core.overlapMinutes < marked
          ? `You cover at least ${hoursWords(core.overlapMinutes)} of these ${hoursWords(marked)} h.`
          : 'These hours are fixed; any others are yours to place.'}
      </p>
      {later.map((minutes) => (
        <p key={minutes} className={classes.later}>
          For part of the year, when clocks change: {weekWords(encodeGrid(shifted(minutes)))}.
        </p>
      ))}
    </div>
  );
}
