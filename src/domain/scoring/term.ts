import { dayNumber } from './months';
import type { JobFacts } from './schema';

const DAY = 86_400_000;
/** An open-ended job, and one likely to be extended, is looked at a year ahead: both halves of the clock change are in it. */
export const OPEN_TERM_MONTHS = 12;

/** Months that a job runs, as far as they are compared: its own length, or a year when it has no end or may go on. */
function termMonths(duration: JobFacts['duration']): number {
  if (duration?.months == null) return OPEN_TERM_MONTHS;
  return duration.extensionLikely ? Math.max(duration.months, OPEN_TERM_MONTHS) : duration.months;
}

/** The job's term as instants (ms since 1970): from `asOf` to the latest start plus its length. */
export function termOf(job: JobFacts, asOf: string): { from: number; to: number } {
  const from = dayNumber(asOf);
  const start = job.latestStart === null ? from : Math.max(from, dayNumber(job.latestStart));
  return { from: from * DAY, to: (start + Math.ceil((termMonths(job.duration) * 365) / 12)) * DAY };
}
