import { asc, desc, eq } from 'drizzle-orm';
import { users, weightDrafts, weightPublications, weightSets } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { canonicalJson } from '@/domain/catalog/hash';
import { loadCatalog } from '@/domain/catalog/load';
import { publishedSets } from '@/domain/jobs/queries/weights';
import type { Context } from '@/domain/kernel/context';
import { asAdmin } from '@/domain/kernel/transaction';
import { weightSetSchema, type WeightSet } from '@/domain/scoring/schema';
import { weightSetIssues } from '@/domain/scoring/weights';
import { experimentUnderWay } from '../experiments/under-way';
import type { PublicationView, WeightDraftView, WeightsOverview } from '../schema/weights';

const LISTED = 200;

export const publicationsOf = async (tx: Transaction): Promise<PublicationView[]> => {
  const rows = await tx
    .select({
      publication: weightPublications,
      name: weightSets.name,
      content: weightSets.content,
      by: users.name,
    })
    .from(weightPublications)
    .innerJoin(weightSets, eq(weightSets.hash, weightPublications.setHash))
    .leftJoin(users, eq(users.id, weightPublications.publishedBy))
    .orderBy(desc(weightPublications.number))
    .limit(LISTED);
  return rows.map(({ publication, name, content, by }) => ({
    number: publication.number,
    hash: publication.setHash,
    name,
    reason: publication.reason,
    publishedBy: by,
    publishedAt: publication.publishedAt,
    jobs: publication.jobs,
    factors: weightSetSchema.parse(content).factors,
  }));
};

export const draftOf = async (tx: Transaction): Promise<WeightDraftView | null> => {
  const [row] = await tx
    .select({ draft: weightDrafts, by: users.name })
    .from(weightDrafts)
    .innerJoin(users, eq(users.id, weightDrafts.updatedBy));
  if (row === undefined) return null;
  const { revision, factors, overNumber, updatedAt } = row.draft;
  const issues = weightSetIssues({ factors }).map(({ path, message }) => ({ path: path.join('.'), message }));
  const name = (await namedSet(tx, factors))?.name ?? (await nextNameOf(tx));
  return { revision, name, factors, overNumber, updatedBy: row.by, updatedAt, issues };
};

const NUMBERED = /^v(\d+)$/;
const sameFactors = (a: WeightSet['factors'], b: WeightSet['factors']): boolean =>
  canonicalJson(a) === canonicalJson(b);

/** The set of exactly these weights that was published or, with a number of its own, is compared by an experiment. */
export const namedSet = async (
  tx: Transaction,
  factors: WeightSet['factors'],
): Promise<{ hash: string; name: string } | undefined> => {
  const published = (await publishedSets(tx)).find(({ set }) => sameFactors(set.factors, factors));
  if (published !== undefined) return { hash: published.hash, name: published.set.id };
  const sets = await tx.select().from(weightSets).orderBy(asc(weightSets.createdAt), asc(weightSets.hash));
  return sets.find(
    ({ name, content }) =>
      NUMBERED.test(name) && sameFactors(weightSetSchema.parse(content).factors, factors),
  );
};

/** The name after the highest `v<number>` of any set that is kept. */
export const nextNameOf = async (tx: Transaction): Promise<string> => {
  const rows = await tx.select({ name: weightSets.name }).from(weightSets);
  const numbers = rows.map(({ name }) => Number(NUMBERED.exec(name)?.[1] ?? 0));
  return `v${Math.max(1, ...numbers) + 1}`;
};

/** The weights in use, their history, the draft, and the experiment that goes on beside them. */
export const weightsOverview = (ctx: Context): Promise<WeightsOverview> =>
  asAdmin(ctx, async (tx) => {
    const { current, factors: labels } = loadCatalog().weightSets;
    const publications = await publicationsOf(tx);
    const [newest] = publications;
    return {
      inUse: newest ?? { number: 0, name: current.set.id, factors: current.set.factors },
      publications,
      draft: await draftOf(tx),
      experiment: await experimentUnderWay(tx),
      nextName: await nextNameOf(tx),
      labels,
    };
  });
