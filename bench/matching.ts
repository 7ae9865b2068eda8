import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { idAt } from '@/domain/scoring/columns/ids';
import type { Columns } from '@/domain/scoring/columns/layout';
import { passMemory } from '@/domain/scoring/columns/memory';
import { packPeople, type ColumnPerson } from '@/domain/scoring/columns/pack';
import { bestPeople } from '@/domain/scoring/columns/pass';
import type { CompiledJob } from '@/domain/scoring/compile';
import { jobSet } from '@/domain/scoring/job-set/job-set';
import { preparePerson } from '@/domain/scoring/person';
import { rank } from '@/domain/scoring/rank';
import { MATCH_GROUPS, type JobFacts, type MatchGroup } from '@/domain/scoring/schema';
import { scorePair, scorePerson } from '@/domain/scoring/score';
import { AS_OF, compileAll, makePeopleAndJobs, repeated, TOP } from './matching/world';

/**
 * The columnar pass against the naive loop (every pair by the exact scorer on prepared objects) in the same run. Timings are the
 * best of some rounds. Last line with `--json`: the figures.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    people: { type: 'string', default: '10000' },
    jobs: { type: 'string', default: '500' },
    large: { type: 'string', default: '1000000' },
  },
});
const ROUNDS = 12;
const NAIVE_JOBS = 20;
const CHECKED_JOBS = 10;
const CHANGED_PEOPLE = 1_000;
const WARM_UP = 500;

const seconds = (work: () => void): number => {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
};
/** The least seconds that a round's work takes; what a round has to make ready is not counted. */
const best = (rounds: number, ready: () => () => void): number =>
  Math.min(...Array.from({ length: rounds }, () => seconds(ready())));

/** Each round begins with nothing remembered, as a night does: the jobs are compiled anew beforehand. */
const passRound = (columns: Columns, someJobs: readonly JobFacts[]) => (): (() => void) => {
  const fresh = compileAll(someJobs);
  return () => {
    const memory = passMemory(columns);
    for (const [n, job] of fresh.entries()) bestPeople(job, columns, memory, { jobId: `job-${n}`, n: TOP });
  };
};

const said = (worker: Worker, word: string): Promise<void> =>
  new Promise((resolve) => {
    const listen = (message: unknown): void => {
      if (message !== word) return;
      worker.off('message', listen);
      resolve();
    };
    worker.on('message', listen);
  });

/** Seconds until two threads have scored half of the jobs each. */
async function onTwoThreads(columns: Columns, jobs: readonly JobFacts[]): Promise<number> {
  const workers = [0, 1].map(
    (half) =>
      new Worker(new URL('matching/worker.ts', import.meta.url), {
        execArgv: ['--import', 'tsx'],
        workerData: { columns, jobs: jobs.filter((_, n) => n % 2 === half) },
      }),
  );
  const all = (word: string): Promise<unknown> => Promise.all(workers.map((worker) => said(worker, word)));
  await all('ready');
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const [done, ready] = [all('done'), all('ready')];
    const start = performance.now();
    for (const worker of workers) worker.postMessage('go', []);
    await done;
    least = Math.min(least, (performance.now() - start) / 1000);
    await ready;
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  return least;
}

/** Whether the pass names the same people with the same scores as scoring and sorting everybody. */
function sameAsExact(
  columns: Columns,
  people: readonly ColumnPerson[],
  compiled: readonly CompiledJob[],
): boolean {
  const memory = passMemory(columns);
  return compiled.every((job, n) => {
    const jobId = `job-${n}`;
    const found = bestPeople(job, columns, memory, { jobId, n: TOP }).best;
    const exact = rank(
      people.map(({ id, facts }) => ({ candidateId: id, score: scorePair(job, facts) })),
      jobId,
      TOP,
    );
    const listed = MATCH_GROUPS.flatMap((group) =>
      found[group].map(({ index, expected }) => `${idAt(columns, index)} ${expected}`),
    );
    return listed.join() === exact.map(({ candidateId, score }) => `${candidateId} ${score.expected}`).join();
  });
}

const { people, jobs } = makePeopleAndJobs(Number(values.people), Number(values.jobs));
const compiled = compileAll(jobs);
const columns = packPeople(people, AS_OF, true);
const bytes = columns.flags.buffer.byteLength + JSON.stringify(columns.distinct).length;
const pairs = people.length * jobs.length;

const prepared = people.map(({ facts }) => preparePerson(facts, AS_OF));
const naiveJobs = compiled.slice(0, NAIVE_JOBS);
const naiveSeconds = best(ROUNDS, () => () => {
  for (const job of naiveJobs) for (const person of prepared) scorePerson(job, person);
});
const oneThread = best(ROUNDS, passRound(columns, jobs));
const twoThreads = await onTwoThreads(columns, jobs);
/** Least score of each group with which somebody is listed for a job. */
const passed = passMemory(columns);
const floors = compiled.map((job, n) => {
  const { best } = bestPeople(job, columns, passed, { jobId: `job-${n}`, n: TOP });
  return (group: MatchGroup): number => (best[group].length < TOP ? 0 : (best[group].at(-1)?.expected ?? 0));
});
const set = jobSet(compiled);
/**
 * Each person is new to the jobs, which are kept: their scores for all, and in full for the jobs that list them. The median of
 * those after the first few.
 */
const changes = prepared.slice(-CHANGED_PEOPLE).map((person) =>
  seconds(() => {
    for (const [n, { expected, group }] of set.scoresOf(person).entries()) {
      const job = compiled[n];
      if (job && expected >= (floors[n]?.(group) ?? 0)) scorePerson(job, person);
    }
  }),
);
const candidateChange = changes.slice(WARM_UP).sort((a, b) => a - b)[(CHANGED_PEOPLE - WARM_UP) >> 1] ?? NaN;
const top200Exact = sameAsExact(columns, people, compiled.slice(0, CHECKED_JOBS));

const large = Number(values.large);
const largeColumns = packPeople(repeated(people, large), AS_OF);
const largeSeconds = best(ROUNDS, passRound(largeColumns, jobs.slice(0, 1)));
const smallSeconds = best(ROUNDS, passRound(columns, jobs.slice(0, 1)));

const naivePairsPerSecond = (prepared.length * naiveJobs.length) / naiveSeconds;
const round = (value: number, digits = 0): number => Number(value.toFixed(digits));
const figures = {
  pairs,
  naivePairsPerSecond: round(naivePairsPerSecond),
  pairsPerSecond1: round(pairs / oneThread),
  pairsPerSecond2: round(pairs / twoThreads),
  ratioToNaive: round(pairs / oneThread / naivePairsPerSecond, 1),
  bytesPerCandidate: round(bytes / people.length),
  candidateChangeMs: round(candidateChange * 1000, 2),
  oneJob1MMs: round(largeSeconds * 1000, 1),
  growthRatio: round(largeSeconds / large / (smallSeconds / people.length), 2),
  top200Exact,
};
if (!values.json) console.table(figures);
console.log(JSON.stringify(figures));
