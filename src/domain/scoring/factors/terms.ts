import { ONE, share, times } from '../fixed-point';
import { dayNumber } from '../months';
import type { CandidateFacts, JobFacts } from '../schema';
import { OPEN_TERM_MONTHS } from '../term';
import type { Part } from './average';

const WOULD_CONSIDER = 6_000;
/** Days after the latest start at which a later start is worth nothing. */
export const LATE_DAYS = 60;

/** The best answer to any of the kinds of engagement that the job offers. */
function engagementFit(
  offered: JobFacts['engagements'],
  accepted: NonNullable<CandidateFacts['engagements']>,
): number {
  const answers = offered.map((engagement) => accepted[engagement]);
  if (answers.includes('yes')) return ONE;
  return answers.includes('consider') ? WOULD_CONSIDER : 0;
}

/**
 * Share of the job's months that the person's longest commitment covers, times the share of their shortest one that the job
 * fills. A job without an end is compared over a year; one likely to be extended is never too short.
 */
function commitmentFit(
  duration: NonNullable<JobFacts['duration']>,
  { minMonths, maxMonths }: NonNullable<CandidateFacts['commitment']>,
): number {
  const months = Math.round((duration.months ?? OPEN_TERM_MONTHS) * 100);
  const covered = maxMonths === null ? ONE : share(Math.round(maxMonths * 100), months);
  const lasts = duration.months === null || duration.extensionLikely;
  return times(covered, lasts ? ONE : share(months, Math.round(minMonths * 100)));
}

/** 1 on time, linear to 0 at sixty days late. */
function startFit(latestStart: string, earliestStart: string): number {
  return share(LATE_DAYS - (dayNumber(earliestStart) - dayNumber(latestStart)), LATE_DAYS);
}

/** An answer of a person, compared with what the job `asks`. */
export interface TermsPart extends Part {
  name: 'engagements' | 'commitment' | 'earliest_start';
  asks: unknown;
}

/** Duration and start, as far as the job sets them: engagement, length and start. */
export function termsParts(job: JobFacts): TermsPart[] {
  const { engagements, duration, latestStart } = job;
  const parts: TermsPart[] = [];
  if (engagements.length > 0) {
    parts.push({
      name: 'engagements',
      asks: engagements,
      fit: ({ engagements: accepted }) => accepted && engagementFit(engagements, accepted),
    });
  }
  if (duration) {
    parts.push({
      name: 'commitment',
      asks: duration,
      fit: ({ commitment }) => commitment && commitmentFit(duration, commitment),
    });
  }
  if (latestStart !== null) {
    parts.push({
      name: 'earliest_start',
      asks: latestStart,
      fit: ({ earliestStart }) => (earliestStart === null ? null : startFit(latestStart, earliestStart)),
    });
  }
  return parts;
}
