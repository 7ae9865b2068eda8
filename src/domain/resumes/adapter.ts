import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { ParseJob, WorkerMessage } from './parse.worker';
import { MAX_BYTES } from './parse/kind';
import type { ParseFailure, ParseOutcome } from './schema';

/** One file may take 10 s, the start of a fresh child and a late timer included; a usual one takes some 20 ms. */
const TIME_CAP_MS = 6_000;
const START_CAP_MS = 20_000;
/**
 * Resident memory at which a child is killed, so that it stays within 256 MB though it grows between two looks: heap
 * flags miss what lives in array buffers.
 */
const KILL_AT_BYTES = 224 * 1024 * 1024;
/** Resident memory at which a child that ended its file well makes room for a fresh one. */
const RETIRE_AT_BYTES = 200 * 1024 * 1024;
const HEAP_CAP_MB = 144;
const WATCH_EVERY_MS = 10;
/** A child that has read this many files makes room for a fresh one. */
const JOBS_PER_CHILD = 500;
const CHILDREN = Math.max(1, Math.min(2, availableParallelism()));

interface Waiting {
  job: Omit<ParseJob, 'id'>;
  resolve: (outcome: ParseOutcome) => void;
  reject: (error: Error) => void;
}

interface Worker {
  child: ChildProcess;
  ready: boolean;
  jobs: number;
  current: { id: number; waiting: Waiting; stop: () => void } | null;
  /** Why it was killed, if we did it. */
  verdict: ParseFailure | null;
}

const waiting: Waiting[] = [];
const workers = new Set<Worker>();
let nextId = 1;
/** Children in a row that ended before they were ready. */
let failedStarts = 0;
const MAX_FAILED_STARTS = 3;

/** Path of the child's bundle, from the directory the server runs in; `npm run build:worker` makes it. */
const workerPath = () => join(/* turbopackIgnore: true */ process.cwd(), 'dist-worker', 'parse.worker.mjs');

/** Resident bytes of a process from /proc; null where there is none, and the heap and time caps stand alone. */
function residentBytes(pid: number | undefined): number | null {
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1];
    return Number(pages) * 4096;
  } catch {
    return null;
  }
}

/** Arguments of Node for a child that reads strangers' files from one bundle: no files but the catalog, no eval. */
export function sandboxArguments(bundle: string): string[] {
  const sandbox = process.allowedNodeEnvironmentFlags.has('--permission')
    ? ['--permission', `--allow-fs-read=${join(process.cwd(), 'config')}`, `--allow-fs-read=${bundle}`]
    : [];
  return [
    ...sandbox,
    '--disallow-code-generation-from-strings',
    `--max-old-space-size=${HEAP_CAP_MB}`,
    '--max-semi-space-size=4',
    '--no-warnings',
  ];
}

function start(): void {
  const child = fork(workerPath(), [], {
    execArgv: sandboxArguments(workerPath()),
    env: { NODE_ENV: 'production' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const worker: Worker = { child, ready: false, jobs: 0, current: null, verdict: null };
  workers.add(worker);
  const slow = setTimeout(() => child.kill('SIGKILL'), START_CAP_MS);
  child.on('message', (message: WorkerMessage) => {
    if (message.type === 'ready') {
      clearTimeout(slow);
      worker.ready = true;
      failedStarts = 0;
    } else finish(worker, message);
    assign();
  });
  child.on('error', () => child.kill('SIGKILL'));
  child.on('exit', (code, signal) => {
    clearTimeout(slow);
    workers.delete(worker);
    ended(worker, code, signal);
    assign();
  });
  child.unref();
  child.channel?.unref();
}

function finish(worker: Worker, message: Extract<WorkerMessage, { type: 'done' }>): void {
  const { current } = worker;
  if (current?.id !== message.id) return;
  current.stop();
  worker.current = null;
  worker.jobs += 1;
  worker.child.channel?.unref();
  worker.child.unref();
  current.waiting.resolve(message.outcome);
  const resident = residentBytes(worker.child.pid) ?? 0;
  if (worker.jobs >= JOBS_PER_CHILD || resident > RETIRE_AT_BYTES || message.refused > 0) {
    workers.delete(worker);
    worker.child.kill('SIGKILL');
  }
}

/** A child is gone: its file is at fault, unless the child never came up. */
function ended(worker: Worker, code: number | null, signal: string | null): void {
  const { current } = worker;
  if (current) {
    current.stop();
    worker.current = null;
    // V8 aborts when its heap is full: by signal, or with the exit code a shell gives that signal.
    const outOfHeap = signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 134 || code === 133;
    const reason = worker.verdict ?? (outOfHeap ? 'too_much_memory' : 'damaged');
    current.waiting.resolve({ ok: false, reason });
  } else if (!worker.ready && ++failedStarts >= MAX_FAILED_STARTS) {
    failedStarts = 0;
    const error = new Error('The résumé reader did not start. Was it built (npm run build:worker)?');
    for (const entry of waiting.splice(0)) entry.reject(error);
  }
}

function guard(worker: Worker): () => void {
  const stopWith = (verdict: ParseFailure) => {
    worker.verdict = verdict;
    worker.child.kill('SIGKILL');
  };
  const time = setTimeout(() => stopWith('took_too_long'), TIME_CAP_MS);
  const memory = setInterval(() => {
    if ((residentBytes(worker.child.pid) ?? 0) > KILL_AT_BYTES) stopWith('too_much_memory');
  }, WATCH_EVERY_MS);
  return () => {
    clearTimeout(time);
    clearInterval(memory);
  };
}

/** Gives waiting files to idle children, and starts children while there is more to do than they can take. */
function assign(): void {
  for (const worker of workers) {
    if (!worker.ready || worker.current || worker.verdict) continue;
    const next = waiting.shift();
    if (!next) return;
    const id = nextId;
    nextId += 1;
    worker.child.ref();
    worker.child.channel?.ref();
    worker.current = { id, waiting: next, stop: guard(worker) };
    worker.child.send({ id, ...next.job } satisfies ParseJob);
  }
  const starting = [...workers].filter((worker) => !worker.ready).length;
  if (waiting.length > starting && workers.size < CHILDREN) start();
}

/**
 * Reads a stranger's file in a child process that has no network, no file system but the catalog, 10 s and 256 MB. The
 * child stays warm for the next file; one that breaks a limit is killed and replaced. Resolves with a typed reason for
 * whatever the file does; rejects only when the reader itself cannot be started.
 */
export function parseIsolated(
  bytes: Uint8Array,
  options: { filename: string; asOf: string },
): Promise<ParseOutcome> {
  if (bytes.length > MAX_BYTES) return Promise.resolve({ ok: false, reason: 'too_large' });
  return new Promise((resolve, reject) => {
    waiting.push({ job: { bytes, ...options }, resolve, reject });
    assign();
  });
}
