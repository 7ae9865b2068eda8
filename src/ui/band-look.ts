import type { Band } from '@/domain/scoring/schema';

export interface BandLook {
  label: string;
  /** How many of the four pips are filled. */
  pips: 1 | 2 | 3 | 4;
  color: string;
}

/** A band is a word and a count of pips before it is a colour. */
export const BAND_LOOK: Record<Band, BandLook> = {
  strong: { label: 'Strong', pips: 4, color: 'var(--fb-strong)' },
  good: { label: 'Good', pips: 3, color: 'var(--fb-good)' },
  partial: { label: 'Partial', pips: 2, color: 'var(--fb-partial)' },
  limited: { label: 'Limited', pips: 1, color: 'var(--fb-limited)' },
};
