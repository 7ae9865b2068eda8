import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import pg from 'pg';
import { createDatabase, createOwner, withDatabase } from '../local/database';
import { freePort } from '../local/ports';
import { startPostgres } from '../local/postgres';
import { migrate } from '../scripts/migrate';
import { freshWorkerBundles } from '../scripts/worker-bundles';

export const BENCH_ZONE = 'Asia/Kolkata';

export interface ThrowawayDatabase {
  owner: pg.Pool;
  /** What the application needs of its environment to reach the database, and nothing else. */
  env: Record<string, string>;
  stop: () => Promise<void>;
}

/** A migrated database on a durable server of its own, in a temporary folder that `stop` removes, and fresh bundles of the threads. */
export async function startThrowawayDatabase(): Promise<ThrowawayDatabase> {
  freshWorkerBundles();
  const dir = mkdtempSync(join(tmpdir(), 'flexibees-bench-'));
  // The server's user must be able to pass: mkdtemp makes folders private.
  chmodSync(dir, 0o755);
  const [port, proxyPort] = [await freePort(), await freePort()];
  const server = await startPostgres({ dir: join(dir, 'postgres'), port, password: 'bench' });
  const proxy = new Worker(new URL('./proxy-thread.ts', import.meta.url), {
    workerData: { port: proxyPort, target: { host: '127.0.0.1', port } },
  });
  await once(proxy, 'message');
  const ownerUrl = withDatabase(await createOwner(server.url(), 'bench'), 'bench');
  const appUrl = await createDatabase(ownerUrl);
  await migrate(ownerUrl);
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  const nowhere = 'http://127.0.0.1:1';
  return {
    owner,
    env: {
      DEPLOYMENT: 'local',
      APP_URL: nowhere,
      APP_SECRET: 'a secret of at least thirty-two characters',
      CRON_SECRET: 'a cron secret of benches',
      DATABASE_URL: appUrl,
      NEON_WS_PROXY: `127.0.0.1:${proxyPort}/v1`,
      QSTASH_URL: nowhere,
      QSTASH_TOKEN: 'token',
      QSTASH_CURRENT_SIGNING_KEY: 'sig_current',
      QSTASH_NEXT_SIGNING_KEY: 'sig_next',
      UPSTASH_REDIS_REST_URL: nowhere,
      UPSTASH_REDIS_REST_TOKEN: 'token',
      BLOB_READ_WRITE_TOKEN: 'vercel_blob_rw_bench_secret',
      SMTP_URL: 'smtp://127.0.0.1:1',
      MAIL_FROM: 'Flexibees <hello@flexibees.example>',
      LOG_LEVEL: 'silent',
    },
    stop: async () => {
      await owner.end();
      await proxy.terminate();
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
