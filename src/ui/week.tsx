import { Tooltip, VisuallyHidden } from '@mantine/core';
import classes from '@/ui/marks.module.css';
import { hoursWords } from '@/ui/score-words';
import { DAY_NAMES } from '@/domain/scoring/week-words';

const sum = (days: readonly number[]): number => days.reduce((total, day) => total + day, 0);

export interface WeekProps {
  /** Minutes the job asks for, Monday to Sunday. */
  need: readonly number[];
  /** Minutes of those that the person has; null = their week is not known. Leave it out to draw the job's own week. */
  have?: readonly number[] | null;
  height?: number;
  barWidth?: number;
}

/** Seven bars, Monday to Sunday: the outline is what the job needs that day, the fill is what both have. */
export function Week({ need, have = need, height = 16, barWidth = 5 }: WeekProps) {
  const most = Math.max(240, ...need);
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
        {DAY_NAMES.map((name, day) => {
          const needed = need[day] ?? 0;
          if (needed === 0) return <i key={name} className={classes.off} style={{ width: barWidth }} />;
          const share = Math.min(1, (have?.[day] ?? 0) / needed);
          return (
            <i
              key={name}
              className={have === null ? `${classes.day} fb-hatch` : classes.day}
              style={{ width: barWidth, height: Math.max(3, (height * needed) / most) }}
            >
              <b style={{ height: `${100 * share}%` }} />
            </i>
          );
        })}
      </span>
    </Tooltip>
  );
}
