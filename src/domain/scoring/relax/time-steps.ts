import { counted, dayNumber } from '../months';
import { dayInWords, rangeInWords } from '../names';
import type { JobFacts } from '../schema';
import { gridFromRanges, gridMinutes, rangesFromGrid } from '../week-grid';
import { weekWords } from '../week-words';
import type { RelaxStep, StepsOf } from './step';

const HOUR = 60;
const DAY_MINUTES = 1_440;
const LATER_DAYS = 14;

type Core = NonNullable<JobFacts['coreHours']>;

const hoursInWords = (minutes: number): string => `${Number((minutes / HOUR).toFixed(2))} h`;

/** Least relevant years: one fewer. */
export const yearSteps: StepsOf = (job) => {
  const years = job.minimumYears;
  if (years === null || years <= 0) return [];
  const fewer = Math.max(0, years - 1);
  const text = fewer === 0 ? 'No least years' : counted(fewer, 'relevant year');
  return [{ id: 'years', text, now: counted(years, 'year'), job: { ...job, minimumYears: fewer } }];
};

/** Hours a week: one fewer at least, one more at most, not a must-have. */
export const hourSteps: StepsOf = (job) => {
  const { hours } = job;
  if (!hours) return [];
  const now = `${rangeInWords(hours)} h`;
  const step = (id: string, change: Partial<typeof hours>): RelaxStep => {
    const changed = { ...hours, ...change };
    return { id, text: `${rangeInWords(changed)} h a week`, now, job: { ...job, hours: changed } };
  };
  const steps: RelaxStep[] = [];
  if (hours.min > 1) steps.push(step('hours:min', { min: hours.min - 1 }));
  steps.push(step('hours:max', { max: hours.max + 1 }));
  if (hours.gate) {
    const text = `${rangeInWords(hours)} h a week, not a must-have`;
    steps.push({
      id: 'hours:gate',
      text,
      now: 'must-have',
      job: { ...job, hours: { ...hours, gate: false } },
    });
  }
  return steps;
};

/** The marked week with the last hour of each day taken away; null where a day would be left without or runs past midnight. */
function anHourShorter({ grid }: Core): string | null {
  const ranges = rangesFromGrid(grid);
  const shorter = ranges.map((range, index) =>
    ranges[index + 1]?.day === range.day ? range : { ...range, to: range.to - HOUR },
  );
  const possible = ranges.every(({ to }) => to < DAY_MINUTES) && shorter.every(({ from, to }) => to > from);
  return possible ? gridFromRanges(shorter) : null;
}

/** Core hours: an hour less of overlap, or every day ending an hour earlier. */
export const coreSteps: StepsOf = (job) => {
  const { coreHours: core } = job;
  if (!core) return [];
  const steps: RelaxStep[] = [];
  const asked = Math.min(core.overlapMinutes, gridMinutes(core.grid));
  const step = (id: string, text: string, now: string, change: Partial<Core>): void => {
    steps.push({ id, text, now, job: { ...job, coreHours: { ...core, ...change } } });
  };
  if (asked > HOUR) {
    const overlapMinutes = asked - HOUR;
    step('core:overlap', `Overlap of ${hoursInWords(overlapMinutes)}`, hoursInWords(asked), {
      overlapMinutes,
    });
  }
  const grid = anHourShorter(core);
  if (grid !== null) {
    const overlapMinutes = Math.min(asked, gridMinutes(grid));
    step('core:end', `Core hours ${weekWords(grid)}`, weekWords(core.grid), { grid, overlapMinutes });
  }
  return steps;
};

/** Latest start: two weeks later. */
export const startSteps: StepsOf = (job) => {
  if (job.latestStart === null) return [];
  const day = new Date((dayNumber(job.latestStart) + LATER_DAYS) * 86_400_000);
  const latestStart = day.toISOString().slice(0, 10);
  const now = dayInWords(job.latestStart);
  return [{ id: 'start', text: `Start by ${dayInWords(latestStart)}`, now, job: { ...job, latestStart } }];
};
