'use client';
import { useMemo, useState } from 'react';
import type { PostingContent } from '@/domain/jobs/schema/posting';
import { isTimeZone, zoneCity } from '@/domain/scoring/time-zones';
import { gridMinutes } from '@/domain/scoring/week-grid';
import { clockWords, DAY_NAMES, SHORT_DAYS } from '@/domain/scoring/week-words';
import { coreHoursAhead, fitsOf, minutesAhead } from '@/ui/board/week-fit';
import classes from '@/ui/board/own-week.module.css';
import { hoursWords } from '@/ui/score-words';
import { EMPTY_GRID, addRanges, shownHours, slotState, weekOf } from '@/ui/week-grid/cells';
import { keepWeek, useKeptWeekText, weekIn } from '@/ui/week-grid/kept-week';
import { useWeekPainting } from '@/ui/week-grid/use-week-painting';
import { deviceZone } from '@/ui/week-grid/zones';

const STEP = 30;

export interface OwnWeekProps {
  core: NonNullable<PostingContent['core_hours']>;
  /** From when on clocks are compared, ms. */
  from: number;
}

/** The visitor's own week over a job's core hours: painted, or typed in, and kept in this browser only. */
export default function OwnWeek({ core, from }: OwnWeekProps) {
  const text = useKeptWeekText();
  const kept = useMemo(() => {
    const week = weekIn(text);
    return week !== null && isTimeZone(week.timeZone) ? week : null;
  }, [text]);
  const [zone] = useState(deviceZone);
  const own = kept ?? { grid: EMPTY_GRID, timeZone: zone };
  const change = (grid: string) =>
    keepWeek(gridMinutes(grid) === 0 ? null : { grid, timeZone: own.timeZone });
  const [ahead = 0] = minutesAhead(core.timeZone, own.timeZone, from);
  const need = useMemo(() => coreHoursAhead(core, ahead), [core, ahead]);
  const hours = useMemo(() => shownHours([weekOf(own.grid), need], 8, 20), [own.grid, need]);
  const first = (hours.from * 60) / STEP;
  const slots = ((hours.to - hours.from) * 60) / STEP;
  const { grid, drawn, focus, setFocus, toggle, handlers } = useWeekPainting({
    value: own.grid,
    onChange: change,
    step: STEP,
    first,
    last: first + slots - 1,
    disabled: false,
  });
  const mine = weekOf(drawn);
  const [fit = 0, ...later] = fitsOf(core, { ...own, grid: drawn }, from);
  const asked = hoursWords(core.overlapMinutes);
  return (
    <div className={classes.week}>
      <p className={classes.lead}>
        Drag over the hours you can work, in {zoneCity(own.timeZone)} time. It stays in this browser.
      </p>
      {/* The keys and the pointer belong to the cells inside; the frame only listens for all of them. */}
      <div
        ref={grid}
        role="group"
        aria-label={`Your week, ${zoneCity(own.timeZone)} time`}
        className={classes.grid}
        style={{ '--count': slots }}
        {...handlers}
      >
        {SHORT_DAYS.map((day, at) => (
          <b key={day} style={{ '--day': at }} aria-hidden="true">
            {day}
          </b>
        ))}
        {Array.from({ length: hours.to - hours.from }, (_, hour) => (
          <span key={hour} style={{ '--slot': hour * 2 }} aria-hidden="true">
            {clockWords((hours.from + hour) * 60).slice(0, 2)}
          </span>
        ))}
        {DAY_NAMES.map((name, day) =>
          Array.from({ length: slots }, (_, index) => {
            const slot = first + index;
            const at = { day, slot };
            const on = slotState(mine, at, STEP) !== 'off';
            const needed = slotState(need, at, STEP) !== 'off';
            return (
              <button
                key={`${day}.${slot}`}
                type="button"
                className={classes.cell}
                style={{ '--day': day, '--slot': index }}
                data-day={day}
                data-slot={slot}
                data-look={on ? (needed ? 'both' : 'own') : undefined}
                data-needed={needed || undefined}
                data-hour={slot % 2 === 0 || undefined}
                aria-pressed={on}
                aria-label={`${name} ${clockWords(slot * STEP)}${needed ? ', the job asks' : ''}`}
                tabIndex={focus.day === day && focus.slot === slot ? 0 : -1}
                // A pointer paints on its own; this is Space, Enter and assistive technology.
                onClick={(event) => event.detail === 0 && toggle(at)}
                onFocus={() => setFocus(at)}
              />
            );
          }),
        )}
      </div>
      <p className={classes.legend} aria-hidden="true">
        <i data-look="both" /> both <i data-look="own" /> yours only <i data-needed /> the job asks
      </p>
      <p role="status">
        <b>
          {hoursWords(fit)} of {asked} h fit
        </b>
        {later.filter((minutes) => minutes !== fit).length > 0 &&
          `, ${later.map((minutes) => hoursWords(minutes)).join(' or ')} for part of the year, when clocks change`}
        .{gridMinutes(drawn) > 0 && ' The application form takes this week over.'}
      </p>
      <TypedHours
        onAdd={(ranges) => change(addRanges(own.grid, ranges))}
        onClear={gridMinutes(drawn) > 0 ? () => keepWeek(null) : null}
      />
    </div>
  );
}

interface TypedHoursProps {
  onAdd: (ranges: { day: number; from: number; to: number }[]) => void;
  /** null while there is nothing to clear. */
  onClear: (() => void) | null;
}

const minutesOf = (time: FormDataEntryValue | null): number | null => {
  const match = typeof time === 'string' ? /^(\d{2}):(\d{2})$/.exec(time) : null;
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
};

/** The same by typing: days, from and to. An end before the start is on the next day. */
function TypedHours({ onAdd, onClear }: TypedHoursProps) {
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <div className={classes.tools}>
      <details>
        <summary>Type hours instead</summary>
        <form
          className={classes.typed}
          onSubmit={(event) => {
            event.preventDefault();
            const data = new FormData(event.currentTarget);
            const [from, to] = [minutesOf(data.get('from')), minutesOf(data.get('to'))];
            const days = data.getAll('day').map(Number);
            if (days.length === 0 || from === null || to === null)
              return setProblem('Choose at least one day, and both times.');
            setProblem(null);
            onAdd(days.map((day) => ({ day, from, to })));
          }}
        >
          <fieldset>
            <legend>Days</legend>
            {SHORT_DAYS.map((name, day) => (
              <label key={name}>
                <input type="checkbox" name="day" value={day} aria-label={DAY_NAMES[day]} /> {name}
              </label>
            ))}
          </fieldset>
          <label>
            From <input type="time" name="from" defaultValue="09:00" step={900} />
          </label>
          <label>
            To <input type="time" name="to" defaultValue="13:00" step={900} />
          </label>
          <button type="submit">Add to my week</button>
          {problem !== null && (
            <p role="alert" className={classes.problem}>
              {problem}
            </p>
          )}
        </form>
      </details>
      {onClear !== null && (
        <button type="button" onClick={onClear}>
          Clear
        </button>
      )}
    </div>
  );
}
