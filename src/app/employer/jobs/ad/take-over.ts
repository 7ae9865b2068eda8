import type { JobDraft, JobQuestionId } from '@/domain/jobs/schema';
import type { AdQuestion, AdReading } from '@/domain/jobs/schema/ad';
import { canonicalJson } from '@/domain/scoring/canonical';

/** What of an ad has been taken over into a draft, and what stood there before. */
export interface TakenOver {
  reading: AdReading;
  /** Answers taken from the ad, with the draft's own before (null = it was open). */
  before: Partial<Record<AdQuestion, { value: unknown } | null>>;
  /** Answers that the draft had already and that were left alone. */
  kept: AdQuestion[];
}

const isOpen = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);

const withChange = (taken: TakenOver, draft: JobDraft, id: AdQuestion): TakenOver => ({
  ...taken,
  before: { ...taken.before, [id]: isOpen(draft[id]) ? null : { value: draft[id] } },
  kept: taken.kept.filter((other) => other !== id),
});

/**
 * Takes an ad's answers over. `own` tells which answers of the draft are the person's: those stay, and are listed as kept where
 * the ad says something else. The others (open, or usual for the role) give way.
 */
export function takeOver(
  draft: JobDraft,
  reading: AdReading,
  own: (id: JobQuestionId) => boolean,
): { taken: TakenOver; changes: JobDraft } {
  let taken: TakenOver = { reading, before: {}, kept: [] };
  const changes: JobDraft = {};
  for (const { questionId: id } of reading.found) {
    if (!isOpen(draft[id]) && own(id)) {
      if (!same(draft[id], reading.answers[id])) taken.kept.push(id);
      continue;
    }
    taken = withChange(taken, draft, id);
    changes[id] = reading.answers[id];
  }
  return { taken, changes };
}

/** Takes one answer over that had been kept. */
export const takeOne = (
  draft: JobDraft,
  taken: TakenOver,
  id: AdQuestion,
): { taken: TakenOver; changes: JobDraft } => ({
  taken: withChange(taken, draft, id),
  changes: { [id]: taken.reading.answers[id] },
});

/** Answers of the draft that are still as the ad has them. */
export const fromAd = (draft: JobDraft, { before, reading }: TakenOver): AdQuestion[] =>
  reading.found.flatMap(({ questionId: id }) =>
    id in before && same(draft[id], reading.answers[id]) ? [id] : [],
  );

/** What the ad did not say and nobody has answered. */
export const notInAd = (draft: JobDraft, { reading }: TakenOver): AdQuestion[] =>
  reading.missing.filter((id) => isOpen(draft[id]));

/** Puts back what stood before, but for answers that were changed since. */
export const putBack = (draft: JobDraft, taken: TakenOver): JobDraft =>
  Object.fromEntries(fromAd(draft, taken).map((id) => [id, taken.before[id]?.value]));

/** Takes the same ad over once more after it was put back; what the person changed since is theirs. */
export const takeAgain = (draft: JobDraft, { reading, before }: TakenOver) =>
  takeOver(draft, reading, (id) => {
    const earlier = before[id as AdQuestion];
    return earlier === undefined || !same(draft[id], earlier?.value);
  });
