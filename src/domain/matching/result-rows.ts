import { byteas, instants, ints, texts, uuids } from '@/db/binary-array';
import type { matchResults, matchRuns } from '@/db/schema';
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

type Rows = readonly ResultRow[];

/** Columns of a row that are written: the type in which they are sent, what the table makes of it, and their elements. */
export const RESULT_COLUMNS = [
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
    columns: RESULT_COLUMNS.map(({ elements }) => elements(rows)),
  };
};
