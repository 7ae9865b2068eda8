import type { CandidacyPlace } from '@/domain/candidates/schema/duplicates';
import type { candidacies } from '@/db/schema';
import type { Stage } from './schema';

type Candidacy = Pick<
  typeof candidacies.$inferSelect,
  'source' | 'stage' | 'rejectReason' | 'stageSince' | 'unmaskedAt' | 'openedAt'
>;

/**
 * How far a stage is. A rejection is a decision that nobody makes twice, and behind one in favour; withdrawing is the
 * person's own word and stands before any.
 */
const FAR: Record<Stage, number> = {
  new: 0,
  rejected: 1,
  shortlisted: 2,
  interview: 3,
  offer: 4,
  hired: 5,
  withdrawn: 6,
};
const SOURCES: readonly Candidacy['source'][] = ['applied', 'imported', 'matched'];

const earlier = (one: Date | null, other: Date | null): Date | null => {
  if (one === null || other === null) return one ?? other;
  return one <= other ? one : other;
};

/** Where a person stands for a job who was listed for it twice: at the furthest stage, and seen since the first was seen. */
export const mergedPlace = (kept: Candidacy, merged: Candidacy): Candidacy => {
  const { stage, rejectReason, stageSince } = FAR[merged.stage] > FAR[kept.stage] ? merged : kept;
  return {
    source: SOURCES.find((source) => source === kept.source || source === merged.source) ?? kept.source,
    stage,
    rejectReason,
    stageSince,
    unmaskedAt: earlier(kept.unmaskedAt, merged.unmaskedAt),
    openedAt: earlier(kept.openedAt, merged.openedAt),
  };
};

/** The place as it is kept with the merge. */
export const placeOf = ({
  source,
  stage,
  rejectReason,
  stageSince,
  unmaskedAt,
  openedAt,
}: Candidacy): CandidacyPlace => ({
  source,
  stage,
  rejectReason,
  stageSince: stageSince.toISOString(),
  unmaskedAt: unmaskedAt?.toISOString() ?? null,
  openedAt: openedAt?.toISOString() ?? null,
});

/** A kept place as a candidacy's columns. */
export const columnsOf = (place: CandidacyPlace): Candidacy => ({
  ...place,
  stageSince: new Date(place.stageSince),
  unmaskedAt: place.unmaskedAt === null ? null : new Date(place.unmaskedAt),
  openedAt: place.openedAt === null ? null : new Date(place.openedAt),
});
