import { monthsSince, recency, RECENCY_FLOOR, type Timeline } from './career';
import { ONE, type Spread } from './fixed-point';
import { monthIndex, type MonthIndex } from './months';
import type { CandidateFacts } from './schema';

type SkillFact = NonNullable<CandidateFacts['skills']>[number];

/** What of a piece of evidence counts, whatever the skill. */
export interface SkillQuality {
  source: SkillFact['source'];
  level: number | null;
  recent: Spread;
}

/** Recency of what was last used in a month; an unknown one gives the floor up to 1. */
export function recentUse(month: MonthIndex | null, career: Timeline | null): Spread {
  if (month === null || !career) return { low: RECENCY_FLOOR, expected: null, high: ONE };
  const clock = monthsSince(career, month);
  return { low: recency(clock.most), expected: recency(clock.expected), high: recency(clock.least) };
}

export const qualityOf = ({ source, level, lastUsed }: SkillFact, career: Timeline | null): SkillQuality => ({
  source,
  level,
  recent: recentUse(lastUsed === null ? null : monthIndex(lastUsed), career),
});
