import type { PublishedSet } from './queries/weights';
import type { JobWeights } from './schema';
import type { WeightSet } from '@/domain/scoring/schema';
import { adjusted } from '@/domain/scoring/weights';

/**
 * The weights that rank a job's people: the set that the job chose, else the one in use, with the job's own changes.
 * `publications` come newest first; before the first one, `fallback` is in use. A choice that was never published is passed over.
 */
export function weightsFor(
  job: JobWeights | undefined,
  publications: readonly PublishedSet[],
  fallback: WeightSet,
): WeightSet {
  const chosen = publications.find(({ hash }) => hash === job?.set);
  const base = chosen ?? publications[0];
  return adjusted(base?.set ?? fallback, job?.changes ?? []);
}
