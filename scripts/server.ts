import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive, spawnWatched, stopWatched } from '../local/watchdog';
import { holdTsconfig } from './build';
import type { Environment } from './run';

export type ServerOptions = {
  port: number;
  /** `watch`: the development server, which builds as it goes. */
  mode: 'serve' | 'watch';
  env: Environment;
  /** File that gets the server's output; default: our own output. */
  log?: string | undefined;
};

export type Server = {
  /** The process that everything of the server descends from. */
  pid: () => number | undefined;
  stop: () => Promise<void>;
  /** Rejects when the server cannot be kept running. */
  failed: Promise<never>;
};

const STOP_SECONDS = 5;
/** A server that dies more often than this within a minute is not started again. */
const MOST_RESTARTS = 5;
const MINUTE_MS = 60_000;
const READY_MS = 120_000;
/** Idle connections stay open longer than callers keep them: one closed by the server just as it is used again fails a request. */
const IDLE_MS = 75_000;

/** Starts the Next server and keeps it running: one that dies is started again. */
export function startServer({ port, mode, env, log }: ServerOptions): Server {
  const verb = mode === 'serve' ? ['start', '--keepAliveTimeout', String(IDLE_MS)] : ['dev'];
  const command = ['node_modules/next/dist/bin/next', ...verb, '-p', String(port)];
  const restoreTsconfig = holdTsconfig();
  const spawn = (): ReturnType<typeof spawnWatched> => {
    const output = log === undefined ? 'inherit' : openSync(log, 'a');
    const child = spawnWatched(process.execPath, command, {
      signal: 'TERM',
      grace: STOP_SECONDS,
      output,
      env,
    });
    if (output !== 'inherit') closeSync(output);
    return child;
  };
  let child = spawn();
  let stopping = false;
  const keepRunning = async (): Promise<never> => {
    const deaths: number[] = [];
    for (;;) {
      if (isAlive(child)) await once(child, 'exit');
      child.stdin?.end();
      if (stopping) return new Promise(() => undefined);
      deaths.push(Date.now());
      const lately = deaths.filter((death) => death > Date.now() - MINUTE_MS);
      if (lately.length > MOST_RESTARTS)
        throw new Error(`The server keeps dying (exit code ${child.exitCode}).`);
      child = spawn();
    }
  };
  const failed = keepRunning();
  failed.catch(() => undefined);
  return {
    pid: () => child.pid,
    failed,
    stop: async () => {
      stopping = true;
      await stopWatched(child);
      restoreTsconfig();
    },
  };
}

/**
 * Waits until the application says that it can serve.
 * @throws Error with its last answer after two minutes, or the reason of `signal`
 */
export async function waitUntilReady(appUrl: string, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + READY_MS;
  let last = 'no answer';
  while (Date.now() < deadline) {
    signal.throwIfAborted();
    try {
      const response = await fetch(`${appUrl}/api/health/ready`, { signal });
      if (response.ok) return;
      last = `${response.status} ${await response.text()}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await wait(100);
  }
  throw new Error(`The application is not ready: ${last}`);
}
