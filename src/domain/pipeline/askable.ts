import type { Factor, FactorResult, Gate } from '@/domain/scoring/schema';

interface Scored {
  factors: readonly Pick<FactorResult, 'factor' | 'contribution' | 'unknown'>[];
  gates: readonly Gate[];
}

/** Told by a résumé alone: no single question settles it. */
const RESUME = 'resume';
const GATE_FACTORS: Partial<Record<string, Factor>> = { hours: 'hours', work_mode: 'work_mode_location' };

/** The question that would settle a must-have; null when it is settled, or only a résumé would settle it. */
export const gateQuestion = ({ factors }: Pick<Scored, 'factors'>, { key, state }: Gate): string | null => {
  if (state !== 'unknown') return null;
  if (key.startsWith('licence:')) return 'licences';
  const factor = factors.find((result) => result.factor === GATE_FACTORS[key]);
  return factor?.unknown.find((id) => id !== RESUME) ?? null;
};

/**
 * Questions that would settle what is not known of a scored pair, each once: those of must-haves, then those of the factors
 * from the largest contribution down.
 */
export const unknownQuestions = (scored: Scored): string[] => {
  const gates = scored.gates.flatMap((gate) => gateQuestion(scored, gate) ?? []);
  const factors = scored.factors.toSorted((a, b) => b.contribution - a.contribution);
  const told = factors.flatMap(({ unknown }) => unknown.filter((id) => id !== RESUME));
  return [...new Set([...gates, ...told])];
};
