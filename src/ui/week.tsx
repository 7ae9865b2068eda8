import { Tooltip, VisuallyHidden } from '@mantine/core';
import { DAY_NAMES } from '@/domain/scoring/week-words';
import classes from '@/ui/marks.module.css';
import { hoursWords } from '@/ui/score-words';
import { WeekBars } from '@/ui/week-bars';

const sum = (days: readonly number[]): number => days.reduce((total, day) => total + day, 0);

/** "Monday–Thursday", "Monday, Wednesday": the days that hold hours, those that follow each other together. */
export function dayWords(minutes: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  minutes.forEach((worked, day) => {
    if (worked === 0) return;
    const before = runs.at(-1);
    if (before?.last === day - 1) before.last = day;
    else runs.push({ first: day, last: day });
  });
  return runs
    .map(({ first, last }) =>
      first === last
        ? DAY_NAMES[first]
        : `${DAY_NAMES[first]}${last === first + 1 ? ', ' : '–'}${DAY_NAMES[last]}`,
    )
    .join(', ');
}

export interface WeekProps {
  /** Minutes the job asks for, Monday to Sunday. */
  need: readonly number[];
  /** Minutes of those that the person has; null = their week is not known. Leave it out to draw the job's own week. */
  have?: readonly number[] | null;
  /** Minutes of the overlap that the job asks for, and how many are reached: the numbers beside the mark. */
  overlap?: { asked: number; reached: number };
  height?: number;
  barWidth?: number;
}

/** A week as seven bars with its hours in words. */
export function Week({ need, have = need, overlap, height = 16, barWidth = 5 }: WeekProps) {
  const { asked, reached } = overlap ?? { asked: sum(need), reached: sum(have ?? []) };
  const label =
    have === null
      ? `Their week is not known; the job asks for ${hoursWords(asked)} core hours`
      : have === need
        ? `${hoursWords(asked)} core hours, ${dayWords(need)}`
        : `${hoursWords(reached)} of ${hoursWords(asked)} core hours asked for, ${dayWords(need)}`;
  return (
    <Tooltip label={label}>
      <span className={classes.week} data-unknown={have === null || undefined} style={{ height }}>
        <VisuallyHidden>{label}</VisuallyHidden>
        <WeekBars need={need} have={have} height={height} barWidth={barWidth} />
      </span>
    </Tooltip>
  );
}
