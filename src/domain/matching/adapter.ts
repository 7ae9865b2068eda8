import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { MessageChannel, Worker, type Transferable } from 'node:worker_threads';
import { loadCatalog } from '@/domain/catalog/load';
import type { LoadedRun, Run } from './load';
import type { ReadShard, ScoredChunk } from './score-shard';
import type { ScoringAnswer, ScoringOrder } from './score.worker';

/** Each thread needs some 50 MB beside what it scores: half a gigabyte, of which V8 takes half for objects, has room for one. */
const ROOM_FOR_TWO_BYTES = 384 * 1024 * 1024;
const MOST_THREADS = getHeapStatistics().heap_size_limit < ROOM_FOR_TWO_BYTES ? 1 : 2;
const THREADS = Math.max(1, Math.min(MOST_THREADS, availableParallelism()));
/** A thread that has held more people ends with its work: what is over would stay until V8 clears it. */
const LARGE = 20_000;

interface Thread {
  worker: Worker;
  /** Works that use it. */
  works: number;
  heldLarge: boolean;
  waiting: Map<number, { resolve: (chunks: ScoredChunk[]) => void; reject: (error: Error) => void }>;
  /** Why it is no more. */
  ended: Error | null;
}

const threads = new Set<Thread>();
let nextId = 1;

/** Path of the thread's bundle, from the directory the server runs in; `npm run build:worker` makes it. */
const bundlePath = () => join(/* turbopackIgnore: true */ process.cwd(), 'dist-worker', 'score.worker.mjs');

const start = (): Thread => {
  const worker = new Worker(bundlePath(), { workerData: { taxonomy: loadCatalog().taxonomy }, env: {} });
  const thread: Thread = { worker, works: 0, heldLarge: false, waiting: new Map(), ended: null };
  threads.add(thread);
  /** Whoever waits is told; the next work starts another thread. */
  const gone = (error: Error): void => {
    threads.delete(thread);
    thread.ended ??= error;
    for (const { reject } of thread.waiting.values()) reject(error);
    thread.waiting.clear();
  };
  worker.on('message', (answer: ScoringAnswer) => {
    const asked = thread.waiting.get(answer.id);
    thread.waiting.delete(answer.id);
    if ('error' in answer) asked?.reject(answer.error);
    else asked?.resolve(answer.chunks);
  });
  worker.on('error', gone);
  worker.on('exit', () => gone(new Error('A scoring thread ended.')));
  return thread;
};

const order = ({ worker }: Thread, what: ScoringOrder, given: Transferable[] = []): void =>
  worker.postMessage(what, given);

const score = (thread: Thread, shard: number, runs: readonly LoadedRun[]): Promise<ScoredChunk[]> =>
  new Promise((resolve, reject) => {
    if (thread.ended !== null) throw thread.ended;
    const id = nextId++;
    order(thread, { type: 'score', id, shard, runs });
    thread.waiting.set(id, { resolve, reject });
  });

/** Threads for a work of so many batches, those with the least to do. */
const hire = (batches: number): Thread[] => {
  const wanted = Math.min(THREADS, batches);
  while (threads.size < wanted) start();
  const hired = [...threads].toSorted((a, b) => a.works - b.works).slice(0, wanted);
  for (const thread of hired) {
    thread.works += 1;
    thread.worker.ref();
  }
  return hired;
};

/** Gives threads back. Those that are idle keep the process no longer alive; those that held much end. */
const dismiss = (hired: readonly Thread[], shard: number): void => {
  for (const thread of hired) {
    thread.works -= 1;
    order(thread, { type: 'drop', shard });
    if (thread.works > 0) continue;
    thread.worker.unref();
    if (!thread.heldLarge) continue;
    threads.delete(thread);
    void thread.worker.terminate();
  }
};

/** A shard that was read at a moment, to be scored as of a day (`YYYY-MM-DD`). */
export interface ShardToScore {
  read: ReadShard;
  asOf: string;
  readAt: Date;
}

/** Has all of the threads keep a shard. What was read goes to the first, which packs it and hands that on. */
const share = (hired: readonly Thread[], shard: number, { read, asOf, readAt }: ShardToScore): void => {
  const kept = { type: 'keep', shard, apart: read.apart, readAt } as const;
  const [first, ...others] = hired;
  const channels = others.map((thread) => ({ thread, channel: new MessageChannel() }));
  const to = channels.map(({ channel }) => channel.port1);
  if (first === undefined) return;
  const people = read.pool.people + read.apart.always.people.length;
  for (const thread of hired) thread.heldLarge ||= people > LARGE;
  order(first, { ...kept, pool: { read: read.pool, asOf, to } }, [...read.pool.pages, ...to]);
  for (const { thread, channel } of channels) {
    const from = channel.port2;
    order(thread, { ...kept, pool: { from } }, [from]);
  }
};

/** A run, and what a chunk of it came to. */
export interface ScoredRun extends ScoredChunk {
  run: Run;
}

/**
 * Scores runs of a shard in threads, one for each processor up to two where there is room for them, batch by batch: each batch is
 * handed out as soon as it is scored, while the next ones are worked on; which comes first is not said. The pool's pages are empty
 * afterwards. Throws what went wrong in a thread.
 */
export async function* scoreInThreads(
  what: ShardToScore,
  batches: readonly (readonly LoadedRun[])[],
): AsyncGenerator<ScoredRun[]> {
  const hired = hire(batches.length);
  const shard = nextId++;
  const underWay = new Map<Thread, Promise<{ thread: Thread; scored: ScoredRun[] }>>();
  const left = batches.values();
  const goOn = (thread: Thread): void => {
    underWay.delete(thread);
    const { value: runs } = left.next();
    if (runs === undefined) return;
    const next = score(thread, shard, runs).then((chunks) => ({
      thread,
      scored: runs.flatMap(({ run }, at) => (chunks[at] === undefined ? [] : [{ run, ...chunks[at] }])),
    }));
    // Looked at when it is its turn; until then a failure must not end the process.
    next.catch(() => undefined);
    underWay.set(thread, next);
  };
  try {
    share(hired, shard, what);
    for (const thread of hired) goOn(thread);
    while (underWay.size > 0) {
      const { thread, scored } = await Promise.race(underWay.values());
      goOn(thread);
      yield scored;
    }
  } finally {
    dismiss(hired, shard);
  }
}
