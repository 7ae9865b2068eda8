import { Text, VisuallyHidden } from '@mantine/core';
import type { Overlay } from '@/domain/scoring/overlay';
import { hoursWords } from '@/ui/score-words';
import classes from '@/ui/week-grid/overlap-grid.module.css';
import { hoursAround, missingWords, runsOf } from '@/ui/week-grid/overlap-runs';
import { clockWords, DAY_NAMES, SHORT_DAYS } from '@/ui/week-grid/week-words';
import { zoneCity } from '@/ui/week-grid/zones';

/** `Overlay` of the engine with plain numbers for its cells, and the two zones by name. */
export interface OverlapView extends Pick<
  Overlay,
  'neededMinutes' | 'bothMinutes' | 'aheadMinutes' | 'pairs'
> {
  /** 672 sums of the engine's `CELL`, in the job's wall time. */
  cells: readonly number[];
  jobZone: string;
  personZone: string;
  /** The person's city, when it may be named. */
  personCity?: string | null;
}

export interface OverlapGridProps {
  overlap: OverlapView;
  /** Height of a day in px. */
  rowHeight?: number;
}

const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

function clockNote({ pairs, bothMinutes, neededMinutes }: OverlapView): string | null {
  const better = pairs.filter((pair) => pair.bothMinutes > bothMinutes);
  if (better.length === 0) return pairs.length > 1 ? 'Summer and winter clocks give the same.' : null;
  const others = better.map(
    (pair) =>
      `from ${DATE.format(pair.at)} ${hoursWords(pair.bothMinutes)} of ${hoursWords(neededMinutes)} h`,
  );
  return `Clocks change in this term; the worse case is shown. Else: ${others.join(', ')}.`;
}

interface AxisProps {
  name: string;
  from: number;
  to: number;
  ahead: number;
}

function Axis({ name, from, to, ahead }: AxisProps) {
  return (
    <div className={classes.axis} aria-hidden="true">
      <b>{name}</b>
      {Array.from({ length: (to - from) / 2 }, (_, pair) => (
        <span key={pair}>{clockWords((from + pair * 2) * 60 + ahead)}</span>
      ))}
    </div>
  );
}

/** A person's week on the job's core hours, in the job's time, with both clocks along it. Read-only. */
export function OverlapGrid({ overlap, rowHeight = 13 }: OverlapGridProps) {
  const days = DAY_NAMES.map((_, day) => runsOf(overlap.cells, day));
  const { from, to } = hoursAround(days);
  const span = (to - from) * 60;
  const missing = missingWords(days);
  const note = clockNote(overlap);
  return (
    <div className={classes.grid} style={{ '--hours': to - from }}>
      <VisuallyHidden>
        {`${hoursWords(overlap.bothMinutes)} of ${hoursWords(overlap.neededMinutes)} core hours overlap.`}
        {missing && ` Missing, in ${zoneCity(overlap.jobZone)} time: ${missing}.`}
      </VisuallyHidden>
      <Axis name={zoneCity(overlap.jobZone)} from={from} to={to} ahead={0} />
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
                    left: `${((run.from - from * 60) / span) * 100}%`,
                    width: `${((run.to - run.from) / span) * 100}%`,
                  }}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
      <Axis
        name={overlap.personCity ?? zoneCity(overlap.personZone)}
        from={from}
        to={to}
        ahead={overlap.aheadMinutes}
      />
      {note && (
        <Text size="xs" c="dimmed" mt={4}>
          {note}
        </Text>
      )}
    </div>
  );
}

/** What the colours of the overlap grid mean, with the missing hours counted. */
export function OverlapLegend({ missingMinutes }: { missingMinutes: number }) {
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
          missing {hoursWords(missingMinutes)} h
        </span>
      )}
    </span>
  );
}
