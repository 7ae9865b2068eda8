import { parseArgs } from 'node:util';
import { isNotNull } from 'drizzle-orm';
import { jobs, memberships } from '@/db/schema';
import { authorize, type Actor } from '@/domain/kernel/actor';
import { workerContext } from '@/domain/kernel/consume';
import { asMember, asWorker } from '@/domain/kernel/transaction';
import { consumeMatchChunk } from '@/domain/matching/consumer';
import { rankingsOf } from '@/domain/matching/kept-rankings';
import { consumeMatchRequest } from '@/domain/matching/runs';
import { rankedPage, type ListMatchesInput } from '@/domain/pipeline/queries/ranked-page';
import { listMatches } from '@/domain/pipeline/queries/ranking';
import { rankingPulse } from '@/domain/pipeline/queries/pulse';
import { getPosting, listJobs } from '@/domain/jobs/queries';
import { cache } from '@/services/cache';
import { redis } from '@/services/redis';
import { deliverAll } from '@/testing/queue';
import { startRedisProcess } from '@/testing/redis';
import { seedWorld } from '../scripts/seed/world';
import { startThrowawayDatabase } from './throwaway-world';

/**
 * What the cache brings a recruiter who reads rankings, in milliseconds, medians unless told: `uncachedMs` the page from the tables alone,
 * `missMs` asked for in vain, made and kept, `cachedMs` found; then with Redis hung (SIGSTOP) and killed, from the first read on,
 * with the slowest but one in twenty. `pulseMs`, `postingMs` and `jobsMs` are the other reads that are asked most. Last line with
 * `--json`: the figures.
 */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '10000' },
    jobs: { type: 'string', default: '10' },
    reads: { type: 'string', default: '200' },
    json: { type: 'boolean', default: false },
  },
});
const reads = Number(values.reads);

const database = await startThrowawayDatabase();
const server = await startRedisProcess();
Object.assign(process.env, database.env, server.env);
const size = { seed: 7, employers: 1, candidates: Number(values.people), jobs: Number(values.jobs) };
await seedWorld(size, console.error);
const ctx = workerContext('bench');
await deliverAll(ctx, { 'match-request': consumeMatchRequest, 'match-chunk': consumeMatchChunk });
await database.owner.query('vacuum analyze');

const ranked = await asWorker(ctx, (tx) =>
  tx.select({ id: jobs.id, runId: jobs.currentRunId }).from(jobs).where(isNotNull(jobs.currentRunId)),
);
const [membership] = await asWorker(ctx, (tx) => tx.select().from(memberships).limit(1));
if (membership === undefined || ranked.length === 0) throw new Error('The world has no ranking.');
const actor: Actor = { kind: 'member', ...membership, role: 'owner' };
const member = { ...ctx, actor };
const grant = authorize(actor, 'match:read');
const inputOf = (jobId: string): ListMatchesInput => ({
  jobId,
  group: 'ranked',
  bands: [],
  minimumScore: 0,
  stage: 'open',
});

let errors = 0;
/** Milliseconds of each read of the jobs by turns, in rising order; `before` each one is not counted. */
const timesOf = async (
  read: (job: { id: string; runId: string | null }) => Promise<unknown>,
  before: (jobId: string) => Promise<unknown> = () => Promise.resolve(),
): Promise<number[]> => {
  const times: number[] = [];
  for (let at = 0; at < reads; at += 1) {
    const job = ranked[at % ranked.length] ?? { id: '', runId: null };
    await before(job.id);
    const started = performance.now();
    await read(job).catch(() => (errors += 1));
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b);
};
const at = (times: readonly number[], part: number): number =>
  Number((times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0).toFixed(1));
const list = ({ id }: { id: string }) => listMatches(member, grant, inputOf(id));
const fromTables = ({ id, runId }: { id: string; runId: string | null }) =>
  asMember(member, grant, (tx) => rankedPage(member, tx, runId ?? '', inputOf(id)));

await timesOf(fromTables);
await timesOf(list);
const uncached = await timesOf(fromTables);
const missed = await timesOf(list, (jobId) => redis().del(rankingsOf(grant.organizationId, jobId)));
const cached = await timesOf(list);
const { hits, misses } = cache().counts();
const pulse = await timesOf(({ id }) => rankingPulse(member, grant, { jobId: id }));
const posting = await timesOf(({ id }) => getPosting(ctx, { jobId: id }));
const listed = await timesOf(() => listJobs(member, authorize(actor, 'job:read'), {}));
server.hang();
const hung = await timesOf(list);
server.wake();
await server.kill();
const dead = await timesOf(list);

const figures = {
  people: size.candidates,
  jobs: ranked.length,
  uncachedMs: at(uncached, 0.5),
  uncachedP95Ms: at(uncached, 0.95),
  missMs: at(missed, 0.5),
  cachedMs: at(cached, 0.5),
  hungRedisMs: at(hung, 0.5),
  hungRedisP95Ms: at(hung, 0.95),
  deadRedisMs: at(dead, 0.5),
  deadRedisP95Ms: at(dead, 0.95),
  errors,
  pulseMs: at(pulse, 0.5),
  postingMs: at(posting, 0.5),
  jobsMs: at(listed, 0.5),
  hits,
  misses,
};
await ctx.db.$client.end();
await database.stop();
if (!values.json) console.table(figures);
console.log(JSON.stringify(figures));
process.exit(0);
