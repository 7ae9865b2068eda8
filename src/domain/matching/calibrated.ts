import { leastHundredths, wholePoints } from '@/domain/scoring/points';
import { DEFAULT_BANDS, type BandCuts } from '@/domain/scoring/schema';
import { isotonic, leastScore, type Observation, type Step } from './isotonic';
import { BAND_PROMISES, type BandPoints } from './schema/bands';

/** Fewer decisions than this say too little of a stretch of scores: one lucky person would make a band. */
const LEAST_IN_BIN = 20;

export interface DecidedScore {
  /** Expected score in hundredths when it was decided. */
  score: number;
  shortlisted: boolean;
}

/** Neighbouring scores together until there are enough decisions; a rest that is too small joins the last bin. */
const binned = (decisions: readonly DecidedScore[]): Observation[] => {
  const bins: Observation[] = [];
  let open: Observation | null = null;
  for (const { score, shortlisted } of decisions.toSorted((a, b) => a.score - b.score)) {
    const won = shortlisted ? 1 : 0;
    if (open === null || (open.weight >= LEAST_IN_BIN && score > open.score)) {
      open = { score, value: 0, weight: 0 };
      bins.push(open);
    }
    open.value = (open.value * open.weight + won) / (open.weight + 1);
    open.weight += 1;
  }
  const [before, last] = bins.slice(-2);
  if (before !== undefined && last !== undefined && last.weight < LEAST_IN_BIN) {
    const weight = before.weight + last.weight;
    const value = (before.value * before.weight + last.value * last.weight) / weight;
    bins.splice(-2, 2, { score: before.score, value, weight });
  }
  return bins;
};

/** Probability of the shortlist by score, never falling; every step stands on at least twenty decisions. */
export const curveOf = (decisions: readonly DecidedScore[]): Step[] => isotonic(binned(decisions));

/** Whole points as shown, and the hundredths from which a score is shown as that many. */
export const pointsOf = ({ strong, good, partial }: BandCuts): BandPoints => ({
  strong: wholePoints(strong),
  good: wholePoints(good),
  partial: wholePoints(partial),
});
export const cutsOf = ({ strong, good, partial }: BandPoints): BandCuts => ({
  strong: leastHundredths(strong),
  good: leastHundredths(good),
  partial: leastHundredths(partial),
});

/**
 * Where each band begins so that it keeps its promise (`BAND_PROMISES`). A promise that no score keeps leaves its band where it is by
 * default; bands always stay apart and in order, the higher one moving up.
 */
export const bandPointsOf = (curve: readonly Step[]): BandPoints => {
  const defaults = pointsOf(DEFAULT_BANDS);
  const least = (band: keyof BandPoints): number => {
    const from = leastScore(curve, BAND_PROMISES[band]);
    return from === null ? defaults[band] : Math.max(1, Math.ceil(from / 100));
  };
  const partial = Math.min(98, least('partial'));
  const good = Math.min(99, Math.max(least('good'), partial + 1));
  return { partial, good, strong: Math.min(100, Math.max(least('strong'), good + 1)) };
};
