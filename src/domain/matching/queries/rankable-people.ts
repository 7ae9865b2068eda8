import { asc, eq, gt, inArray, or, sql, and } from 'drizzle-orm';
import { candidateFeatures } from '@/db/schema';
import type { Transaction } from '@/db/client';
import type { CandidateFacts } from '@/domain/scoring/schema';
import { knownPeople, peopleMemory, type KnownPeople, type PersonRow } from '../people-memory';

/** People whom one instance remembers, of all organisations together: some 5 KB each. */
const MOST_REMEMBERED = 20_000;
const CHUNK = 5_000;
const memory = peopleMemory(MOST_REMEMBERED);

/** Which state a row is in: Postgres gives every writing of it the number of the transaction that wrote. */
const ROW = sql<string>`xmin::text`;
const reachable = (organizationId: string) =>
  or(candidateFeatures.inPool, eq(candidateFeatures.organizationId, organizationId));

/**
 * Whom an organisation may have ranked whatever the job, in crowds for counting; as of a day. Few enough people are
 * remembered between calls, and checked at each against what the table says; more are read anew, some at a time. Needs role
 * `app_counter`.
 */
export async function* rankablePeople(
  tx: Transaction,
  organizationId: string,
  asOf: string,
): AsyncGenerator<Pick<KnownPeople, 'ids' | 'crowd'>> {
  const { count, stamp } = await stateOf(tx, organizationId);
  if (count > MOST_REMEMBERED) {
    yield* inChunks(tx, organizationId, asOf);
    return;
  }
  const before = memory.get(organizationId);
  if (before?.stamp === stamp && before.crowd.asOf === asOf) {
    yield before;
    return;
  }
  const people = knownPeople(await rowsOf(tx, organizationId, before), stamp, asOf, before);
  memory.keep(organizationId, people);
  yield people;
}

/** How many people there are, and a hash over who they are and the state of their rows. */
const stateOf = async (tx: Transaction, organizationId: string) => {
  const [state] = await tx
    .select({
      count: sql<number>`count(*)::int`,
      stamp: sql<string>`count(*) || ':' || coalesce(sum(hashtextextended(candidate_id::text || ${ROW}, 0)), 0)`,
    })
    .from(candidateFeatures)
    .where(reachable(organizationId));
  return state ?? { count: 0, stamp: '' };
};

/** Everybody's row, with the facts of those whose state is not the one known before. */
const rowsOf = async (
  tx: Transaction,
  organizationId: string,
  before: KnownPeople | null,
): Promise<PersonRow[]> => {
  const rows = await tx
    .select({ candidateId: candidateFeatures.candidateId, row: ROW })
    .from(candidateFeatures)
    .where(reachable(organizationId))
    .orderBy(asc(candidateFeatures.candidateId));
  const changed = rows.filter(({ candidateId, row }) => before?.rows.get(candidateId)?.row !== row);
  const facts = new Map<string, CandidateFacts>();
  for (let at = 0; at < changed.length; at += CHUNK) {
    const ids = changed.slice(at, at + CHUNK).map(({ candidateId }) => candidateId);
    const read = await tx
      .select({ candidateId: candidateFeatures.candidateId, facts: candidateFeatures.facts })
      .from(candidateFeatures)
      .where(inArray(candidateFeatures.candidateId, ids));
    for (const person of read) facts.set(person.candidateId, person.facts);
  }
  return rows.map((person) => ({ ...person, facts: facts.get(person.candidateId) ?? null }));
};

async function* inChunks(
  tx: Transaction,
  organizationId: string,
  asOf: string,
): AsyncGenerator<Pick<KnownPeople, 'ids' | 'crowd'>> {
  let after: string | null = null;
  for (;;) {
    const rows: PersonRow[] = await tx
      .select({ candidateId: candidateFeatures.candidateId, row: ROW, facts: candidateFeatures.facts })
      .from(candidateFeatures)
      .where(
        and(reachable(organizationId), after === null ? undefined : gt(candidateFeatures.candidateId, after)),
      )
      .orderBy(asc(candidateFeatures.candidateId))
      .limit(CHUNK);
    if (rows.length > 0) yield knownPeople(rows, '', asOf, null);
    if (rows.length < CHUNK) return;
    after = rows.at(-1)?.candidateId ?? null;
  }
}
