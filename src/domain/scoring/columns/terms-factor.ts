import type { CompiledJob } from '../compile';
import { averageAt, wholeOf } from '../factors/average';
import type { TermsPart } from '../factors/terms';
import { ONE } from '../fixed-point';
import type { Triple } from '../schema';
import { NOT_JUDGED, type LateFactor } from './column-factor';
import { alone } from './facets';
import { KNOWN, type Columns } from './layout';
import type { SharedTables } from './shared-tables';

/** Value of a part that is not known. */
const OPEN = -2;
export const TERMS_FACETS = [
  'engagements',
  'commitment',
  'earliest_start',
] as const satisfies TermsPart['name'][];
/** What jobs make of each code. */
export type TermsMemory = Record<TermsPart['name'], SharedTables>;

/** Duration and start over the columns: each distinct answer is compared once for all jobs that ask the same. Null when it does not count. */
export function termsFactor(compiled: CompiledJob, columns: Columns, memory: TermsMemory): LateFactor | null {
  const counted = compiled.factors.find(({ factor }) => factor === 'duration_start');
  if (!counted) return null;
  const { prior } = compiled.weights.factors.duration_start;
  const whole = wholeOf(compiled.terms);
  const parts = compiled.terms.map(({ name, asks, weight = 1, fit }) => {
    const factsOf = alone();
    const told = columns.distinct.facets[name];
    const fits = memory[name](JSON.stringify(asks));
    const judge = (code: number): number => (fits[code] = fit(factsOf(told[code])) ?? OPEN);
    return { codes: columns[name], fits, judge, weight };
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
    factor: counted.factor,
    weight: points,
    open: null,
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
