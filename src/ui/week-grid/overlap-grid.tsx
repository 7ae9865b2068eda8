import { VisuallyHidden } from '@mantine/core';
import type { OverlayView } from '@/domain/pipeline/schema/explanation';
import { hoursWords } from '@/ui/score-words';
import classes from '@/ui/week-grid/overlap-grid.module.css';
import { missingWords, runsOf } from '@/ui/week-grid/overlap-runs';
import { clockWords, DAY_NAMES, SHORT_DAYS } from '@/domain/scoring/week-words';
import { zoneCity } from '@/domain/scoring/time-zones';

export interface OverlapGridProps {
  overlap: OverlayView;
  /** The person's city, when it may be named; else their zone's. */
  personCity?: string | null;
  /** Height of a day in px. */
  rowHeight?: number;
}

interface AxisProps {
  name: string;
  /** Half hours, as in the overlay. */
  from: number;
  to: number;
  ahead: number;
}

/** Half hours that a label needs beside it: it is 30 px wide, and the narrowest grid 290 px. */
const roomFor = (halfHours: number): number => Math.ceil((halfHours * 30) / 290);

/** A label every two hours, or as many as have room, from the first even hour; none that the end would cut. */
function Axis({ name, from, to, ahead }: AxisProps) {
  const room = roomFor(to - from);
  const every = Math.ceil(room / 4) * 4;
  const first = Math.ceil(from / 4) * 4;
  return (
    <div className={classes.axis} aria-hidden="true">
      <b>{name}</b>
      <div>
        {Array.from({ length: Math.max(0, Math.floor((to - room - first) / every) + 1) }, (_, index) => {
          const at = first + index * every;
          return (
            <span key={at} style={{ left: `${((at - from) / (to - from)) * 100}%` }}>
              {clockWords(at * 30 + ahead)}
            </span>
          );
        })}
      </div>
    </div>
  );
}

/** A person's week on the job's core hours, in the job's time, with both clocks along it. Read-only. */
export function OverlapGrid({ overlap, personCity, rowHeight = 13 }: OverlapGridProps) {
  const { from, to, jobZone, personZone, offsetMinutes, overlapMinutes, neededMinutes } = overlap;
  const days = runsOf(overlap);
  const span = (to - from) * 30;
  const missing = missingWords(days);
  return (
    <div style={{ '--cells': to - from }}>
      <VisuallyHidden>
        {`${hoursWords(overlapMinutes)} of ${hoursWords(neededMinutes)} core hours asked for overlap.`}
        {missing && ` Missing, in ${zoneCity(jobZone)} time: ${missing}.`}
      </VisuallyHidden>
      <Axis name={zoneCity(jobZone)} from={from} to={to} ahead={0} />
      <div className={classes.days} aria-hidden="true">
        {days.map((runs, day) => (
          <div key={DAY_NAMES[day]} className={classes.day} style={{ height: rowHeight }}>
            <span style={{ lineHeight: `${rowHeight}px` }}>{SHORT_DAYS[day]}</span>
            <div className={classes.track}>
              {runs.map((run) => (
                <i
                  key={run.from}
                  data-kind={run.kind}
                  style={{
                    left: `${((run.from - from * 30) / span) * 100}%`,
                    width: `${((run.to - run.from) / span) * 100}%`,
                  }}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
      <Axis name={personCity ?? zoneCity(personZone)} from={from} to={to} ahead={offsetMinutes} />
    </div>
  );
}

/** What the colours of the overlap grid mean, with the hours counted that are missing of those asked for. */
export function OverlapLegend({ overlap }: { overlap: OverlayView }) {
  const missingMinutes = overlap.neededMinutes - overlap.overlapMinutes;
  const uncovered = overlap.cells.flat().filter((cell) => cell === 'missing').length * 30;
  const spare = overlap.cells.some((day) => day.includes('spare'));
  return (
    <span className={classes.legend}>
      <span>
        <i data-kind="both" />
        both
      </span>
      <span>
        <i data-kind="theirs" />
        theirs
      </span>
      {missingMinutes > 0 && (
        <span>
          <i data-kind="missing" />
          {uncovered > missingMinutes ? 'of these missing' : 'missing'} {hoursWords(missingMinutes)} h
        </span>
      )}
      {spare && (
        <span>
          <i data-kind="spare" />
          core, not needed
        </span>
      )}
    </span>
  );
}
