import type { DryRun } from '@/domain/matching/schema/dry-run';
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
