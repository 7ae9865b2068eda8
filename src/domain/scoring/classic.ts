import { FACTORS, type Factor, type WeightSet } from './schema';

/** The weights of the system before this one. */
const CLASSIC: Partial<Record<Factor, number>> = {
  required_skills: 35,
  domain: 12,
  role_similarity: 12,
  relevant_experience: 12,
  login_recency: 12,
  hours: 6,
};

/**
 * The classic set with the priors of another, for offline comparison only, never for ranking people. Its 12 for an interview
 * have no factor, and its 12 for the last sign-in count nothing here: the engine divides by what is left.
 */
export function classicWeights(base: WeightSet): WeightSet {
  const factors = { ...base.factors };
  for (const factor of FACTORS) factors[factor] = { ...base.factors[factor], weight: CLASSIC[factor] ?? 0 };
  return { id: 'classic', label: 'Classic, for comparison only', factors };
}
