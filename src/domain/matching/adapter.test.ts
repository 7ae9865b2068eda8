import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { loadCatalog } from '@/domain/catalog/load';
import { AS_OF, jobs, people } from '@/domain/scoring/arbitraries';
import { encodeRow } from '@/domain/scoring/columns/row';
import { scoreInThreads, type ScoredRun } from './adapter';
import type { LoadedRun } from './load';
import { lookOver, packPool } from './pool';
import { scoreShard, shardOf, type ReadShard } from './score-shard';

const { taxonomy, weightSets } = loadCatalog();
const SAMPLE = { seed: 7, numRuns: 1 };
const READ_AT = new Date('2026-11-23T02:00:00Z');

/** A page of the pool as the database puts it together: two ids, the length of the row, the row. */
const pageOf = (rows: readonly Uint8Array[]): Buffer =>
  Buffer.concat(
    rows
      .map((row) => ({ id: randomUUID().replaceAll('-', ''), row }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .flatMap(({ id, row }) => {
        const length = Buffer.alloc(4);
        length.writeUInt32BE(row.length);
        return [Buffer.from(id, 'hex'), Buffer.from(randomUUID().replaceAll('-', ''), 'hex'), length, row];
      }),
  );

/** Read anew each time: whoever scores it empties it. Of `repackedAt` the row is not on the page, but beside it. */
const readOf = (count: number, repackedAt: number | null = null) => {
  const facts = fc.sample(fc.array(people, { minLength: count, maxLength: count }), SAMPLE)[0] ?? [];
  const rows = facts.map((each) => encodeRow(each));
  const page = pageOf(rows.map((row, place) => (place === repackedAt ? new Uint8Array() : row)));
  const repacked = new Map(
    [...lookOver(page).unpacked.values()].map((place) => [place, rows[repackedAt ?? 0] ?? new Uint8Array()]),
  );
  return (): ReadShard => ({
    pool: { people: count, pages: [Uint8Array.from(page).buffer], repacked },
    apart: { always: { people: [], brought: [], withdrawn: [] }, screening: new Map() },
  });
};

const runsOf = (count: number, asOf = AS_OF): LoadedRun[] =>
  (fc.sample(fc.array(jobs, { minLength: count, maxLength: count }), SAMPLE)[0] ?? []).map((job) => ({
    run: {
      id: randomUUID(),
      organizationId: randomUUID(),
      jobId: randomUUID(),
      jobVersionId: randomUUID(),
      batchId: null,
      jobGroup: null,
      weightSetHash: weightSets.current.hash,
      asOf,
      trigger: 'job',
      state: 'running',
      error: null,
      followUp: null,
      bands: null,
      floors: {},
      chunks: 1,
      chunksDone: 0,
      scored: 0,
      patches: 0,
      traceparent: null,
      stalls: 0,
      createdAt: READ_AT,
      movedAt: READ_AT,
      finishedAt: null,
    },
    job,
    weights: weightSets.current.set,
  }));

const workOff = async (
  read: () => ReadShard,
  batches: readonly (readonly LoadedRun[])[],
): Promise<ScoredRun[]> => {
  const all: ScoredRun[] = [];
  for await (const scored of scoreInThreads({ read: read(), asOf: AS_OF, readAt: READ_AT }, batches))
    all.push(...scored);
  return all;
};

const byRun = (scored: readonly ScoredRun[]) =>
  scored
    .map(({ run, rows, scored: people }) => ({
      runId: run.id,
      people,
      count: rows.count,
      columns: rows.columns.map((column) => Buffer.from(column).toString('base64')),
    }))
    .toSorted((a, b) => (a.runId < b.runId ? -1 : 1));

/** The same scored here. */
const expected = (read: () => ReadShard, runs: readonly LoadedRun[]) => {
  const { pool, apart } = read();
  const shard = shardOf(packPool(pool, AS_OF, new Set()), apart, READ_AT);
  return byRun(runs.map((each) => ({ run: each.run, ...scoreShard(shard, each, taxonomy) })));
};

it('says what is missing when the threads cannot be started, and starts them when it is there', async () => {
  const read = readOf(5);
  const runs = runsOf(1);
  const elsewhere = vi.spyOn(process, 'cwd').mockReturnValue('/nowhere');
  await expect(workOff(read, [runs])).rejects.toThrow('score.worker.mjs');
  elsewhere.mockRestore();
  expect(byRun(await workOff(read, [runs]))).toEqual(expected(read, runs));
});

it('scores whoever is packed beside their page, too', async () => {
  const [read, runs] = [readOf(12, 7), runsOf(3)];
  const scored = byRun(await workOff(read, [runs.slice(0, 1), runs.slice(1)]));
  expect(scored).toEqual(expected(read, runs));
  expect(scored.every(({ people: decided }) => decided === 12)).toBe(true);
});

it('gives the same rows as scoring here, each run once, whichever thread scores it', async () => {
  const read = readOf(80);
  const runs = runsOf(9);
  const scored = byRun(await workOff(read, [runs.slice(0, 4), runs.slice(4, 5), runs.slice(5)]));
  expect(scored).toEqual(expected(read, runs));
  expect(scored.some(({ count }) => count > 0)).toBe(true);
});

it('keeps works apart that go on at the same time', async () => {
  const [many, few] = [readOf(60), readOf(5)];
  const [these, those] = [runsOf(6), runsOf(2)];
  const [first, second] = await Promise.all([
    workOff(many, [these.slice(0, 3), these.slice(3)]),
    workOff(few, [those]),
  ]);
  expect(byRun(first)).toEqual(expected(many, these));
  expect(byRun(second)).toEqual(expected(few, those));
});

it('throws what went wrong in a thread, which goes on with the next work', async () => {
  const read = readOf(20);
  const runs = runsOf(4);
  const another = runsOf(1, '2026-11-24');
  await expect(workOff(read, [runs.slice(0, 2), another, runs.slice(2)])).rejects.toThrow(
    'Columns of 2026-11-23, job of 2026-11-24.',
  );
  const cutOff = (): ReadShard => ({
    ...read(),
    pool: { people: 1, pages: [new ArrayBuffer(20)], repacked: new Map() },
  });
  await expect(workOff(cutOff, [runs.slice(0, 2), runs.slice(2)])).rejects.toThrow(RangeError);
  expect(byRun(await workOff(read, [runs]))).toEqual(expected(read, runs));
});

it('lets whoever stops reading go, and goes on with the next work', async () => {
  const read = readOf(20);
  const runs = runsOf(3);
  const batches = runs.map((run) => [run]);
  for await (const scored of scoreInThreads({ read: read(), asOf: AS_OF, readAt: READ_AT }, batches)) {
    expect(scored).toHaveLength(1);
    break;
  }
  expect(byRun(await workOff(read, batches))).toEqual(expected(read, runs));
});
