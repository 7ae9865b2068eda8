import { sql, type SQL } from 'drizzle-orm';
import type { matchResults, matchRuns } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { factorsToBytes, gatesToBytes } from '@/domain/scoring/breakdown';
import { tieBreak } from '@/domain/scoring/rank';
import type { PairScore } from '@/domain/scoring/schema';

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

const ROWS_AT_ONCE = 5_000;
/** Bytes within an array, as Postgres reads them: the driver takes no bytes there. */
const hex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`;

/**
 * Writes rows of runs column by column, thousands in a statement; one by one they would take forty times as long. Organisation and
 * job are those of the run that a row names.
 */
export const writeResults = async (tx: Transaction, rows: readonly ResultRow[]): Promise<void> => {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const some = rows.slice(at, at + ROWS_AT_ONCE);
    const column = (valueOf: (row: ResultRow) => unknown) => sql.param(some.map(valueOf));
    await tx.execute(sql`
      insert into match_results (organization_id, run_id, job_id, candidate_id, candidate_version_id, match_group,
        expected, low, high, coverage, band, tie_break, scored_at, factors, gates)
      select r.organization_id, r.id, r.job_id, u.candidate_id, u.version_id, u.match_group, u.expected, u.low, u.high,
        u.coverage, u.band, u.tie_break, u.scored_at, u.factors, u.gates
      from unnest(
        ${column((row) => row.runId)}::uuid[], ${column((row) => row.candidateId)}::uuid[],
        ${column((row) => row.candidateVersionId)}::uuid[], ${column((row) => row.group)}::match_group[],
        ${column((row) => row.expected)}::int[], ${column((row) => row.low)}::int[], ${column((row) => row.high)}::int[],
        ${column((row) => row.coverage)}::int[], ${column((row) => row.band)}::band[],
        ${column((row) => row.tieBreak)}::int[], ${column((row) => row.scoredAt.toISOString())}::timestamptz[],
        ${column((row) => hex(factorsToBytes(row.factors)))}::bytea[], ${column((row) => hex(gatesToBytes(row.gates)))}::bytea[]
      ) as u (run_id, candidate_id, version_id, match_group, expected, low, high, coverage, band, tie_break, scored_at,
        factors, gates)
      join match_runs r on r.id = u.run_id`);
  }
};
