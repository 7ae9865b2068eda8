import type { DryRun } from '@/domain/matching/schema/dry-run';
import type { Shadow } from '@/domain/matching/schema/shadow';
import type { WeightsOverview } from '@/domain/matching/schema/weights';
import type { WeightSet } from '@/domain/scoring/schema';
import { differences } from '@/domain/scoring/weights';
import { counted } from '@/ui/score-words';

/** A share as drawn in tables: `.61`, `1.00`, a dash where nothing can be measured. */
export const shareWords = (value: number | null): string =>
  value === null ? '–' : value.toFixed(2).replace(/^0/, '');

export const signed = (change: number, words: string): string =>
  change === 0 ? '0' : `${change > 0 ? '+' : '−'}${words}`;

/** How far apart the two shares are as they stand there, each rounded. */
export const shareChange = (before: number | null, after: number | null): string => {
  if (before === null || after === null) return '–';
  const change = Number((Number(after.toFixed(2)) - Number(before.toFixed(2))).toFixed(2));
  return signed(change, shareWords(Math.abs(change)));
};

/** Who crosses into Strong and out of it. */
export const strongWords = ({
  intoStrong,
  outOfStrong,
}: {
  intoStrong: number;
  outOfStrong: number;
}): string =>
  `${counted(intoStrong, 'comes', 'come')} into Strong, ${counted(outOfStrong, 'leaves', 'leave')} it`;

/** What publishing does. Somebody listed for several jobs has a place in each. */
export const publishWords = (effect: DryRun['ifPublished']): string =>
  `${counted(effect.jobs, 'open job re-ranks', 'open jobs re-rank')}: ${counted(effect.moved, 'place changes', 'places change')}, ${strongWords(effect)}${
    effect.looked < effect.jobs ? `, counted in the newest ${effect.looked}` : ''
  }.`;

const same = (a: WeightSet['factors'], b: WeightSet['factors']): boolean => differences(a, b).length === 0;

/**
 * What became of the draft that a shadow was started from; follows “As the draft stood on …”. `another` = there is a draft by now
 * that the shadow does not score.
 */
export const shadowStanding = (
  { factors }: NonNullable<Shadow>,
  { draft, inUse, publications }: Pick<WeightsOverview, 'draft' | 'inUse' | 'publications'>,
): { words: string; another: boolean } => {
  if (draft !== null && same(factors, draft.factors)) {
    return { words: 'the draft is still the same', another: false };
  }
  const another = draft !== null;
  const published = publications.find((publication) => same(factors, publication.factors));
  if (published !== undefined) {
    const where = published.number === inUse.number ? ', and are in use' : '';
    const now = another ? '; the draft is another one now' : '';
    return { words: `these weights were published as ${published.name}${where}${now}`, another };
  }
  return { words: another ? 'the draft has changed since' : 'that draft is gone', another };
};

/** Why the saved draft cannot be scored in shadow, in a sentence; null when it can. */
export const shadowHindrance = (
  { draft, inUse }: Pick<WeightsOverview, 'draft' | 'inUse'>,
  unsaved: boolean,
): string | null => {
  if (draft === null || unsaved) return 'Save the draft first.';
  if (same(inUse.factors, draft.factors)) return 'The draft is the same as what is in use.';
  return draft.issues[0]?.message ?? null;
};
