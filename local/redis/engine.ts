import { type ChildProcess, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { asReply, type Engine, readResults } from './reply';
import { embed } from './embedded';
import { spawnWatched, stopWatched } from '../watchdog';

export type EngineOptions = {
  /** Where a spawned server keeps its append-only file. */
  dir: string;
  /** Port of a spawned server. */
  port: number;
  /** A server to use instead of spawning one. */
  url?: string | undefined;
  /** Leave out an installed `redis-server`. */
  embedded?: boolean;
};

/** Chooses the engine: the server at `url`, else an installed `redis-server`, else the embedded one. */
export async function startEngine({ dir, port, url, embedded = false }: EngineOptions): Promise<Engine> {
  if (url !== undefined) return connect(url);
  const installed = spawnSync('redis-server', ['--version']).status === 0;
  if (embedded || !installed) return embed();
  const server = spawnServer(dir, port);
  try {
    const engine = await connect(`redis://127.0.0.1:${port}`);
    return { ...engine, stop: () => engine.stop().then(() => stopWatched(server)) };
  } catch (error) {
    await stopWatched(server);
    throw error;
  }
}

function spawnServer(dir: string, port: number): ChildProcess {
  mkdirSync(dir, { recursive: true });
  const log = openSync(join(dir, 'redis.log'), 'a');
  const settings = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    dir,
    '--appendonly',
    'yes',
    '--save',
    '',
  ];
  const server = spawnWatched('redis-server', settings, { signal: 'TERM', output: log });
  closeSync(log);
  return server;
}

async function connect(url: string): Promise<Engine> {
  // The server may be starting, or finishing an earlier life on the same files.
  const redis = new Redis(url, { maxRetriesPerRequest: 100, retryStrategy: () => 100 });
  redis.on('error', () => undefined);
  try {
    await redis.ping();
  } catch (error) {
    redis.disconnect();
    throw error;
  }
  redis.options.maxRetriesPerRequest = 1;
  return {
    kind: 'server',
    run: async ([name = '', ...args]) => asReply(await redis.callBuffer(name, ...args)),
    transaction: async (commands) => {
      const multi = redis.multi();
      for (const [name = '', ...args] of commands) multi.callBuffer(name, ...args);
      return readResults(await multi.exec());
    },
    stop: async () => redis.disconnect(),
  };
}
