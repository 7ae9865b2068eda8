import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import {
  candidacies,
  candidateKeys,
  candidatePairs,
  candidates,
  candidateVersions,
  resumes,
} from '@/db/schema';
import type { Transaction } from '@/db/client';
import type { Context } from '@/domain/kernel/context';
import { enqueue } from '@/domain/kernel/outbox';
import { asWorker } from '@/domain/kernel/transaction';
import { compareIdentities, identityKeys, identityOf, type Identity } from '../identity';

const PEOPLE_AT_ONCE = 100;
/** One message compares this many batches; the next message goes on. */
const BATCHES = 20;
/** A mark that more people share says nothing: an agency's number, a common name in a large city. */
const MOST_SHARING = 20;

/**
 * Compares an organisation's people, and who applied for its jobs, whose facts are new with the others who share a mark of
 * identity with them, and keeps the pairs that may be one person. Two who both came on their own make none. Compared people leave the list that it works through, so a repeated message finds
 * nothing to do, and one that was lost leaves its people to the next.
 */
export const consumePeopleCompare = async (ctx: Context): Promise<void> => {
  let compared = 0;
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const count = await asWorker(ctx, (tx) => compareBatch(ctx, tx));
    compared += count;
    if (count < PEOPLE_AT_ONCE) {
      if (compared > 0) ctx.log.info('people compared', { count: compared });
      return;
    }
  }
  await asWorker(ctx, (tx) => enqueue(ctx, tx, 'people-compare', {}));
};

const waiting = and(
  isNull(candidates.mergedIntoId),
  sql`${candidates.comparedVersionId} is distinct from ${candidates.currentVersionId}`,
);

interface Person {
  id: string;
  /** Whose person it is; null for somebody who came on their own. */
  organizationId: string | null;
  /** The organisations among whose people this one is compared. */
  within: string[];
  versionId: string;
  identity: Identity;
}

const peopleWith = async (tx: Transaction, ids: readonly string[]): Promise<Person[]> => {
  if (ids.length === 0) return [];
  const applied = tx
    .select({
      candidateId: candidacies.candidateId,
      within: sql<string[]>`array_agg(distinct ${candidacies.organizationId})`.as('within'),
    })
    .from(candidacies)
    .where(and(inArray(candidacies.candidateId, [...ids]), eq(candidacies.source, 'applied')))
    .groupBy(candidacies.candidateId)
    .as('applied');
  const rows = await tx
    .select({
      id: candidates.id,
      applied: applied.within,
      organizationId: candidates.organizationId,
      versionId: candidates.currentVersionId,
      profile: candidateVersions.profile,
      text: sql<string | null>`${resumes.parsed} ->> 'text'`,
    })
    .from(candidates)
    .innerJoin(candidateVersions, eq(candidateVersions.id, candidates.currentVersionId))
    .leftJoin(resumes, eq(resumes.id, candidateVersions.resumeId))
    .leftJoin(applied, eq(applied.candidateId, candidates.id))
    .where(and(inArray(candidates.id, [...ids]), isNull(candidates.mergedIntoId)));
  return rows.map(({ profile, text, applied: organizations, ...row }) => ({
    ...row,
    within: row.organizationId === null ? (organizations ?? []) : [row.organizationId],
    identity: identityOf(profile, text),
  }));
};

const compareBatch = async (ctx: Context, tx: Transaction): Promise<number> => {
  // One at a time: two who are compared at once would not see each other's marks.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('people-compare', 0))`);
  const batch = await tx
    .select({ id: candidates.id })
    .from(candidates)
    .where(waiting)
    .orderBy(asc(candidates.id))
    .limit(PEOPLE_AT_ONCE);
  if (batch.length === 0) return 0;
  const people = await peopleWith(
    tx,
    batch.map(({ id }) => id),
  );
  const ids = people.map(({ id }) => id);
  await writeKeys(tx, people);
  const sharing = await sharingWith(tx, ids);
  const others = await peopleWith(tx, [...new Set(sharing.map(({ otherId }) => otherId))]);
  const known = new Map([...others, ...people].map((person) => [person.id, person]));
  // In the order of ids, as whoever joins two people locks them; a pair's foreign keys lock both of its people.
  await tx
    .select({ id: candidates.id })
    .from(candidates)
    .where(inArray(candidates.id, [...known.keys()]))
    .orderBy(asc(candidates.id))
    .for('no key update');
  await tx
    .delete(candidatePairs)
    .where(or(inArray(candidatePairs.oneId, ids), inArray(candidatePairs.otherId, ids)));
  const pairs = sharing.flatMap(({ id, otherId }) => {
    const [one, other] = [known.get(id < otherId ? id : otherId), known.get(id < otherId ? otherId : id)];
    if (one === undefined || other === undefined) return [];
    const organizationId = one.organizationId ?? other.organizationId;
    const found = organizationId === null ? null : compareIdentities(one.identity, other.identity);
    if (found === null || organizationId === null) return [];
    return [{ organizationId, oneId: one.id, otherId: other.id, ...found, foundAt: ctx.now() }];
  });
  if (pairs.length > 0) await tx.insert(candidatePairs).values(pairs).onConflictDoNothing();
  for (const { id, versionId } of people) {
    await tx.update(candidates).set({ comparedVersionId: versionId }).where(eq(candidates.id, id));
  }
  return people.length;
};

const writeKeys = async (tx: Transaction, people: readonly Person[]): Promise<void> => {
  const ids = people.map(({ id }) => id);
  await tx.delete(candidateKeys).where(inArray(candidateKeys.candidateId, ids));
  const rows = people.flatMap(({ id, within, identity }) => {
    const keys = identityKeys(identity);
    return within.flatMap((organizationId) =>
      keys.map((key) => ({ organizationId, candidateId: id, ...key })),
    );
  });
  if (rows.length > 0) await tx.insert(candidateKeys).values(rows).onConflictDoNothing();
};

/** Who shares a mark with one of `ids`: through the index of marks, and for each mark no more people than say something. */
const sharingWith = async (
  tx: Transaction,
  ids: readonly string[],
): Promise<{ id: string; otherId: string }[]> => {
  if (ids.length === 0) return [];
  const { rows } = await tx.execute<{ id: string; other_id: string }>(sql`
    select distinct k.candidate_id as id, o.other_id
    from candidate_keys k
    cross join lateral (
      select array_agg(found.candidate_id) as holders from (
        select h.candidate_id from candidate_keys h
        join candidates c on c.id = h.candidate_id and c.merged_into_id is null
        where h.organization_id = k.organization_id and h.kind = k.kind and h.key = k.key
          and h.candidate_id <> k.candidate_id
        limit ${MOST_SHARING}
      ) found
    ) held
    cross join lateral unnest(held.holders) as o(other_id)
    where k.candidate_id in ${[...ids]} and cardinality(held.holders) < ${MOST_SHARING}`);
  return rows.map((row) => ({ id: row.id, otherId: row.other_id }));
};
