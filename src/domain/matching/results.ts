import { sql, type AnyColumn, type SQL } from 'drizzle-orm';
import { binaryArray } from '@/db/binary-array';
import type { Transaction } from '@/db/client';
import { RESULT_COLUMNS, type PackedRows } from './result-rows';

/** `any(…)` of these ids, as one array parameter: a statement of raw SQL stays the same text however many they are. */
export const anyId = (ids: readonly string[]): SQL => sql`any(${sql.param([...ids])}::uuid[])`;

/**
 * Whether a column is one of very many ids: `inArray` has a parameter for each. They come out of a subquery, or planning would look each
 * of them up in the statistics, which takes longer than finding the rows.
 */
export const among = (column: AnyColumn, ids: readonly string[]): SQL =>
  sql`${column} = any(array(select unnest(${sql.param([...ids])}::uuid[])))`;

const REPLACED = sql.raw(
  RESULT_COLUMNS.map(({ name }) => name)
    .filter((name) => name !== 'run_id' && name !== 'candidate_id')
    .map((name) => `${name} = excluded.${name}`)
    .join(', '),
);

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
  const unnested = RESULT_COLUMNS.map(({ name, type, ...column }, index) => {
    const array = binaryArray(
      type,
      count,
      pieces.map(({ columns }) => columns[index] ?? new Uint8Array()),
    );
    const as = sql.raw(`::${'as' in column ? column.as : type} as ${name}`);
    return sql`unnest(${sql.param(array)}::${sql.raw(type)}[])${as}`;
  });
  const names = sql.raw(RESULT_COLUMNS.map(({ name }) => name).join(', '));
  const { rowCount } = await tx.execute(sql`
    insert into match_results (organization_id, job_id, ${names})
    select r.organization_id, r.job_id, u.* from (select ${sql.join(unnested, sql`, `)}) u
    join match_runs r on r.id = u.run_id
    join candidates c on c.id = u.candidate_id and c.merged_into_id is null
    ${replacing ? sql`on conflict (run_id, candidate_id) do update set ${REPLACED}` : sql``}`);
  return rowCount === count;
};
