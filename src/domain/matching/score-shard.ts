import type { Transaction } from '@/db/client';
import type { Columns } from '@/domain/scoring/columns/layout';
import { passMemory, type PassMemory } from '@/domain/scoring/columns/memory';
import { packRows } from '@/domain/scoring/columns/pack';
import { bestPeople } from '@/domain/scoring/columns/pass';
import type { CompiledJob } from '@/domain/scoring/compile';
import { preparePerson, type PreparedPerson } from '@/domain/scoring/person';
import { MATCH_GROUPS, type CandidateFacts } from '@/domain/scoring/schema';
import { scorePerson } from '@/domain/scoring/score';
import type { LoadedRun, Run } from './load';
import { resultRow, type ResultRow } from './results';
import { KEEP_PER_GROUP } from './schema';
import { screeningOfJobs, type ScoredAnswers } from './screening';
import { readAlways, readPool, type Always, type Bound, type Pool } from './shard';

/** Own people and applicants that are kept prepared, some 5 KB each: organisations have many jobs. */
const KEPT_PREPARED = 2_000;

/** Gives the prepared person of an id, the one made for an earlier job where that is kept. */
function keeping() {
  const kept = new Map<string, PreparedPerson>();
  return (id: string, prepare: () => PreparedPerson): PreparedPerson => {
    const known = kept.get(id);
    if (known !== undefined) return known;
    if (kept.size >= KEPT_PREPARED) kept.clear();
    const person = prepare();
    kept.set(id, person);
    return person;
  };
}

/** A range of people made ready for scoring jobs as of one day. */
export interface Shard {
  asOf: string;
  pool: Pool;
  columns: Columns;
  memory: PassMemory;
  always: Always;
  screening: ReadonlyMap<string, ReadonlyMap<string, ScoredAnswers>>;
  preparedAlways: ReturnType<typeof keeping>;
  readAt: Date;
}

/** What is read of a range for some runs, all as of one day. */
export const readShard = async (
  tx: Transaction,
  runs: readonly LoadedRun[],
  bound: Bound,
): Promise<Pick<Shard, 'pool' | 'always' | 'screening'>> => ({
  pool: await readPool(tx, bound),
  always: await readAlways(
    tx,
    runs.map(({ run }) => run),
    bound,
  ),
  screening: await screeningOfJobs(
    tx,
    runs.map(({ run }) => run.jobId),
  ),
});

/** Packs what was read; `readAt` is when. */
export const packShard = (
  read: Pick<Shard, 'pool' | 'always' | 'screening'>,
  asOf: string,
  readAt: Date,
): Shard => {
  const columns = packRows(read.pool, asOf);
  return {
    ...read,
    asOf,
    columns,
    memory: passMemory(columns),
    preparedAlways: keeping(),
    readAt,
  };
};

/** The best of the pool for a run, without those in `apart`, scored in full. */
const poolRows = (shard: Shard, run: Run, compiled: CompiledJob, apart: ReadonlySet<string>): ResultRow[] => {
  const { pool, columns, memory } = shard;
  const out = new Set([...apart].map((id) => pool.indexOf(id)).filter((index) => index >= 0));
  const answered = new Map<number, CandidateFacts>();
  for (const [candidateId, answers] of shard.screening.get(run.jobId) ?? []) {
    const index = pool.indexOf(candidateId);
    if (index >= 0 && !out.has(index)) {
      answered.set(index, { ...pool.factsAt(index), screening: answers });
    }
  }
  // Whoever is listed apart may take a place among the best here; so many more are asked for.
  const { best, scoreOf } = bestPeople(compiled, columns, memory, {
    jobId: run.jobId,
    n: KEEP_PER_GROUP + out.size,
    answered,
  });
  return MATCH_GROUPS.flatMap((group) =>
    best[group]
      .filter(({ index }) => !out.has(index))
      .slice(0, KEEP_PER_GROUP)
      .map(({ index }) => resultRow(run, pool.personAt(index), scoreOf(index), shard.readAt)),
  );
};

/**
 * A run's rows of a shard: the best of each group of the pool, and of the organisation's own people and the applicants everybody,
 * with their exact scores. Returns how many people were decided on too.
 */
export const scoreShard = (
  shard: Shard,
  { run, compile }: LoadedRun,
): { rows: ResultRow[]; scored: number } => {
  const compiled = compile();
  const always = shard.always.ofJob(run);
  const answers = shard.screening.get(run.jobId);
  const ids = new Set(always.map(({ candidateId }) => candidateId));
  const listed = always.map(({ candidateId, versionId, facts }) => {
    const told = answers?.get(candidateId);
    const person =
      told === undefined
        ? shard.preparedAlways(candidateId, () => preparePerson(facts(), shard.asOf))
        : preparePerson({ ...facts(), screening: told }, shard.asOf);
    return resultRow(run, { candidateId, versionId }, scorePerson(compiled, person), shard.readAt);
  });
  const apart = new Set([...ids, ...shard.always.withdrawnFrom(run.jobId)]);
  const inPool = [...apart].filter((id) => shard.pool.indexOf(id) >= 0).length;
  return {
    rows: [...listed, ...poolRows(shard, run, compiled, apart)],
    scored: listed.length + shard.pool.count - inPool,
  };
};
