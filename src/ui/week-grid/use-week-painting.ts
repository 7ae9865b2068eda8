'use client';
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { EMPTY_GRID, paint, slotState, weekOf, type Slot, type StepMinutes } from '@/ui/week-grid/cells';

export interface WeekPaintingOptions {
  value: string;
  onChange: (grid: string) => void;
  step: StepMinutes;
  /** First and last slot drawn. */
  first: number;
  last: number;
  disabled: boolean;
}

/** What a drag or a shift-arrow started from: the rectangle is always laid over this grid. */
interface Stroke {
  base: string;
  anchor: Slot;
  on: boolean;
}

const slotUnder = (target: Element | null): Slot | null => {
  const cell = target?.closest<HTMLElement>('[data-slot]');
  return cell ? { day: Number(cell.dataset['day']), slot: Number(cell.dataset['slot']) } : null;
};

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/**
 * Pointer and keys of the week grid. A drag paints a rectangle and is told once, at its end; Escape drops it. Arrows move,
 * Space toggles, Shift and arrows extend what the first cell holds.
 */
export function useWeekPainting({ value, onChange, step, first, last, disabled }: WeekPaintingOptions) {
  const shown = value === '' ? EMPTY_GRID : value;
  const [draft, setDraft] = useState<string | null>(null);
  const [focus, setFocus] = useState<Slot>({ day: 0, slot: clamp(540 / step, first, last) });
  const drag = useRef<Stroke | null>(null);
  const extension = useRef<Stroke | null>(null);
  const grid = useRef<HTMLDivElement>(null);

  const stateAt = (at: Slot): boolean => slotState(weekOf(shown), at, step) !== 'off';
  const toggle = (at: Slot): void => {
    extension.current = null;
    onChange(paint(shown, at, at, step, !stateAt(at)));
  };

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    const at = slotUnder(event.target as Element);
    if (!at || disabled || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { base: shown, anchor: at, on: !stateAt(at) };
    extension.current = null;
    setFocus(at);
    setDraft(paint(shown, at, at, step, drag.current.on));
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const stroke = drag.current;
    if (!stroke) return;
    // The pointer is captured, so the event's own target stays the grid.
    const at = slotUnder(document.elementFromPoint(event.clientX, event.clientY));
    if (at) setDraft(paint(stroke.base, stroke.anchor, at, step, stroke.on));
  };
  const onPointerUp = (): void => {
    if (drag.current && draft !== null) onChange(draft);
    drag.current = null;
    setDraft(null);
  };
  const onPointerCancel = (): void => {
    drag.current = null;
    setDraft(null);
  };

  const moveTo = (at: Slot): void => {
    setFocus(at);
    grid.current?.querySelector<HTMLElement>(`[data-day="${at.day}"][data-slot="${at.slot}"]`)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape' && drag.current) {
      event.preventDefault();
      onPointerCancel();
      return;
    }
    const at = slotUnder(event.target as Element);
    if (!at || disabled) return;
    // On a phone the days stand side by side: what an arrow means depends on how the grid lies.
    const upright = getComputedStyle(event.currentTarget).getPropertyValue('--upright').trim() === '1';
    const alongDay = upright ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
    const acrossDays = upright ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    let { day, slot } = at;
    if (alongDay.includes(event.key)) slot += event.key === alongDay[0] ? -1 : 1;
    else if (acrossDays.includes(event.key)) day += event.key === acrossDays[0] ? -1 : 1;
    else if (event.key === 'Home') slot = first;
    else if (event.key === 'End') slot = last;
    else return;
    event.preventDefault();
    const to = { day: clamp(day, 0, 6), slot: clamp(slot, first, last) };
    if (event.shiftKey) {
      extension.current ??= { base: shown, anchor: at, on: stateAt(at) };
      const { base, anchor, on } = extension.current;
      onChange(paint(base, anchor, to, step, on));
    } else extension.current = null;
    moveTo(to);
  };

  return {
    grid,
    /** What to draw now: the drag under way, or the value. */
    drawn: draft ?? shown,
    focus: { day: focus.day, slot: clamp(focus.slot, first, last) },
    setFocus,
    toggle,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onKeyDown },
  };
}
