import classes from '@/ui/marks.module.css';
import { DAY_NAMES } from '@/domain/scoring/week-words';

export interface WeekBarsProps {
  /** Minutes the job asks for, Monday to Sunday. */
  need: readonly number[];
  /** Minutes of those that the person has; null = their week is not known. */
  have: readonly number[] | null;
  height?: number;
  barWidth?: number;
}

/** Seven bars, Monday to Sunday: the outline is what the job needs that day, the fill is what both have. */
export function WeekBars({ need, have, height = 16, barWidth = 5 }: WeekBarsProps) {
  const most = Math.max(240, ...need);
  return DAY_NAMES.map((name, day) => {
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
  });
}
