import { parseArgs } from 'node:util';
import { asc, eq } from 'drizzle-orm';
import { candidateFeatures, matchParts, outbox } from '@/db/schema';
import { changePerson, lockPerson } from '@/domain/candidates/commands';
import { workerContext } from '@/domain/kernel/consume';
import { asWorker } from '@/domain/kernel/transaction';
import { consumeMatchBatch, startBatch } from '@/domain/matching/batches';
import { consumeMatchPart } from '@/domain/matching/parts';
import { consumeCandidateChanged } from '@/domain/matching/patch';
import { seedWorld } from '../scripts/seed/world';
import { BENCH_ZONE, startThrowawayDatabase } from './throwaway-world';

/**
 * People of the pool change one after the other, each against every open job through the real tables: read, score, write, all
 * under the jobs' locks. Last line with `--json`: `{jobs, changes, rowsChanged, medianMs, p95Ms}`, of the changes after the first few.
 */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '2000' },
    jobs: { type: 'string', default: '500' },
    changes: { type: 'string', default: '40' },
    json: { type: 'boolean', default: false },
  },
});
const WARM_UP = 5;

const database = await startThrowawayDatabase();
Object.assign(process.env, database.env);
const size = { seed: 7, employers: 50, candidates: Number(values.people), jobs: Number(values.jobs) };
await seedWorld(size, console.error);
await database.owner.query('update organizations set time_zone = $1', [BENCH_ZONE]);
const ctx = workerContext('bench');
const batchId =
  (await asWorker(ctx, (tx) =>
    startBatch(ctx, tx, { trigger: 'nightly', timeZone: BENCH_ZONE, day: '2026-11-10' }),
  )) ?? '';
await consumeMatchBatch(ctx, { batchId });
for (const { jobGroup, shard } of await asWorker(ctx, (tx) =>
  tx.select().from(matchParts).where(eq(matchParts.batchId, batchId)),
)) {
  await consumeMatchPart(ctx, { batchId, group: jobGroup, shard });
}
await database.owner.query('vacuum analyze');

const people = await asWorker(ctx, (tx) =>
  tx
    .select({ id: candidateFeatures.candidateId })
    .from(candidateFeatures)
    .where(eq(candidateFeatures.inPool, true))
    .orderBy(asc(candidateFeatures.candidateId))
    .limit(WARM_UP + Number(values.changes)),
);
const spent: number[] = [];
for (const { id } of people) {
  await asWorker(ctx, async (tx) => {
    const person = await lockPerson(tx, id);
    if (person === undefined) throw new Error('Nobody is there.');
    const { candidates, candidate_versions: version } = person;
    const answers = { ...version.answers, hours: { min: 7, max: 33 } };
    await changePerson(ctx, tx, id, { ...candidates, ...version, answers });
    await tx.delete(outbox);
  });
  const begun = performance.now();
  await consumeCandidateChanged(ctx, { candidateId: id });
  spent.push(performance.now() - begun);
}
const { rows } = await database.owner.query<{ changed: number }>(
  'select coalesce(sum(patches), 0)::int as changed from match_runs',
);
const counted = spent.slice(WARM_UP).toSorted((a, b) => a - b);
const at = (share: number): number => Number((counted[Math.floor(share * counted.length)] ?? NaN).toFixed(1));
const figures = {
  jobs: size.jobs,
  changes: counted.length,
  rowsChanged: rows[0]?.changed ?? 0,
  medianMs: at(0.5),
  p95Ms: at(0.95),
};
await ctx.db.$client.end();
await database.stop();
if (!values.json) console.table(figures);
console.log(JSON.stringify(figures));
process.exit(0);
