import { passMemory, type PassMemory } from '@/domain/scoring/columns/memory';
import { bestPeople } from '@/domain/scoring/columns/pass';
import type { CompiledJob } from '@/domain/scoring/compile';
import { preparePerson, type PreparedPerson } from '@/domain/scoring/person';
import { MATCH_GROUPS, type CandidateFacts, type Taxonomy } from '@/domain/scoring/schema';
import { scorePerson } from '@/domain/scoring/score';
import { alwaysOf, type Always, type AlwaysRows } from './always';
import { compileRun } from './compile-run';
import type { LoadedRun, Run } from './load';
import { answeredFacts, indexOf, personAt, type PackedPool, type PoolPages } from './pool';
import { packResults, resultRow, type PackedRows, type ResultRow } from './result-rows';
import { KEEP_PER_GROUP } from './schema';
import type { ScoredAnswers } from './screening';

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

/** What was read of a range of people besides the pool: who is listed or answered something for which job. */
export interface KnownApart {
  always: AlwaysRows;
  /** By job and person. */
  screening: ReadonlyMap<string, ReadonlyMap<string, ScoredAnswers>>;
}

/** What was read of a range of people for some runs. */
export interface ReadShard {
  pool: PoolPages;
  apart: KnownApart;
}

/** A range of people made ready for scoring jobs as of one day. */
export interface Shard {
  pool: PackedPool;
  memory: PassMemory;
  always: Always;
  screening: KnownApart['screening'];
  preparedAlways: ReturnType<typeof keeping>;
  readAt: Date;
}

/** Makes a shard ready for scoring in this thread; `readAt` is when it was read. */
export const shardOf = (pool: PackedPool, { always, screening }: KnownApart, readAt: Date): Shard => ({
  pool,
  memory: passMemory(pool.columns),
  always: alwaysOf(always),
  screening,
  preparedAlways: keeping(),
  readAt,
});

/** The best of the pool for a run, without those in `apart`, scored in full. */
const poolRows = (shard: Shard, run: Run, compiled: CompiledJob, apart: ReadonlySet<string>): ResultRow[] => {
  const { pool, memory } = shard;
  const out = new Set([...apart].map((id) => indexOf(pool, id)).filter((index) => index >= 0));
  const answered = new Map<number, CandidateFacts>();
  for (const [candidateId, answers] of shard.screening.get(run.jobId) ?? []) {
    const index = indexOf(pool, candidateId);
    const facts = answeredFacts(pool, index);
    if (facts !== null && !out.has(index)) answered.set(index, { ...facts, screening: answers });
  }
  // Whoever is listed apart may take a place among the best here; so many more are asked for.
  const { best, scoreOf } = bestPeople(compiled, pool.columns, memory, {
    jobId: run.jobId,
    n: KEEP_PER_GROUP + out.size,
    answered,
  });
  return MATCH_GROUPS.flatMap((group) =>
    best[group]
      .filter(({ index }) => !out.has(index))
      .slice(0, KEEP_PER_GROUP)
      .map(({ index }) => resultRow(run, personAt(pool, index), scoreOf(index), shard.readAt)),
  );
};

/** What one chunk of a run came to: its rows as they are sent to the database, and how many people were decided on. */
export interface ScoredChunk {
  rows: PackedRows;
  scored: number;
}

/**
 * Scores a run's people of a shard: of the pool the best of each group are listed, and of the organisation's own people and the
 * applicants everybody, with their exact scores. Throws RangeError for a run of another day.
 */
export const scoreShard = (shard: Shard, loaded: LoadedRun, taxonomy: Taxonomy): ScoredChunk => {
  const { run } = loaded;
  const { asOf } = shard.pool.columns;
  const compiled = compileRun(loaded, taxonomy);
  const always = shard.always.ofJob(run);
  const answers = shard.screening.get(run.jobId);
  const ids = new Set(always.map(({ candidateId }) => candidateId));
  const listed = always.map(({ candidateId, versionId, facts }) => {
    const told = answers?.get(candidateId);
    const person =
      told === undefined
        ? shard.preparedAlways(candidateId, () => preparePerson(facts(), asOf))
        : preparePerson({ ...facts(), screening: told }, asOf);
    return resultRow(run, { candidateId, versionId }, scorePerson(compiled, person), shard.readAt);
  });
  const apart = new Set([...ids, ...shard.always.withdrawnFrom(run.jobId)]);
  const inPool = [...apart].filter((id) => indexOf(shard.pool, id) >= 0).length;
  return {
    rows: packResults([...listed, ...poolRows(shard, run, compiled, apart)]),
    scored: listed.length + shard.pool.columns.count - inPool,
  };
};
