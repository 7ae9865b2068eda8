import { MONTH_NAMES } from './months';
import { CELL_MINUTES } from './week-grid';
import type { Engagement } from './schema';

/** Names for the ids in facts; what has no name is shown by its id. */
export interface Names {
  skill(id: string): string;
  domain?(id: string): string;
  /** Language code → its name in English. */
  language?(code: string): string;
}

export const DAY_NAMES = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

export const ENGAGEMENT_NAMES: Record<Engagement, string> = {
  part_time: 'Part-time',
  full_time_flexible: 'Full-time, flexible',
  project: 'Project work',
  retainer: 'Retainer',
};

export const SETUP_NAMES = {
  internet: 'Steady internet',
  quiet_room: 'A quiet room',
  power_backup: 'Power back-up',
} as const;

export const NOTICE_NAMES = {
  same_day: 'the same day',
  one_day: 'a day before',
  three_days: 'three days before',
  no: 'none outside their hours',
} as const;

export const FOCUS_NAMES = {
  strategy: 'Strategy',
  execution: 'Execution',
  both: 'Strategy and execution',
} as const;

/** 930 minutes → `15.5`; quarters keep two digits. */
function hoursInWords(minutes: number): string {
  return String(Number((minutes / 60).toFixed(2)));
}

export function cellsInHours(cells: number): string {
  return hoursInWords(cells * CELL_MINUTES);
}

/** `20–24`, or `20` when both ends are the same. */
export function rangeInWords({ min, max }: { min: number; max: number }): string {
  return min === max ? String(min) : `${min}–${max}`;
}

/** Minutes of a day → `18:30`. */
export function clockTime(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** `2027-01-11` → `11 Jan 2027`. */
export function dayInWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${MONTH_NAMES[Number(month) - 1] ?? month} ${year}`;
}
