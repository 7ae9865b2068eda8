import { sql, type AnyColumn, type SQL } from 'drizzle-orm';
import { binaryArray, byteas, instants, ints, texts, uuids } from '@/db/binary-array';
import type { matchResults, matchRuns } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { manyFactorsToBytes, manyGatesToBytes } from '@/domain/scoring/breakdown';
import { tieBreak } from '@/domain/scoring/rank';
import type { MatchGroup, PairScore } from '@/domain/scoring/schema';
import { KEEP_PER_GROUP } from './schema';

export type ResultRow = typeof matchResults.$inferInsert;

/** One person's score as a row of a run; `versionId` names the facts, `scoredAt` when they were read. */
export const resultRow = (
  run: Pick<typeof matchRuns.$inferSelect, 'id' | 'organizationId' | 'jobId'>,
  person: { candidateId: string; versionId: string },
  score: PairScore,
  scoredAt: Date,
): ResultRow => {
  const { expected, low, high, coverage, band, group, factors, gates } = score;
  return {
    organizationId: run.organizationId,
    runId: run.id,
    jobId: run.jobId,
    candidateId: person.candidateId,
    candidateVersionId: person.versionId,
    group,
    expected,
    low,
    high,
    coverage,
    band,
    tieBreak: tieBreak(run.jobId, person.candidateId),
    scoredAt,
    factors,
    gates,
  };
};

/** `any(…)` of these ids, as one array parameter: a statement of raw SQL stays the same text however many they are. */
export const anyId = (ids: readonly string[]): SQL => sql`any(${sql.param([...ids])}::uuid[])`;

/**
 * Whether a column is one of very many ids: `inArray` has a parameter for each. They come out of a subquery, or planning would look each
 * of them up in the statistics, which takes longer than finding the rows.
 */
export const among = (column: AnyColumn, ids: readonly string[]): SQL =>
  sql`${column} = any(array(select unnest(${sql.param([...ids])}::uuid[])))`;

type Rows = readonly ResultRow[];

/** Columns of a row that are written: the type in which they are sent, what the table makes of it, and their elements. */
const COLUMNS = [
  { name: 'run_id', type: 'uuid', elements: (rows: Rows) => uuids(rows.map(({ runId }) => runId)) },
  { name: 'candidate_id', type: 'uuid', elements: (rows: Rows) => uuids(rows.map((row) => row.candidateId)) },
  {
    name: 'candidate_version_id',
    type: 'uuid',
    elements: (rows: Rows) => uuids(rows.map((row) => row.candidateVersionId)),
  },
  {
    name: 'match_group',
    type: 'text',
    as: 'match_group',
    elements: (rows: Rows) => texts(rows.map(({ group }) => group)),
  },
  { name: 'expected', type: 'int4', elements: (rows: Rows) => ints(rows.map(({ expected }) => expected)) },
  { name: 'low', type: 'int4', elements: (rows: Rows) => ints(rows.map(({ low }) => low)) },
  { name: 'high', type: 'int4', elements: (rows: Rows) => ints(rows.map(({ high }) => high)) },
  { name: 'coverage', type: 'int4', elements: (rows: Rows) => ints(rows.map(({ coverage }) => coverage)) },
  { name: 'band', type: 'text', as: 'band', elements: (rows: Rows) => texts(rows.map(({ band }) => band)) },
  { name: 'tie_break', type: 'int4', elements: (rows: Rows) => ints(rows.map(({ tieBreak }) => tieBreak)) },
  {
    name: 'scored_at',
    type: 'timestamptz',
    elements: (rows: Rows) => instants(rows.map(({ scoredAt }) => scoredAt)),
  },
  {
    name: 'factors',
    type: 'bytea',
    elements: (rows: Rows) => byteas(manyFactorsToBytes(rows.map(({ factors }) => factors))),
  },
  {
    name: 'gates',
    type: 'bytea',
    elements: (rows: Rows) => byteas(manyGatesToBytes(rows.map(({ gates }) => gates))),
  },
] as const;

const REPLACED = sql.raw(
  COLUMNS.map(({ name }) => name)
    .filter((name) => name !== 'run_id' && name !== 'candidate_id')
    .map((name) => `${name} = excluded.${name}`)
    .join(', '),
);

/** Of each group that is full, the least score with which somebody of the pool is kept. */
export type Floors = Partial<Record<MatchGroup, number>>;

const floorsOf = (rows: Rows): Floors | null => {
  const floors: Floors = {};
  for (const [group, some] of Map.groupBy(rows, (row) => row.group)) {
    if (some.length > KEEP_PER_GROUP) return null;
    if (some.length === KEEP_PER_GROUP) floors[group] = Math.min(...some.map(({ expected }) => expected));
  }
  return floors;
};

/** Rows as they are sent, column by column: a fraction of the memory that they take as objects. */
export interface PackedRows {
  count: number;
  /** Null where a group has more rows than are kept. */
  floors: Floors | null;
  columns: readonly Uint8Array[];
}

/** Packs rows of one run, in the order of people: so they come to lie, and are gone through, side by side. */
export const packResults = (given: Rows): PackedRows => {
  const rows = given.toSorted((a, b) => (a.candidateId < b.candidateId ? -1 : 1));
  return {
    count: rows.length,
    floors: floorsOf(rows),
    columns: COLUMNS.map(({ elements }) => elements(rows)),
  };
};

/**
 * Writes rows of runs in one statement. Organisation and job are those of the run that a row names; whoever is gone, or was merged
 * with another person since they were scored, is left out. A pair that stands in its run already is an error, or `replacing`
 * replaces it. Returns whether all of them were written.
 */
export const writeResults = async (
  tx: Transaction,
  pieces: readonly PackedRows[],
  { replacing = false }: { replacing?: boolean } = {},
): Promise<boolean> => {
  const count = pieces.reduce((sum, piece) => sum + piece.count, 0);
  if (count === 0) return true;
  // In the select list, arrays are gone through side by side; in `from`, each would first be stored as a table.
  const unnested = COLUMNS.map(({ name, type, ...column }, index) => {
    const array = binaryArray(
      type,
      count,
      pieces.map(({ columns }) => columns[index] ?? new Uint8Array()),
    );
    const as = sql.raw(`::${'as' in column ? column.as : type} as ${name}`);
    return sql`unnest(${sql.param(array)}::${sql.raw(type)}[])${as}`;
  });
  const names = sql.raw(COLUMNS.map(({ name }) => name).join(', '));
  const { rowCount } = await tx.execute(sql`
    insert into match_results (organization_id, job_id, ${names})
    select r.organization_id, r.job_id, u.* from (select ${sql.join(unnested, sql`, `)}) u
    join match_runs r on r.id = u.run_id
    join candidates c on c.id = u.candidate_id and c.merged_into_id is null
    ${replacing ? sql`on conflict (run_id, candidate_id) do update set ${REPLACED}` : sql``}`);
  return rowCount === count;
};
