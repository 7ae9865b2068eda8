import { parseArgs } from 'node:util';
import { and, eq } from 'drizzle-orm';
import { matchParts, matchRuns } from '@/db/schema';
import { consumeMatchBatch, startBatch } from '@/domain/matching/batches';
import { workerContext } from '@/domain/kernel/consume';
import { asWorker } from '@/domain/kernel/transaction';
import { scoreInThreads, type ScoredRun } from '@/domain/matching/adapter';
import { loadActiveRuns } from '@/domain/matching/load';
import { batchesOf, consumeMatchPart } from '@/domain/matching/parts';
import { takeChunk } from '@/domain/matching/publish';
import { readShard } from '@/domain/matching/shard';
import { seedWorld } from '../scripts/seed/world';
import { BENCH_ZONE, startThrowawayDatabase } from './throwaway-world';

/**
 * A night of a pool and its open jobs through the real tables: read the people, score every pair, write the rows, switch the
 * pointers. The first night is not counted, since it also makes a candidacy of each pair. `totalMs` is a night as the consumers
 * work it off; the other times are of a further night, one step after the other. Last line with `--json`:
 * `{readMs, scoreMs, writeMs, totalMs, rows}`.
 */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '10000' },
    jobs: { type: 'string', default: '500' },
    json: { type: 'boolean', default: false },
  },
});

const database = await startThrowawayDatabase();
Object.assign(process.env, database.env);
const size = { seed: 7, employers: 50, candidates: Number(values.people), jobs: Number(values.jobs) };
await seedWorld(size, console.error);
await database.owner.query('update organizations set time_zone = $1', [BENCH_ZONE]);
await database.owner.query('vacuum analyze');
const ctx = workerContext('bench');

let nights = 0;
/** Plans a night; returns its parts. */
const plan = async () => {
  const day = `2026-11-${10 + nights++}`;
  const batchId =
    (await asWorker(ctx, (tx) => startBatch(ctx, tx, { trigger: 'nightly', timeZone: BENCH_ZONE, day }))) ??
    '';
  await consumeMatchBatch(ctx, { batchId });
  return asWorker(ctx, (tx) => tx.select().from(matchParts).where(eq(matchParts.batchId, batchId)));
};
type Part = Awaited<ReturnType<typeof plan>>[number];
const work = async (parts: readonly Part[]): Promise<void> => {
  for (const { batchId, jobGroup, shard } of parts)
    await consumeMatchPart(ctx, { batchId, group: jobGroup, shard });
};
const now = (): number => performance.now();

await work(await plan());
const begun = now();
await work(await plan());
const totalMs = now() - begun;

const spent = { readMs: 0, scoreMs: 0, writeMs: 0 };
let rows = 0;
for (const part of await plan()) {
  const begunReading = now();
  const { runs, read } = await asWorker(ctx, async (tx) => {
    const ids = await tx
      .select({ id: matchRuns.id })
      .from(matchRuns)
      .where(and(eq(matchRuns.batchId, part.batchId), eq(matchRuns.jobGroup, part.jobGroup)));
    const runs = await loadActiveRuns(
      tx,
      ids.map(({ id }) => id),
    );
    return { runs, read: await readShard(tx, runs, part) };
  });
  spent.readMs += now() - begunReading;
  const work = { read, asOf: runs[0]?.run.asOf ?? '', readAt: ctx.now() };
  const begunScoring = now();
  const scored: ScoredRun[][] = [];
  for await (const batch of scoreInThreads(work, batchesOf(runs))) scored.push(batch);
  spent.scoreMs += now() - begunScoring;
  const begunWriting = now();
  for (const batch of scored) {
    const taken = await asWorker(ctx, (tx) => takeChunk(ctx, tx, part.shard, batch));
    rows += taken.reduce((sum, each) => sum + each.rows.count, 0);
  }
  spent.writeMs += now() - begunWriting;
}
const figures = {
  readMs: Math.round(spent.readMs),
  scoreMs: Math.round(spent.scoreMs),
  writeMs: Math.round(spent.writeMs),
  totalMs: Math.round(totalMs),
  rows,
};
await ctx.db.$client.end();
await database.stop();
if (!values.json) console.table(figures);
console.log(JSON.stringify(figures));
process.exit(0);
