import type { CompiledJob } from '../compile';
import { averageValue, wholeOf, type Part } from '../factors/average';
import { addTo, type SetScorer } from './sums';

/** Duration and start of many jobs: each distinct answer asked is compared with a person's once. */
export function termsScorer(jobs: readonly CompiledJob[]): SetScorer {
  const numbers = new Map<string, number>();
  const fits: Part['fit'][] = [];
  const askers = jobs.flatMap(({ factors, terms, weights }, job) => {
    const counted = factors.find(({ factor }) => factor === 'duration_start');
    if (!counted) return [];
    const parts = terms.map(({ name, asks, weight = 1, fit }) => {
      const key = JSON.stringify([name, asks]);
      const number = numbers.get(key) ?? fits.push(fit) - 1;
      numbers.set(key, number);
      return { number, weight };
    });
    const { prior } = weights.factors.duration_start;
    return [{ job, weight: counted.weight, parts, whole: wholeOf(terms), prior }];
  });
  return ({ facts }, sums) => {
    const found = fits.map((fit) => fit(facts));
    for (const { job, weight, parts, whole, prior } of askers) {
      let told = 0;
      let open = 0;
      for (const part of parts) {
        const fit = found[part.number] ?? null;
        if (fit === null) open += part.weight;
        else told += part.weight * fit;
      }
      addTo(sums, job, weight, averageValue(told, open, whole, prior));
    }
  };
}
