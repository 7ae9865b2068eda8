import type { CompiledJob } from '../compile';
import { averageValue, wholeOf } from '../factors/average';
import type { ColumnFactor } from './column-factor';
import { alone } from './facets';
import { KNOWN, type Columns } from './layout';

/** Value of a part that is not known. */
const OPEN = -1;
const NOT_JUDGED = -2;
export const TERMS_FACETS = ['engagements', 'commitment', 'earliest_start'] as const;
/** Room for what a job makes of each code. */
export type TermsMemory = Record<(typeof TERMS_FACETS)[number], Int16Array>;

/** Duration and start over the columns: each distinct answer is compared once per job. Null when it does not count. */
export function termsFactor(
  compiled: CompiledJob,
  columns: Columns,
  memory: TermsMemory,
): ColumnFactor | null {
  const counted = compiled.factors.find(({ factor }) => factor === 'duration_start');
  if (!counted) return null;
  const { prior } = compiled.weights.factors.duration_start;
  const whole = wholeOf(compiled.terms);
  const parts = compiled.terms.map(({ name, weight = 1, fit }) => {
    const facet = TERMS_FACETS.find((each) => each === name);
    if (!facet) throw new RangeError(`No column holds ${name}.`);
    memory[facet].fill(NOT_JUDGED);
    const factsOf = alone();
    return {
      codes: columns[facet],
      factsOf,
      told: columns.distinct.facets[facet],
      fits: memory[facet],
      fit,
      weight,
    };
  });
  return {
    weight: counted.weight,
    firm: KNOWN.termsFirm,
    misses: null,
    valueOf(index) {
      let told = 0;
      let open = 0;
      for (const part of parts) {
        const code = part.codes[index] ?? 0;
        let fit = part.fits[code] ?? OPEN;
        if (fit === NOT_JUDGED) {
          fit = part.fit(part.factsOf(part.told[code])) ?? OPEN;
          part.fits[code] = fit;
        }
        if (fit === OPEN) open += part.weight;
        else told += part.weight * fit;
      }
      return averageValue(told, open, whole, prior);
    },
  };
}
