import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { Taxonomy } from '@/domain/scoring/schema';
import type { LoadedRun } from './load';
import { packPool, type PackedPool, type PoolPages } from './pool';
import { scoreShard, shardOf, type KnownApart, type ScoredChunk, type Shard } from './score-shard';

interface Kept {
  type: 'keep';
  shard: number;
  apart: KnownApart;
  readAt: Date;
  /** To be packed, for other threads, too, or where it is to come from. */
  pool: { read: PoolPages; asOf: string; to: readonly MessagePort[] } | { from: MessagePort };
}

/** To the thread: a shard to keep, runs of it to score, a shard to let go. */
export type ScoringOrder =
  | Kept
  | { type: 'score'; id: number; shard: number; runs: readonly LoadedRun[] }
  | { type: 'drop'; shard: number };

/** From the thread: what the runs of an order came to, in their order, or why they could not be scored. */
export type ScoringAnswer = { id: number } & ({ chunks: ScoredChunk[] } | { error: Error });

const { taxonomy } = workerData as { taxonomy: Taxonomy };
/** What goes wrong with a shard is answered to the runs that are to be scored. */
const shards = new Map<number, Promise<Shard>>();

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

const poolOf = ({ pool, apart }: Kept): PackedPool | Promise<PackedPool> => {
  if ('from' in pool) {
    return new Promise((resolve, reject) => {
      pool.from.once('message', (came: PackedPool | Error) =>
        came instanceof Error ? reject(came) : resolve(came),
      );
      pool.from.once('close', () => reject(new Error('The people did not come.')));
    });
  }
  const send = (packed: PackedPool | Error): void => {
    for (const port of pool.to) {
      port.postMessage(packed, []);
      port.close();
    }
  };
  const answered = new Set([...apart.screening.values()].flatMap((people) => [...people.keys()]));
  try {
    const packed = packPool(pool.read, pool.asOf, answered);
    send(packed);
    return packed;
  } catch (error) {
    send(asError(error));
    throw error;
  }
};

const keep = async (kept: Kept): Promise<Shard> => shardOf(await poolOf(kept), kept.apart, kept.readAt);

const score = async (shard: number, runs: readonly LoadedRun[]): Promise<ScoredChunk[]> => {
  const kept = await shards.get(shard);
  if (kept === undefined) throw new RangeError('No such shard.');
  return runs.map((run) => scoreShard(kept, run, taxonomy));
};

const answer = (said: ScoringAnswer): void => parentPort?.postMessage(said, []);

parentPort?.on('message', (order: ScoringOrder) => {
  if (order.type === 'keep') {
    const kept = keep(order);
    kept.catch(() => undefined);
    shards.set(order.shard, kept);
  } else if (order.type === 'drop') shards.delete(order.shard);
  else {
    const { id } = order;
    score(order.shard, order.runs).then(
      (chunks) => answer({ id, chunks }),
      (error: unknown) => answer({ id, error: asError(error) }),
    );
  }
});
