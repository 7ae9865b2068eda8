import type { PostingContent } from '@/domain/jobs/schema/posting';
import { CELL_MINUTES, decodeGrid, rangesOf, weekCells, type Week } from '@/domain/scoring/week-grid';
import { SHORT_DAYS } from '@/domain/scoring/week-words';
import classes from '@/ui/board/core-hours.module.css';
import { hoursWords } from '@/ui/score-words';

/** How much of the core hours is asked for, in a sentence. */
export const coverWords = ({ grid, overlapMinutes }: NonNullable<PostingContent['core_hours']>): string => {
  const marked = weekCells(decodeGrid(grid)) * CELL_MINUTES;
  return overlapMinutes < marked
    ? `You cover at least ${hoursWords(overlapMinutes)} of these ${hoursWords(marked)} h.`
    : 'These hours are fixed; any others are yours to place.';
};

/** Hours of a week as blocks, from an hour before the first to an hour after the last. */
export function HoursGrid({ week }: { week: Week }) {
  const ranges = rangesOf(week);
  const start = Math.max(0, Math.floor(Math.min(...ranges.map((range) => range.from)) / 60) - 1);
  const end = Math.min(24, Math.ceil(Math.max(...ranges.map((range) => range.to)) / 60) + 1);
  return (
    <div className={classes.grid} style={{ '--rows': end - start }} aria-hidden="true">
      {SHORT_DAYS.map((day) => (
        <b key={day}>{day}</b>
      ))}
      <div className={classes.hours}>
        {Array.from({ length: end - start }, (_, hour) => (
          <span key={hour}>{String(start + hour).padStart(2, '0')}</span>
        ))}
      </div>
      {SHORT_DAYS.map((name, day) => (
        <div key={name} className={classes.day}>
          {ranges
            .filter((range) => range.day === day)
            .map((range) => (
              <i
                key={range.from}
                style={{ '--from': range.from / 60 - start, '--length': (range.to - range.from) / 60 }}
              />
            ))}
        </div>
      ))}
    </div>
  );
}
