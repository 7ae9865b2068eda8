import { and, asc, eq, gt, inArray, lte, ne, or, sql } from 'drizzle-orm';
import { candidacies, candidateFeatures } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { encodeRow, ROW_FORMAT } from '@/domain/scoring/columns/row';
import type { CandidateFacts } from '@/domain/scoring/schema';
import type { AlwaysRows } from './always';
import type { LoadedRun, Run } from './load';
import { HEAD_BYTES, lookOver, type PoolPages } from './pool';
import type { ReadShard } from './score-shard';
import { screeningOfJobs } from './screening';

/** People with `afterId < id <= upToId`; null is open-ended. */
export interface Bound {
  afterId: string | null;
  upToId: string | null;
}

const within = ({ afterId, upToId }: Bound) =>
  and(
    afterId === null ? undefined : gt(candidateFeatures.candidateId, afterId),
    upToId === null ? undefined : lte(candidateFeatures.candidateId, upToId),
  );

const PEOPLE_PER_PIECE = 100;
const PEOPLE_PER_PAGE = 50 * PEOPLE_PER_PIECE;

/** Rows of today's format; of the others the facts are read. */
const fresh = sql`(${candidateFeatures.packed} is not null and length(${candidateFeatures.packed}) > 0
  and get_byte(${candidateFeatures.packed}, 0) = ${ROW_FORMAT})`;

/**
 * Reads the pool's people of a range, some thousands at a time, in pieces each of which is one value: rows as objects cost several
 * times as much, and a value of many packets is put together anew with each.
 */
const readPool = async (tx: Transaction, bound: Bound): Promise<PoolPages> => {
  const pages: ArrayBuffer[] = [];
  const repacked = new Map<number, Uint8Array>();
  let [people, { afterId }] = [0, bound];
  for (;;) {
    const { page, facts } = await readPage(tx, { ...bound, afterId });
    const found = lookOver(page);
    for (const [candidateId, place] of found.unpacked) {
      const theirs = facts.get(candidateId);
      if (theirs !== undefined) repacked.set(people + place, encodeRow(theirs));
    }
    if (found.people > 0) pages.push(page.buffer);
    people += found.people;
    afterId = found.last;
    if (found.people < PEOPLE_PER_PAGE) return { people, pages, repacked };
  }
};

/** A page, and the facts of those whose row is not of today's format: of one statement, or they might be of two states. */
const readPage = async (
  tx: Transaction,
  bound: Bound,
): Promise<{ page: Buffer<ArrayBuffer>; facts: Map<string, CandidateFacts> }> => {
  const page = tx
    .select({
      candidateId: candidateFeatures.candidateId,
      versionId: candidateFeatures.versionId,
      packed: sql`case when ${fresh} then ${candidateFeatures.packed} else ''::bytea end`.as('packed'),
      facts: sql`case when not ${fresh} then ${candidateFeatures.facts} end`.as('unpacked_facts'),
      piece:
        sql`(row_number() over (order by ${candidateFeatures.candidateId}) - 1) / ${PEOPLE_PER_PIECE}::int`.as(
          'piece',
        ),
    })
    .from(candidateFeatures)
    .where(and(candidateFeatures.inPool, within(bound)))
    .orderBy(asc(candidateFeatures.candidateId))
    .limit(PEOPLE_PER_PAGE)
    .as('page');
  const pieces = await tx
    .select({
      bytes: sql<number>`sum(${HEAD_BYTES} + length(${page.packed}))::int`,
      people: sql<string>`encode(string_agg(uuid_send(${page.candidateId}) || uuid_send(${page.versionId})
        || int4send(length(${page.packed})) || ${page.packed}, ''::bytea order by ${page.candidateId}), 'base64')`,
      facts: sql<Record<
        string,
        CandidateFacts
      > | null>`jsonb_object_agg(${page.candidateId}, ${page.facts}) filter (where ${page.facts} is not null)`,
    })
    .from(page)
    .groupBy(page.piece)
    .orderBy(page.piece);
  const read = Buffer.from(new ArrayBuffer(pieces.reduce((sum, { bytes }) => sum + bytes, 0)));
  let at = 0;
  for (const { people } of pieces) at += read.write(people, at, 'base64');
  return { page: read, facts: new Map(pieces.flatMap(({ facts }) => Object.entries(facts ?? {}))) };
};

/** Reads the organisations' own people of a range, the jobs' applicants, and who turned out to be somebody they had brought. */
const readAlways = async (tx: Transaction, runs: readonly Run[], bound: Bound): Promise<AlwaysRows> => {
  const theirs = await tx
    .select({
      jobId: candidacies.jobId,
      candidateId: candidacies.candidateId,
      source: candidacies.source,
      stage: candidacies.stage,
    })
    .from(candidacies)
    .where(
      and(
        inArray(
          candidacies.jobId,
          runs.map(({ jobId }) => jobId),
        ),
        or(ne(candidacies.source, 'matched'), eq(candidacies.stage, 'withdrawn')),
      ),
    );
  const brought = theirs.filter(({ source }) => source !== 'matched');
  const organizationIds = [...new Set(runs.map(({ organizationId }) => organizationId))];
  const broughtIds = [...new Set(brought.map(({ candidateId }) => candidateId))];
  const people = await tx
    .select({
      candidateId: candidateFeatures.candidateId,
      versionId: candidateFeatures.versionId,
      organizationId: candidateFeatures.organizationId,
      packed: candidateFeatures.packed,
      facts: sql<CandidateFacts | null>`case when not ${fresh} then ${candidateFeatures.facts} end`,
    })
    .from(candidateFeatures)
    .where(
      and(
        or(
          inArray(candidateFeatures.organizationId, organizationIds),
          inArray(candidateFeatures.candidateId, broughtIds),
        ),
        within(bound),
      ),
    );
  return { people, brought, withdrawn: theirs.filter(({ stage }) => stage === 'withdrawn') };
};

/** What is read of a range for some runs, all as of one day. */
export const readShard = async (
  tx: Transaction,
  runs: readonly LoadedRun[],
  bound: Bound,
): Promise<ReadShard> => ({
  pool: await readPool(tx, bound),
  apart: {
    always: await readAlways(
      tx,
      runs.map(({ run }) => run),
      bound,
    ),
    screening: await screeningOfJobs(
      tx,
      runs.map(({ run }) => run.jobId),
    ),
  },
});
