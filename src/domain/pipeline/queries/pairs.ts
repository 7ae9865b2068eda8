import { and, asc, eq, inArray, isNull, notExists, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import {
  candidacies,
  candidateDistinctions,
  candidatePairs,
  candidates,
  candidateVersions,
  importItems,
  jobs,
  resumes,
} from '@/db/schema';
import type { Transaction } from '@/db/client';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asMember } from '@/domain/kernel/transaction';
import type {
  CountedPairs,
  PairFilter,
  PairPerson,
  PairsPage,
  PairView,
} from '@/domain/candidates/schema/duplicates';
import { loadCatalog } from '@/domain/catalog/load';
import { ownOrApplied } from '@/domain/candidates/queries';
import { comparedWords } from '../compared-words';
import { factsOf, keptSide, ownsProfile, type StandingPerson } from '@/domain/candidates/queries/pair';

type Grant = Authorized<'candidate:read'>;
const PAGE = 10;

const one = alias(candidates, 'one');
const other = alias(candidates, 'other');

const touching = (ids: SQL): SQL | undefined =>
  or(sql`${candidatePairs.oneId} in ${ids}`, sql`${candidatePairs.otherId} in ${ids}`);

const ofImport = (importId: string): SQL =>
  sql`(select ${importItems.candidateId} from ${importItems} where ${importItems.importId} = ${importId})`;

/** Pairs that nobody has decided about: both stand by themselves, and nobody said that they are two. */
const open = (tx: Transaction, { organizationId }: Grant, { candidateId, importId }: PairFilter) =>
  and(
    eq(candidatePairs.organizationId, organizationId),
    isNull(one.mergedIntoId),
    isNull(other.mergedIntoId),
    notExists(
      tx
        .select({ at: candidateDistinctions.at })
        .from(candidateDistinctions)
        .where(
          and(
            eq(candidateDistinctions.organizationId, candidatePairs.organizationId),
            eq(candidateDistinctions.oneId, candidatePairs.oneId),
            eq(candidateDistinctions.otherId, candidatePairs.otherId),
          ),
        ),
    ),
    candidateId === null ? undefined : touching(sql`(${candidateId}::uuid)`),
    importId === null ? undefined : touching(ofImport(importId)),
  );

const countOpen = async (tx: Transaction, grant: Grant, filter: PairFilter): Promise<number> => {
  const [counted] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(candidatePairs)
    .innerJoin(one, eq(one.id, candidatePairs.oneId))
    .innerJoin(other, eq(other.id, candidatePairs.otherId))
    .where(open(tx, grant, filter));
  return counted?.count ?? 0;
};

/** How many pairs of the organisation's people may be one person each, and whether somebody is still to be compared. */
export const countPairs = (ctx: Context, grant: Grant, filter: PairFilter): Promise<CountedPairs> =>
  asMember(ctx, grant, async (tx) => {
    const { candidateId, importId } = filter;
    const [waiting] = await tx
      .select({ id: candidates.id })
      .from(candidates)
      .where(
        and(
          ownOrApplied(tx, grant.organizationId),
          isNull(candidates.mergedIntoId),
          sql`${candidates.comparedVersionId} is distinct from ${candidates.currentVersionId}`,
          candidateId === null ? undefined : eq(candidates.id, candidateId),
          importId === null ? undefined : sql`${candidates.id} in ${ofImport(importId)}`,
        ),
      )
      .limit(1);
    return { count: await countOpen(tx, grant, filter), pending: waiting !== undefined };
  });

/** Those pairs side by side, the surest first, ten a page; `cursor` is the last pair of the page before. */
export const listPairs = (
  ctx: Context,
  grant: Grant,
  { cursor, ...filter }: PairFilter & { cursor: PairsPage['nextCursor'] },
): Promise<PairsPage> =>
  asMember(ctx, grant, async (tx) => {
    const { strength, oneId, otherId } = candidatePairs;
    const rows = await tx
      .select({ pair: candidatePairs })
      .from(candidatePairs)
      .innerJoin(one, eq(one.id, oneId))
      .innerJoin(other, eq(other.id, otherId))
      .where(
        and(
          open(tx, grant, filter),
          cursor === null
            ? undefined
            : sql`(${strength}, ${oneId}, ${otherId}) > (${cursor.strength}::pair_strength, ${cursor.oneId}::uuid, ${cursor.otherId}::uuid)`,
        ),
      )
      .orderBy(asc(strength), asc(oneId), asc(otherId))
      .limit(PAGE + 1);
    const page = rows.slice(0, PAGE).map(({ pair }) => pair);
    const last = rows.length > PAGE ? page.at(-1) : undefined;
    const ids = [...new Set(page.flatMap((pair) => [pair.oneId, pair.otherId]))];
    const people = await peopleOf(tx, ids);
    const listed = await candidaciesOf(tx, ids);
    return {
      total: await countOpen(tx, grant, filter),
      items: page.flatMap((pair) => {
        const [first, second] = [people.get(pair.oneId), people.get(pair.otherId)];
        if (first === undefined || second === undefined) return [];
        return [
          {
            one: personView(first, listed),
            other: personView(second, listed),
            strength: pair.strength,
            evidence: pair.evidence,
            ...ownerOf(first, second),
            ...comparedWords(factsOf(first), factsOf(second), loadCatalog()),
          },
        ];
      }),
      nextCursor:
        last === undefined ? null : { strength: last.strength, oneId: last.oneId, otherId: last.otherId },
    };
  });

const ownerOf = (one: StandingPerson, other: StandingPerson): Pick<PairView, 'owner' | 'mergeable'> => {
  if (!ownsProfile(one) && !ownsProfile(other)) return { owner: null, mergeable: true };
  const owner = keptSide(one, other, {});
  return { owner, mergeable: owner !== null };
};

type Person = StandingPerson & { fileName: string | null };

const peopleOf = async (tx: Transaction, ids: readonly string[]): Promise<Map<string, Person>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ person: candidates, version: candidateVersions, fileName: resumes.fileName })
    .from(candidates)
    .innerJoin(candidateVersions, eq(candidateVersions.id, candidates.currentVersionId))
    .leftJoin(resumes, eq(resumes.id, candidateVersions.resumeId))
    .where(inArray(candidates.id, [...ids]));
  return new Map(rows.map((row) => [row.person.id, row]));
};

type Listed = PairPerson['candidacies'][number] & { candidateId: string };

const candidaciesOf = async (tx: Transaction, ids: readonly string[]): Promise<Listed[]> => {
  if (ids.length === 0) return [];
  return tx
    .select({
      candidateId: candidacies.candidateId,
      jobId: jobs.id,
      jobTitle: jobs.title,
      stage: candidacies.stage,
    })
    .from(candidacies)
    .innerJoin(jobs, eq(jobs.id, candidacies.jobId))
    .where(inArray(candidacies.candidateId, [...ids]))
    .orderBy(asc(jobs.title), asc(jobs.id));
};

const personView = (found: Person, listed: readonly Listed[]): PairPerson => ({
  candidateId: found.person.id,
  versionId: found.version.id,
  name: found.person.name,
  addedAt: found.person.createdAt,
  resume: found.fileName,
  ownsProfile: ownsProfile(found),
  applied: found.person.organizationId === null,
  candidacies: listed
    .filter(({ candidateId }) => candidateId === found.person.id)
    .map(({ jobId, jobTitle, stage }) => ({ jobId, jobTitle, stage })),
});
