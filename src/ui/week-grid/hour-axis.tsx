import type { StepMinutes } from '@/ui/week-grid/cells';
import classes from '@/ui/week-grid/week-grid.module.css';
import { clockWords } from '@/domain/scoring/week-words';

export interface HourAxisProps {
  /** Name of the zone. */
  name: string;
  /** Whole hours drawn. */
  from: number;
  to: number;
  step: StepMinutes;
  /** Minutes ahead of the grid's own zone. */
  ahead?: number;
  second?: boolean;
}

/** Hours along the grid in one zone: above it or at its left for its own zone, opposite for the second. */
export function HourAxis({ name, from, to, step, ahead = 0, second = false }: HourAxisProps) {
  const slots = 60 / step;
  return (
    <>
      <span className={classes.zone} data-second={second || undefined} title={name}>
        {name}
      </span>
      {Array.from({ length: to - from }, (_, hour) => {
        const words = clockWords((from + hour) * 60 + ahead);
        return (
          <span
            key={hour}
            className={classes.hour}
            data-second={second || undefined}
            data-odd={hour % 2 === 1 || undefined}
            style={{ '--slot': hour * slots, '--slots': slots }}
            aria-hidden="true"
          >
            {words.endsWith(':00') && !second ? words.slice(0, 2) : words}
          </span>
        );
      })}
    </>
  );
}
