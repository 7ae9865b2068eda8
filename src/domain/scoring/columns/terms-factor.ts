import type { CompiledJob } from '../compile';
import { averageAt, wholeOf } from '../factors/average';
import { ONE } from '../fixed-point';
import type { JobFacts, Triple } from '../schema';
import { NOT_JUDGED, type LateFactor } from './column-factor';
import { alone } from './facets';
import { KNOWN, type Columns } from './layout';
import type { SharedTables } from './shared-tables';

/** Value of a part that is not known. */
const OPEN = -2;
/** What of the job decides how an answer is judged. */
const ASKED = {
  engagements: ({ engagements }) => engagements,
  commitment: ({ duration }) => duration,
  earliest_start: ({ latestStart }) => latestStart,
} as const satisfies Record<string, (job: JobFacts) => unknown>;
type TermsFacet = keyof typeof ASKED;
export const TERMS_FACETS = Object.keys(ASKED) as TermsFacet[];
/** What jobs make of each code. */
export type TermsMemory = Record<TermsFacet, SharedTables>;

/** Duration and start over the columns: each distinct answer is compared once for all jobs that ask the same. Null when it does not count. */
export function termsFactor(compiled: CompiledJob, columns: Columns, memory: TermsMemory): LateFactor | null {
  const counted = compiled.factors.find(({ factor }) => factor === 'duration_start');
  if (!counted) return null;
  const { prior } = compiled.weights.factors.duration_start;
  const whole = wholeOf(compiled.terms);
  const parts = compiled.terms.map(({ name, weight = 1, fit }) => {
    const facet = TERMS_FACETS.find((each) => each === name);
    if (!facet) throw new RangeError(`No column holds ${name}.`);
    const factsOf = alone();
    const told = columns.distinct.facets[facet];
    const fits = memory[facet](JSON.stringify(ASKED[facet](compiled.job)));
    const judge = (code: number): number => (fits[code] = fit(factsOf(told[code])) ?? OPEN);
    return { codes: columns[facet], fits, judge, weight };
  });
  const value: Triple = { low: 0, expected: 0, high: 0 };
  const valueOf = (index: number): Triple => {
    let told = 0;
    let open = 0;
    for (const part of parts) {
      const code = part.codes[index] ?? 0;
      let fit = part.fits[code] ?? OPEN;
      if (fit === NOT_JUDGED) fit = part.judge(code);
      if (fit === OPEN) open += part.weight;
      else told += part.weight * fit;
    }
    value.low = averageAt(told, open, whole, 0);
    value.expected = averageAt(told, open, whole, prior);
    value.high = averageAt(told, open, whole, ONE);
    return value;
  };
  const { weight: points } = counted;
  return {
    weight: points,
    firm: KNOWN.termsFirm,
    valueOf,
    lower({ count, people, left, sums }) {
      sums.fill(0);
      for (const { codes, fits, judge, weight } of parts) {
        for (let i = 0; i < count; i++) {
          const code = codes[people[i] ?? 0] ?? 0;
          let fit = fits[code] ?? OPEN;
          if (fit === NOT_JUDGED) fit = judge(code);
          sums[i] = (sums[i] ?? 0) + weight * (fit === OPEN ? prior : fit);
        }
      }
      for (let i = 0; i < count; i++) {
        left[i] = (left[i] ?? 0) - points * (ONE - averageAt(sums[i] ?? 0, 0, whole, prior));
      }
    },
  };
}
