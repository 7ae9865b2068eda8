'use client';
import { memo } from 'react';
import { outlineEdges, type SlotState, type StepMinutes } from '@/ui/week-grid/cells';
import classes from '@/ui/week-grid/week-grid.module.css';
import { clockWords, DAY_NAMES, SHORT_DAYS } from '@/domain/scoring/week-words';

export interface WeekCellsProps {
  day: number;
  first: number;
  step: StepMinutes;
  /** One letter a slot, so that an unchanged day is not drawn again: `-` off, `~` some, `#` on. */
  states: string;
  /** The same for the hours to outline: `#` where the other side asks. */
  outline: string;
  /** Slot that Tab reaches, or null when it is on another day. */
  tabSlot: number | null;
  disabled: boolean;
  onToggle: (day: number, slot: number) => void;
  onFocusSlot: (day: number, slot: number) => void;
}

export const STATE_LETTER: Record<SlotState, string> = { off: '-', some: '~', on: '#' };

/** One day of the grid: its name and a button for each slot. */
export const WeekCells = memo(function WeekCells(props: WeekCellsProps) {
  const { day, first, step, states, outline, tabSlot, disabled, onToggle, onFocusSlot } = props;
  return (
    <>
      <span
        className={classes.dayName}
        data-weekend={day > 4 || undefined}
        style={{ '--day': day }}
        aria-hidden="true"
      >
        {SHORT_DAYS[day]}
      </span>
      {Array.from(states, (state, index) => {
        const slot = first + index;
        const from = slot * step;
        return (
          <button
            key={slot}
            type="button"
            className={classes.cell}
            style={{ '--day': day, '--slot': index }}
            data-day={day}
            data-slot={slot}
            data-state={state}
            data-outline={outlineEdges(outline, index)}
            data-hour={from % 60 === 0 || undefined}
            aria-pressed={state === '~' ? 'mixed' : state === '#'}
            aria-label={`${DAY_NAMES[day]} ${clockWords(from)}`}
            tabIndex={slot === tabSlot ? 0 : -1}
            disabled={disabled}
            // A pointer paints on its own; this is Space, Enter and assistive technology.
            onClick={(event) => event.detail === 0 && onToggle(day, slot)}
            onFocus={() => onFocusSlot(day, slot)}
          />
        );
      })}
    </>
  );
});
