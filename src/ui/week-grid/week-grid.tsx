'use client';
import { Button, Group, Input, Text } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { gridMinutes } from '@/domain/scoring/week-grid';
import { counted, hoursWords } from '@/ui/score-words';
import { AddHours } from '@/ui/week-grid/add-hours';
import { EMPTY_GRID, addRanges, shownHours, slotState, weekOf, type StepMinutes } from '@/ui/week-grid/cells';
import { HourAxis } from '@/ui/week-grid/hour-axis';
import { useWeekPainting } from '@/ui/week-grid/use-week-painting';
import { STATE_LETTER, WeekCells } from '@/ui/week-grid/week-cells';
import classes from '@/ui/week-grid/week-grid.module.css';
import { DAY_NAMES, weekWords } from '@/domain/scoring/week-words';
import { zoneCity } from '@/domain/scoring/time-zones';
import { minutesAhead } from '@/ui/week-grid/zones';

export interface WeekGridProps {
  /** Base64 grid of 672 quarters of an hour in `timeZone`; an empty text is an empty week. */
  value: string;
  onChange: (grid: string) => void;
  /** IANA zone that the grid is in. */
  timeZone: string;
  /** A zone whose hours are written along the other side. */
  secondZone?: { timeZone: string; label?: string } | undefined;
  label: ReactNode;
  description?: ReactNode;
  error?: ReactNode;
  stepMinutes?: StepMinutes;
  /** Hours the other side asks for, in the same zone: outlined. */
  outline?: string | undefined;
  /** Word of the summary: "Core", "Free". */
  word?: string;
  disabled?: boolean;
}

const USUAL = { from: 7, to: 21 };

/** A week to mark by dragging, by keys, or by typing hours in. */
export function WeekGrid(props: WeekGridProps) {
  const {
    value,
    onChange,
    timeZone,
    secondZone,
    label,
    description,
    error,
    outline,
    disabled = false,
  } = props;
  const step = props.stepMinutes ?? 30;
  const id = useId();
  const [wholeDay, setWholeDay] = useState(false);
  const hours = useMemo(
    () =>
      wholeDay
        ? { from: 0, to: 24 }
        : shownHours([weekOf(value), weekOf(outline ?? '')], USUAL.from, USUAL.to),
    [wholeDay, value, outline],
  );
  const first = (hours.from * 60) / step;
  const slots = ((hours.to - hours.from) * 60) / step;
  const { grid, drawn, focus, setFocus, toggle, handlers } = useWeekPainting({
    value,
    onChange,
    step,
    first,
    last: first + slots - 1,
    disabled,
  });
  const [now] = useState(() => Date.now());
  const ahead = secondZone ? minutesAhead(timeZone, secondZone.timeZone, now) : null;

  const onFocusSlot = useCallback((day: number, slot: number) => setFocus({ day, slot }), [setFocus]);
  const letters = (text: string, day: number): string =>
    Array.from(
      { length: slots },
      (_, i) => STATE_LETTER[slotState(weekOf(text), { day, slot: first + i }, step)],
    ).join('');
  const minutes = gridMinutes(drawn);

  return (
    <Input.Wrapper
      id={id}
      label={label}
      description={description}
      error={error}
      labelElement="div"
      inputContainer={(children) => children}
    >
      <fieldset
        className={classes.frame}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-summary${error ? ` ${id}-error` : ''}`}
      >
        {/* The keys and the pointer belong to the cells inside; the frame only listens for all of them. */}
        <div
          ref={grid}
          className={classes.grid}
          style={{ '--count': slots }}
          data-second={ahead !== null || undefined}
          data-error={Boolean(error) || undefined}
          {...handlers}
        >
          <HourAxis name={zoneCity(timeZone)} from={hours.from} to={hours.to} step={step} />
          {DAY_NAMES.map((name, day) => (
            <WeekCells
              key={name}
              day={day}
              first={first}
              step={step}
              states={letters(drawn, day)}
              outline={letters(outline ?? EMPTY_GRID, day)}
              tabSlot={focus.day === day ? focus.slot : null}
              disabled={disabled}
              onToggle={(day, slot) => toggle({ day, slot })}
              onFocusSlot={onFocusSlot}
            />
          ))}
          {secondZone && ahead !== null && (
            <HourAxis
              name={secondZone.label ?? zoneCity(secondZone.timeZone)}
              from={hours.from}
              to={hours.to}
              step={step}
              ahead={ahead}
              second
            />
          )}
        </div>
        <Group gap={8} mt={8} align="center">
          <Text size="xs" id={`${id}-summary`} className={classes.summary} aria-live="polite">
            {minutes === 0
              ? 'No hours marked.'
              : `${props.word ? `${props.word}, ` : ''}${hoursWords(minutes)} h: ${weekWords(drawn)}`}
          </Text>
          {!disabled && (
            <Group gap={4} className={classes.tools}>
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => setWholeDay(!wholeDay)}
                aria-pressed={wholeDay}
              >
                {wholeDay ? `Show ${counted(USUAL.to - USUAL.from, 'hour')}` : 'Show 24 hours'}
              </Button>
              <AddHours onAdd={(ranges) => onChange(addRanges(value, ranges))} />
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                disabled={minutes === 0}
                onClick={() => onChange(EMPTY_GRID)}
              >
                Clear
              </Button>
            </Group>
          )}
        </Group>
      </fieldset>
    </Input.Wrapper>
  );
}
