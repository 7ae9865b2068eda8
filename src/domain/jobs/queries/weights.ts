import { desc, eq } from 'drizzle-orm';
import { weightPublications, weightSets } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { loadCatalog } from '@/domain/catalog/load';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asMember } from '@/domain/kernel/transaction';
import { FACTORS, weightSetSchema, type Factor, type WeightSet } from '@/domain/scoring/schema';
import { COUNTED_FACTORS } from '@/domain/scoring/weights';
import { publishable } from '../publishable';
import type { JobAnswers, Readiness } from '../schema';
import type { WeightChoices } from '../schema/weights';
import { weightsFor } from '../weights-for';

/** A set that was published, by the hash of its content. */
export interface PublishedSet {
  hash: string;
  set: WeightSet;
}

/** Every set that was ever published, once each; first the one in use, then by its newest publication. */
export const publishedSets = async (tx: Transaction): Promise<PublishedSet[]> => {
  const rows = await tx
    .select({ hash: weightPublications.setHash, content: weightSets.content })
    .from(weightPublications)
    .innerJoin(weightSets, eq(weightSets.hash, weightPublications.setHash))
    .orderBy(desc(weightPublications.number));
  const sets = new Map<string, WeightSet>();
  for (const { hash, content } of rows) {
    if (!sets.has(hash)) sets.set(hash, weightSetSchema.parse(content));
  }
  return [...sets].map(([hash, set]) => ({ hash, set }));
};

/** How far a job with these answers is from being rankable by the weights that would rank it. */
export const readinessFor = async (tx: Transaction, answers: JobAnswers): Promise<Readiness> => {
  const catalog = loadCatalog();
  const weights = weightsFor(answers.weights, await publishedSets(tx), catalog.weightSets.current.set);
  return publishable(answers, catalog, weights);
};

const weightsOf = ({ factors }: WeightSet): Record<Factor, number> =>
  Object.fromEntries(FACTORS.map((factor) => [factor, factors[factor].weight])) as Record<Factor, number>;

/** The sets that a job may be ranked by; before the first publication that of the file alone. */
export const listWeightChoices = (ctx: Context, grant: Authorized<'job:read'>): Promise<WeightChoices> =>
  asMember(ctx, grant, async (tx) => {
    const { current, factors } = loadCatalog().weightSets;
    const published = await publishedSets(tx);
    const sets = published.length > 0 ? published : [current];
    return {
      sets: sets.map(({ hash, set }, index) => ({
        hash,
        id: set.id,
        label: set.label,
        inUse: index === 0,
        weights: weightsOf(set),
      })),
      factors: COUNTED_FACTORS.map((factor) => ({ factor, ...factors[factor] })),
    };
  });
