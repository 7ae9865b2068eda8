import type { Factor, FactorResult, Gate } from '@/domain/scoring/schema';

interface Scored {
  factors: readonly Pick<FactorResult, 'factor' | 'weight' | 'low' | 'high' | 'unknown'>[];
  gates: readonly Gate[];
}

/** Told by a résumé alone: no single question settles it. */
const RESUME = 'resume';
const GATE_FACTORS: Partial<Record<string, Factor>> = { hours: 'hours', work_mode: 'work_mode_location' };

/** The question that would settle a must-have; null when it is settled, or only a résumé would settle it. */
export const gateQuestion = (
  { factors }: { factors: readonly Pick<FactorResult, 'factor' | 'unknown'>[] },
  { key, state }: Gate,
): string | null => {
  if (state !== 'unknown') return null;
  if (key.startsWith('licence:')) return 'licences';
  const factor = factors.find((result) => result.factor === GATE_FACTORS[key]);
  return factor?.unknown.find((id) => id !== RESUME) ?? null;
};

/**
 * How far knowing a factor's facts could move the expected score, in hundredths of a point: the width of its bounds. 0 for a
 * factor that the job leaves unset.
 */
export const factorMoves = ({ factors }: Pick<Scored, 'factors'>, factor: Factor): number => {
  const total = factors.reduce((sum, { weight }) => sum + weight, 0);
  const found = factors.find((result) => result.factor === factor);
  return found === undefined || total === 0
    ? 0
    : Math.round((found.weight * (found.high - found.low)) / total);
};

/**
 * Questions that would settle what is not known of a scored pair, each once: those of must-haves, then those of the factors
 * from the one that could move the score most.
 */
export const unknownQuestions = (scored: Scored): string[] => {
  const gates = scored.gates.flatMap((gate) => gateQuestion(scored, gate) ?? []);
  const factors = scored.factors.toSorted(
    (a, b) => factorMoves(scored, b.factor) - factorMoves(scored, a.factor),
  );
  const told = factors.flatMap(({ unknown }) => unknown.filter((id) => id !== RESUME));
  return [...new Set([...gates, ...told])];
};
