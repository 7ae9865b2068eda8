import type { BandCuts } from './schema';

/** Lowest expected score of each band, in hundredths, until others are calibrated from decisions. */
export const DEFAULT_BANDS: BandCuts = { strong: 7_500, good: 6_000, partial: 4_500 };
