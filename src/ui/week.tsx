import { Tooltip, VisuallyHidden } from '@mantine/core';
import classes from '@/ui/marks.module.css';
import { hoursWords } from '@/ui/score-words';
import { WeekBars } from '@/ui/week-bars';

const sum = (days: readonly number[]): number => days.reduce((total, day) => total + day, 0);

export interface WeekProps {
  /** Minutes the job asks for, Monday to Sunday. */
  need: readonly number[];
  /** Minutes of those that the person has; null = their week is not known. Leave it out to draw the job's own week. */
  have?: readonly number[] | null;
  height?: number;
  barWidth?: number;
}

/** A week as seven bars with its hours in words. */
export function Week({ need, have = need, height = 16, barWidth = 5 }: WeekProps) {
  const label =
    have === null
      ? `Their week is not known; the job asks for ${hoursWords(sum(need))} core hours`
      : have === need
        ? `${hoursWords(sum(need))} core hours, Monday to Sunday`
        : `Overlap ${hoursWords(sum(have))} of ${hoursWords(sum(need))} core hours, Monday to Sunday`;
  return (
    <Tooltip label={label}>
      <span className={classes.week} data-unknown={have === null || undefined} style={{ height }}>
        <VisuallyHidden>{label}</VisuallyHidden>
        <WeekBars need={need} have={have} height={height} barWidth={barWidth} />
      </span>
    </Tooltip>
  );
}
