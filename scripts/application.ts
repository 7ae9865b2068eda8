import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { loadCatalog } from '@/domain/catalog/load';
import { startFront, type Front } from '../local/front';
import { freePort, isFree } from '../local/ports';
import { startPlatform } from '../local/start';
import { buildApplication, buildDirectory } from './build';
import { migrate } from './migrate';
import { type Environment, runOrFail, runTool, stopTools } from './run';
import { type Server, startServer, waitUntilReady } from './server';

export type ApplicationOptions = {
  localDir: string;
  port: number;
  /** `watch`: the development server, which builds as it goes. */
  mode: 'serve' | 'watch';
  /** Servers behind the one address. Default 1. */
  instances?: number;
  /** MiB that each server is to get by with: it has the heap that V8 chooses on a machine of this size. Default: this machine's. */
  memoryMb?: number;
  /** Whether the demo employer is brought in, the first time. */
  seed: boolean;
  /** Build folder inside the project. Default: one for each LOCAL_DIR. */
  distDir?: string;
  databaseUrl?: string | undefined;
  redisUrl?: string | undefined;
  /** Gives up the start. */
  signal: AbortSignal;
};

export type Application = {
  /** The application's own environment. */
  env: Environment;
  /** The root process of each server. */
  pids: () => number[];
  /** Where the served application's output goes; undefined in watch mode. */
  log: string | undefined;
  /** Ends the application, then the platform. */
  stop: () => Promise<void>;
  /** Rejects when the application cannot be kept running. */
  failed: Promise<never>;
};

const PORT_PATIENCE_MS = 10_000;

/**
 * Brings up everything, in order: platform, migrations, build, server, schedules, demo data.
 * @param say tells the person what is going on
 * @throws Error of the step that failed, after stopping what had started
 */
export async function startApplication(
  options: ApplicationOptions,
  say: (line: string) => void,
): Promise<Application> {
  const { localDir, port, mode, databaseUrl, redisUrl, signal } = options;
  // Before minutes of building: a bad file of `config/` is named at once, with its line.
  loadCatalog();
  await waitForPort(port, signal);
  say('Starting the local platform …');
  const platform = await startPlatform({ localDir, port, databaseUrl, redisUrl });
  const env: Environment = {
    ...process.env,
    ...platform.env,
    NEXT_DIST_DIR: options.distDir ?? buildDirectory(localDir),
    NODE_ENV: mode === 'serve' ? 'production' : 'development',
    UPSTASH_DISABLE_TELEMETRY: '1',
  };
  const log = mode === 'serve' ? join(localDir, 'application.log') : undefined;
  const servers: Server[] = [];
  let front: Front | undefined;
  const stop = async (): Promise<void> => {
    await stopTools();
    await front?.stop();
    for (const server of servers) await server.stop();
    await platform.stop();
  };
  signal.addEventListener('abort', () => void stopTools());
  try {
    signal.throwIfAborted();
    say('Migrating the database …');
    await migrate(platform.env['DATABASE_OWNER_URL'] ?? '');
    signal.throwIfAborted();
    if (mode === 'serve' && (await buildApplication(env))) say('Built.');
    signal.throwIfAborted();
    say('Starting the application …');
    const { instances = 1 } = options;
    const ports: number[] = [];
    for (let n = 0; n < instances; n++) ports.push(instances === 1 ? port : await freePort());
    for (const each of ports)
      servers.push(startServer({ port: each, mode, env: { ...env, ...heapOf(options.memoryMb) }, log }));
    if (instances > 1) front = await startFront({ port, ports });
    const failed = Promise.race(servers.map((server) => server.failed));
    failed.catch(() => undefined);
    const addresses =
      instances === 1 ? [platform.env['APP_URL'] ?? ''] : ports.map((each) => `http://127.0.0.1:${each}`);
    for (const address of addresses) await Promise.race([waitUntilReady(address, signal), failed]);
    const steps = ['scripts/schedules.ts', 'scripts/weights.ts'];
    await Promise.all(steps.map((script) => runOrFail('tsx', [script], env)));
    signal.throwIfAborted();
    // The development server builds a route when it is first asked for it, and is too busy to serve meanwhile.
    if (mode === 'watch') await fetch(`${platform.env['APP_URL']}/api/trpc`, { signal });
    if (options.seed) await seedOnce(localDir, env, say);
    const pids = (): number[] => servers.flatMap((server) => server.pid() ?? []);
    return { env, pids, log, stop, failed };
  } catch (error) {
    await stop();
    const where =
      log !== undefined && servers.length > 0 ? new Error(`See ${log}.`, { cause: error }) : error;
    throw signal.aborted ? error : where;
  }
}

/** On up to half a GiB V8 keeps old objects in half of it, and hardly any young ones (`v8.getHeapStatistics()` in a cgroup). */
function heapOf(memoryMb: number | undefined): Environment {
  if (memoryMb === undefined) return {};
  return { NODE_OPTIONS: `--max-old-space-size=${memoryMb / 2} --max-semi-space-size=1` };
}

/** An earlier copy may need a moment to let go of its port. */
async function waitForPort(port: number, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + PORT_PATIENCE_MS;
  while (!(await isFree(port))) {
    signal.throwIfAborted();
    if (Date.now() > deadline) throw new Error(`Port ${port} is taken. Set PORT to another one.`);
    await wait(200);
  }
}

/**
 * The seed itself finds what it made before; the marker only saves the time of looking. It names the seed's own text, so that a copy
 * of before gets what a later seed adds.
 */
async function seedOnce(localDir: string, env: Environment, say: (line: string) => void): Promise<void> {
  const { host, pathname } = new URL(env['DATABASE_OWNER_URL'] ?? '');
  const marker = join(localDir, 'seeded');
  const seed = createHash('sha256');
  for (const name of readdirSync('scripts/seed').sort())
    seed.update(readFileSync(join('scripts/seed', name)));
  const made = `${host}${pathname} ${seed.digest('hex')}`;
  if (existsSync(marker) && readFileSync(marker, 'utf8') === made) return;
  say('Bringing in the demo employer, through the application …');
  if ((await runTool('tsx', ['scripts/seed.ts'], env)) === 0) writeFileSync(marker, made);
  else say('The demo is not complete. The next start goes on with it.');
}
