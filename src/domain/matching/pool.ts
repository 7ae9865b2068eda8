import type { Columns } from '@/domain/scoring/columns/layout';
import { packRows, type PackedPerson } from '@/domain/scoring/columns/pack';
import { decodeRow } from '@/domain/scoring/columns/row';
import type { CandidateFacts } from '@/domain/scoring/schema';

const UUID_BYTES = 16;
const LENGTH_BYTES = 4;
/** Of a person on a page before their row: two ids, and how long it is. */
export const HEAD_BYTES = 2 * UUID_BYTES + LENGTH_BYTES;

const uuidAt = (bytes: Buffer, at: number): string => {
  const hex = bytes.toString('hex', at, at + UUID_BYTES);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

/** A person on a page: their ids (`version` is what their facts are of), and their row, empty when it is not of today's format. */
interface PersonOnPage extends PackedPerson {
  id: Buffer;
  version: Buffer;
}

/** The people of a page, one after the other; what they are given as lies on the page. */
function* peopleOn(page: Buffer): Generator<PersonOnPage> {
  for (let at = 0; at < page.length;) {
    const row = at + HEAD_BYTES;
    const end = row + page.readUInt32BE(at + 2 * UUID_BYTES);
    yield {
      id: page.subarray(at, at + UUID_BYTES),
      version: page.subarray(at + UUID_BYTES, at + 2 * UUID_BYTES),
      row: page.subarray(row, end),
    };
    at = end;
  }
}

/** How many people a page holds, the id of the last, and by id the places of those whose row is still to be packed. */
export const lookOver = (
  page: Buffer,
): { people: number; last: string | null; unpacked: Map<string, number> } => {
  const unpacked = new Map<string, number>();
  let people = 0;
  let last: string | null = null;
  for (const { id, row } of peopleOn(page)) {
    if (row.length === 0) unpacked.set(uuidAt(id, 0), people);
    people += 1;
    last = uuidAt(id, 0);
  }
  return { people, last, unpacked };
};

/** The pool's people of a key range, in the order of their ids, as the bytes that came from the database. */
export interface PoolPages {
  people: number;
  pages: readonly ArrayBuffer[];
  /** Rows that are not packed in today's format, packed from their facts; by place. */
  repacked: ReadonlyMap<number, Uint8Array>;
}

/** The same people packed for scoring, in memory that threads share. */
export interface PackedPool {
  columns: Columns;
  /** The versions that their facts are of, 16 bytes each. */
  versions: Uint8Array;
  /** By place, the rows of those who answered a job's own questions. */
  answered: ReadonlyMap<number, Uint8Array>;
}

/**
 * Packs pages as of a day (`YYYY-MM-DD`), and gives their memory back; they are empty afterwards. Of the people with these ids the rows
 * are kept, too.
 */
export const packPool = (
  { people, pages, repacked }: PoolPages,
  asOf: string,
  answeredIds: ReadonlySet<string>,
): PackedPool => {
  const versions = new Uint8Array(new SharedArrayBuffer(people * UUID_BYTES));
  const answered = new Map<number, Uint8Array>();
  const wanted = [...answeredIds].map(bytesOf).toSorted((a, b) => a.compare(b));
  function* rows(): Generator<PackedPerson> {
    let index = 0;
    let next = 0;
    for (const page of pages) {
      for (const { id, version, row: onPage } of peopleOn(Buffer.from(page))) {
        const row = repacked.get(index) ?? onPage;
        versions.set(version, index * UUID_BYTES);
        while ((wanted[next]?.compare(id) ?? 0) < 0) next += 1;
        if (wanted[next]?.equals(id)) answered.set(index, Uint8Array.from(row));
        yield { id, row };
        index += 1;
      }
    }
  }
  const columns = packRows(rows(), asOf, true);
  // At once, not when garbage is next collected.
  for (const page of pages) page.transfer(0);
  return { columns, versions, answered };
};

/** The id of person `index`, and of the version that their facts are of. */
export const personAt = (
  { columns: { ids }, versions }: PackedPool,
  index: number,
): { candidateId: string; versionId: string } => ({
  candidateId: uuidAt(bufferOf(ids), index * UUID_BYTES),
  versionId: uuidAt(bufferOf(versions), index * UUID_BYTES),
});

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** The place of a person, −1 = not of the pool, or of another range. */
export const indexOf = ({ columns: { ids, count } }: PackedPool, candidateId: string): number => {
  const all = bufferOf(ids);
  const wanted = bytesOf(candidateId);
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = middle * UUID_BYTES;
    const order = all.compare(wanted, 0, UUID_BYTES, at, at + UUID_BYTES);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return -1;
};

/** The facts of somebody whose row was kept; null for anybody else. */
export const answeredFacts = ({ answered }: PackedPool, index: number): CandidateFacts | null => {
  const row = answered.get(index);
  return row === undefined ? null : decodeRow(row);
};
