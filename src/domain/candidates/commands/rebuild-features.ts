import { and, asc, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import { candidateFeatures, candidateVersions } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { contentHash } from '@/domain/catalog/hash';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { ROW_FORMAT } from '@/domain/scoring/columns/row';
import { featuresOf, isStale } from '../features';

/** Rows of `candidate_features` whose packed form is missing or of another format. */
const stale = or(
  isNull(candidateFeatures.packed),
  sql`length(${candidateFeatures.packed}) = 0`,
  sql`get_byte(${candidateFeatures.packed}, 0) <> ${ROW_FORMAT}`,
);

interface Rebuilt {
  candidateId: string;
  facts: string;
  packed: string;
}

const save = async (tx: Transaction, rows: readonly Rebuilt[]): Promise<void> => {
  if (rows.length === 0) return;
  const column = (name: keyof Rebuilt) => sql.param(rows.map((row) => row[name]));
  await tx.execute(sql`
    update candidate_features f set facts = u.facts, packed = u.packed
    from unnest(${column('candidateId')}::uuid[], ${column('facts')}::jsonb[], ${column('packed')}::bytea[])
      as u (candidate_id, facts, packed)
    where f.candidate_id = u.candidate_id`);
};

/**
 * Makes the rows that the engine reads anew from the versions they name, up to `limit` people after `afterId` in the order of
 * ids: those whose packed form is missing or old or, with `all`, everybody. Rows that somebody is writing at the moment are passed
 * over, since they are written as this version does it. Returns the last id that was looked at, null when nobody is left, and how
 * many rows changed.
 */
export const rebuildFeatures = (
  ctx: Context,
  { afterId, all, limit }: { afterId: string | null; all: boolean; limit: number },
): Promise<{ lastId: string | null; rebuilt: number }> =>
  asWorker(ctx, async (tx) => {
    const people = await tx
      .select()
      .from(candidateFeatures)
      .where(
        and(
          afterId === null ? undefined : gt(candidateFeatures.candidateId, afterId),
          all ? undefined : stale,
        ),
      )
      .orderBy(asc(candidateFeatures.candidateId))
      .limit(limit)
      .for('update', { skipLocked: true });
    const versions = await tx
      .select()
      .from(candidateVersions)
      .where(
        inArray(
          candidateVersions.id,
          people.map(({ versionId }) => versionId),
        ),
      );
    const byId = new Map(versions.map((version) => [version.id, version]));
    const changed = people.flatMap(({ candidateId, versionId, facts, packed }): Rebuilt[] => {
      const version = byId.get(versionId);
      if (version === undefined) return [];
      const fresh = featuresOf(version.profile, version.answers);
      const bytes = Buffer.from(fresh.packed);
      const same = !isStale(packed) && bytes.equals(packed ?? bytes);
      if (same && contentHash(fresh.facts) === contentHash(facts)) return [];
      return [{ candidateId, facts: JSON.stringify(fresh.facts), packed: `\\x${bytes.toString('hex')}` }];
    });
    await save(tx, changed);
    return { lastId: people.at(-1)?.candidateId ?? null, rebuilt: changed.length };
  });
