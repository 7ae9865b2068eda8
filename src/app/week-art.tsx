import { hexagon } from '@/ui/comb';
import classes from './door.module.css';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const ROWS = 11;
const PITCH = 66;
const RADIUS = 34;

/** Hours that someone has: a day's column, a row of the day. */
const isTheirs = (day: number, row: number): boolean =>
  (day < 4 && row >= 2 && row < 6) ||
  (day < 3 && row === 8) ||
  (day > 2 && day < 6 && row === 10) ||
  (day === 5 && row >= 3 && row < 5);

/** Those of them that a job needs. */
const isBoth = (day: number, row: number): boolean =>
  day < 4 && row >= 3 && row < 6 && !(day === 2 && row === 5);

const kind = (day: number, row: number): string => {
  if (isBoth(day, row)) return `${classes.cell} ${classes.both}`;
  return isTheirs(day, row) ? `${classes.cell} ${classes.theirs}` : (classes.cell ?? '');
};

/** A week as a comb: the hours a job needs and a person has are honey. */
export const WeekArt = () => (
  <svg viewBox="0 0 560 720" aria-hidden="true">
    {DAYS.map((name, day) => (
      <text key={name} x={70 + day * PITCH} y={16} textAnchor="middle" className={classes.days}>
        {name}
      </text>
    ))}
    {DAYS.flatMap((name, day) =>
      Array.from({ length: ROWS }, (_, row) => (
        <polygon
          key={`${name}-${row}`}
          points={hexagon(70 + day * PITCH + (row % 2) * (PITCH / 2), 64 + row * 58, RADIUS)}
          className={kind(day, row)}
        />
      )),
    )}
  </svg>
);
