import { between, ONE, share } from '../fixed-point';
import { unknownValue, type FactorOf } from '../person';
import { CEFR_LEVELS, type JobFacts } from '../schema';

type Level = (typeof CEFR_LEVELS)[number];

/** A1 = 1 … C2 = 6. */
export function cefrRank(level: Level): number {
  return CEFR_LEVELS.indexOf(level) + 1;
}

/**
 * Languages: the average over the job's languages of level reached ÷ level asked (≤ 1); one not spoken is 0. Spoken at an
 * unknown level is A1 at least. A language asked for twice counts at its highest level.
 */
export function languageFactor(languages: JobFacts['languages'], prior: number): FactorOf | null {
  const asked = new Map<string, number>();
  for (const { code, level } of languages) {
    asked.set(code, Math.max(cefrRank(level), asked.get(code) ?? 0));
  }
  if (asked.size === 0) return null;
  return ({ facts: { languages: spoken } }) => {
    if (!spoken) return unknownValue(prior, 'languages');
    const sums = { low: 0, expected: 0, high: 0 };
    for (const [code, rank] of asked) {
      const best = { low: 0, expected: 0, high: 0 };
      for (const language of spoken) {
        if (language.code !== code) continue;
        const low = share(language.level === null ? 1 : cefrRank(language.level), rank);
        const high = language.level === null ? ONE : low;
        best.low = Math.max(best.low, low);
        best.expected = Math.max(best.expected, between(low, high, prior));
        best.high = Math.max(best.high, high);
      }
      sums.low += best.low;
      sums.expected += best.expected;
      sums.high += best.high;
    }
    return {
      low: Math.floor(sums.low / asked.size),
      expected: Math.floor(sums.expected / asked.size),
      high: Math.floor(sums.high / asked.size),
      unknown: sums.low < sums.high ? ['languages'] : [],
    };
  };
}
