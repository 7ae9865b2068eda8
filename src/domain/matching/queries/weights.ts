import { desc, eq } from 'drizzle-orm';
import { users, weightDrafts, weightPublications, weightSets } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { loadCatalog } from '@/domain/catalog/load';
import type { Context } from '@/domain/kernel/context';
import { asAdmin } from '@/domain/kernel/transaction';
import { weightSetSchema } from '@/domain/scoring/schema';
import { weightSetIssues } from '@/domain/scoring/weights';
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
  return { revision, factors, overNumber, updatedBy: row.by, updatedAt, issues };
};

/** The name after the highest `v<number>` of any set that is kept. */
export const nextNameOf = async (tx: Transaction): Promise<string> => {
  const rows = await tx.select({ name: weightSets.name }).from(weightSets);
  const numbers = rows.map(({ name }) => Number(/^v(\d+)$/.exec(name)?.[1] ?? 0));
  return `v${Math.max(1, ...numbers) + 1}`;
};

/** The weights in use, their history, and the draft. */
export const weightsOverview = (ctx: Context): Promise<WeightsOverview> =>
  asAdmin(ctx, async (tx) => {
    const { current, factors: labels } = loadCatalog().weightSets;
    const publications = await publicationsOf(tx);
    const [newest] = publications;
    return {
      inUse: newest ?? { number: 0, name: current.set.id, factors: current.set.factors },
      publications,
      draft: await draftOf(tx),
      nextName: await nextNameOf(tx),
      labels,
    };
  });
