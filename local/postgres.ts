import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { locateBinaries, serverUser } from './postgres/binaries';
import { clusterDirectory, ensureCluster } from './postgres/cluster';
import { isAlive, spawnWatched } from './watchdog';

const LOCKED_MS = 15_000;
const READY_MS = 30_000;
const STOP_MS = 20_000;

export type PostgresOptions = {
  /** Data directory; made when missing, its parent too. */
  dir: string;
  port: number;
  /** Password of the superuser `postgres`; fixed when the cluster is made. */
  password: string;
  /** Where the server's own log goes. Default: `<dir>.log`. */
  log?: string;
  /** False trades crash safety for speed: only for clusters that are thrown away. Default true. */
  durable?: boolean;
};

export type Postgres = {
  /** Superuser's URL of a database (default `postgres`). */
  url: (database?: string) => string;
  /** Process id of the running postmaster. */
  pid: () => number;
  /** Rejects never; resolves when the server has ended, asked or not. */
  exited: Promise<void>;
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
  stop: () => Promise<void>;
};

/**
 * Starts the embedded PostgreSQL 18 on 127.0.0.1 and waits until it answers. The server stops by itself when this
 * process dies. A server that a killed launcher left on the same directory is shut down first.
 * @throws Error with the end of the server's log when it does not come up
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { dir, port, password, durable = true } = options;
  mkdirSync(dirname(dir), { recursive: true });
  const native = locateBinaries();
  const data = clusterDirectory(dir);
  const log = options.log ?? `${dir}.log`;
  const url = (database = 'postgres'): string =>
    `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  await ensureCluster(native, data, password, durable);
  await stopOrphan(data, password);
  const child = await launch({ native, data, port, log, durable }, url());
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  return {
    url,
    exited,
    pid: () => postmasterPid(data),
    stop: async () => {
      child.stdin?.end();
      const late = setTimeout(() => process.kill(postmasterPid(data), 'SIGQUIT'), STOP_MS);
      if (isAlive(child)) await exited;
      clearTimeout(late);
    },
  };
}

type Launch = { native: string; data: string; port: number; log: string; durable: boolean };

/** What a new server says while an earlier one, or its children, have not quite ended. */
const STILL_THERE =
  /lock file "postmaster.pid" already exists|pre-existing shared memory block .* still in use/;

/** A server that is still shutting down holds `postmaster.pid`: try again until it has gone. */
async function launch(options: Launch, url: string): Promise<ChildProcess> {
  const deadline = Date.now() + LOCKED_MS;
  for (;;) {
    const from = existsSync(options.log) ? statSync(options.log).size : 0;
    const child = spawnServer(options);
    if (await answers(child, url, options.data)) return child;
    const words = logSince(options.log, from);
    if (!STILL_THERE.test(words) || Date.now() > deadline)
      throw new Error(`PostgreSQL did not start on port ${options.port}:\n${words.slice(-2000)}`);
    await wait(100);
  }
}

function spawnServer({ native, data, port, log, durable }: Launch): ChildProcess {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    random_page_cost: 1.1,
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    shared_preload_libraries: 'pg_stat_statements',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = openSync(log, 'a');
  const child = spawnWatched(join(native, 'bin', 'postgres'), ['-D', data, ...flags], {
    ...serverUser,
    // A fast shutdown: it does not wait for the clients.
    signal: 'INT',
    output,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', TZ: 'UTC' },
  });
  closeSync(output);
  return child;
}

/** The port may answer because another server has it: only the one on our directory counts. */
async function answers(child: ChildProcess, url: string, data: string): Promise<boolean> {
  const deadline = Date.now() + READY_MS;
  while (isAlive(child) && Date.now() < deadline) {
    if ((await directoryOf(url)) === data) return isAlive(child);
    await wait(20);
  }
  child.stdin?.end();
  return false;
}

/** Data directory of the server at `url`; undefined when it cannot be asked. */
async function directoryOf(url: string): Promise<unknown> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ directory: string }>(
      `select current_setting('data_directory') as directory`,
    );
    return rows[0]?.directory;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Lines of postmaster.pid: process id, data directory, start time, port. */
const pidFile = (data: string): string[] => {
  const path = join(data, 'postmaster.pid');
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
};

const postmasterPid = (data: string): number => Number(pidFile(data)[0] ?? Number.NaN);

/** Asks before it kills: a number in a stale pid file may belong to another program by now. */
async function stopOrphan(data: string, password: string): Promise<void> {
  const [pid, , , port] = pidFile(data);
  if (!pid || !port) return;
  const url = `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
  if ((await directoryOf(url)) === data) process.kill(Number(pid), 'SIGINT');
}

function logSince(path: string, from: number): string {
  const file = openSync(path, 'r');
  const buffer = Buffer.alloc(Math.max(0, statSync(path).size - from));
  readSync(file, buffer, 0, buffer.length, from);
  closeSync(file);
  return buffer.toString();
}
