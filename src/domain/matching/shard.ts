import { and, asc, eq, gt, inArray, lte, ne, or, sql } from 'drizzle-orm';
import { candidacies, candidateFeatures } from '@/db/schema';
import type { Transaction } from '@/db/client';
import type { PackedPerson } from '@/domain/scoring/columns/pack';
import { decodeRow, encodeRow, ROW_FORMAT } from '@/domain/scoring/columns/row';
import type { CandidateFacts } from '@/domain/scoring/schema';

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

const UUID_BYTES = 16;
const LENGTH_BYTES = 4;
const HEAD_BYTES = 2 * UUID_BYTES + LENGTH_BYTES;
const PEOPLE_PER_PAGE = 2_500;

const uuidAt = (bytes: Buffer, at: number): string => {
  const hex = bytes.toString('hex', at, at + UUID_BYTES);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

/** The pool's people of a key range, in the order of their ids, as the bytes that came from the database. */
export class Pool implements Iterable<PackedPerson> {
  readonly #pages: Buffer[] = [];
  /** Page and place in it of everybody. */
  readonly #pageOf: number[] = [];
  readonly #startOf: number[] = [];
  /** Rows that are not packed in today's format, packed here from their facts. */
  readonly #repacked = new Map<number, Uint8Array>();

  get count(): number {
    return this.#startOf.length;
  }

  /** Takes a page in; returns how many people it holds, and the places of those whose row is still to be given. */
  addPage(page: Buffer): { people: number; unpacked: Map<string, number> } {
    const before = this.count;
    const unpacked = new Map<string, number>();
    this.#pages.push(page);
    for (let at = 0; at < page.length;) {
      const length = page.readUInt32BE(at + 2 * UUID_BYTES);
      if (length === 0) unpacked.set(uuidAt(page, at), this.count);
      this.#pageOf.push(this.#pages.length - 1);
      this.#startOf.push(at);
      at += HEAD_BYTES + length;
    }
    return { people: this.count - before, unpacked };
  }

  repack(index: number, facts: CandidateFacts): void {
    this.#repacked.set(index, encodeRow(facts));
  }

  #at(index: number): { page: Buffer; start: number } {
    const page = this.#pages[this.#pageOf[index] ?? 0];
    const start = this.#startOf[index];
    if (page === undefined || start === undefined) throw new RangeError('Nobody is there.');
    return { page, start };
  }

  #rowAt(index: number): Uint8Array {
    const { page, start } = this.#at(index);
    const from = start + HEAD_BYTES;
    return this.#repacked.get(index) ?? page.subarray(from, from + page.readUInt32BE(start + 2 * UUID_BYTES));
  }

  /** The id of person `index`, and of the version that their facts are of. */
  personAt(index: number): { candidateId: string; versionId: string } {
    const { page, start } = this.#at(index);
    return { candidateId: uuidAt(page, start), versionId: uuidAt(page, start + UUID_BYTES) };
  }

  factsAt(index: number): CandidateFacts {
    return decodeRow(this.#rowAt(index));
  }

  /** The place of a person, −1 = not of the pool, or of another range. */
  indexOf(candidateId: string): number {
    const wanted = Buffer.from(candidateId.replaceAll('-', ''), 'hex');
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      const { page, start } = this.#at(middle);
      const order = page.compare(wanted, 0, UUID_BYTES, start, start + UUID_BYTES);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return -1;
  }

  *[Symbol.iterator](): Generator<PackedPerson> {
    for (let index = 0; index < this.count; index++) {
      const { page, start } = this.#at(index);
      yield { id: page.subarray(start, start + UUID_BYTES), row: this.#rowAt(index) };
    }
  }
}

/** Rows of today's format; of the others the facts are read. */
const fresh = sql`(${candidateFeatures.packed} is not null and length(${candidateFeatures.packed}) > 0
  and get_byte(${candidateFeatures.packed}, 0) = ${ROW_FORMAT})`;

/** Reads the pool's people of a range, page by page, a page as one value: rows as objects cost several times as much. */
export const readPool = async (tx: Transaction, bound: Bound): Promise<Pool> => {
  const pool = new Pool();
  let { afterId } = bound;
  for (;;) {
    const page = tx
      .select({
        candidateId: candidateFeatures.candidateId,
        versionId: candidateFeatures.versionId,
        packed: sql`case when ${fresh} then ${candidateFeatures.packed} else ''::bytea end`.as('packed'),
      })
      .from(candidateFeatures)
      .where(and(candidateFeatures.inPool, within({ ...bound, afterId })))
      .orderBy(asc(candidateFeatures.candidateId))
      .limit(PEOPLE_PER_PAGE)
      .as('page');
    const [read] = await tx
      .select({
        people: sql<
          string | null
        >`encode(string_agg(uuid_send(${page.candidateId}) || uuid_send(${page.versionId})
          || int4send(length(${page.packed})) || ${page.packed}, ''::bytea order by ${page.candidateId}), 'base64')`,
      })
      .from(page);
    if (read === undefined || read.people === null) return pool;
    const { people, unpacked } = pool.addPage(Buffer.from(read.people, 'base64'));
    if (unpacked.size > 0) await repack(tx, pool, unpacked);
    if (people < PEOPLE_PER_PAGE) return pool;
    afterId = pool.personAt(pool.count - 1).candidateId;
  }
};

const repack = async (tx: Transaction, pool: Pool, unpacked: ReadonlyMap<string, number>): Promise<void> => {
  const rows = await tx
    .select({ candidateId: candidateFeatures.candidateId, facts: candidateFeatures.facts })
    .from(candidateFeatures)
    .where(inArray(candidateFeatures.candidateId, [...unpacked.keys()]));
  for (const { candidateId, facts } of rows) pool.repack(unpacked.get(candidateId) ?? 0, facts);
};

/** Somebody who is listed for a job whatever their rank. */
export interface KnownPerson {
  candidateId: string;
  versionId: string;
  /** Unpacked when asked for: an organisation may bring very many people. */
  facts: () => CandidateFacts;
}

/** Who of a range is always listed for which job, and who took their application back. */
export interface Always {
  ofJob: (job: { jobId: string; organizationId: string }) => KnownPerson[];
  withdrawnFrom: (jobId: string) => ReadonlySet<string>;
}

/** Reads the organisations' own people of a range, the jobs' applicants, and who turned out to be somebody they had brought. */
export const readAlways = async (
  tx: Transaction,
  jobs: readonly { jobId: string; organizationId: string }[],
  bound: Bound,
): Promise<Always> => {
  const jobIds = jobs.map(({ jobId }) => jobId);
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
        inArray(candidacies.jobId, jobIds),
        or(ne(candidacies.source, 'matched'), eq(candidacies.stage, 'withdrawn')),
      ),
    );
  const brought = Map.groupBy(
    theirs.filter(({ source }) => source !== 'matched'),
    ({ jobId }) => jobId,
  );
  const withdrawn = Map.groupBy(
    theirs.filter(({ stage }) => stage === 'withdrawn'),
    ({ jobId }) => jobId,
  );
  const organizationIds = [...new Set(jobs.map(({ organizationId }) => organizationId))];
  const broughtIds = [...new Set([...brought.values()].flat().map(({ candidateId }) => candidateId))];
  const rows = await tx
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
  const people = rows.map(({ packed, facts, ...person }) => ({
    ...person,
    facts: (): CandidateFacts => facts ?? decodeRow(packed ?? new Uint8Array()),
  }));
  const byId = new Map(people.map((person) => [person.candidateId, person]));
  const byOrganization = Map.groupBy(people, ({ organizationId }) => organizationId);
  const withdrawnFrom = (jobId: string): ReadonlySet<string> =>
    new Set((withdrawn.get(jobId) ?? []).map(({ candidateId }) => candidateId));
  return {
    withdrawnFrom,
    ofJob({ jobId, organizationId }) {
      const gone = withdrawnFrom(jobId);
      const listed = new Set(byOrganization.get(organizationId) ?? []);
      for (const { candidateId } of brought.get(jobId) ?? []) {
        const person = byId.get(candidateId);
        if (person !== undefined) listed.add(person);
      }
      return [...listed].filter(({ candidateId }) => !gone.has(candidateId));
    },
  };
};
