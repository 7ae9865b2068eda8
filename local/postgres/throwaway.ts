import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, createOwner, withDatabase } from '../database';
import { startNeonProxy } from '../neon';
import { freePort } from '../ports';
import { startPostgres } from '../postgres';

/** What a test file needs to make a database of its own; URLs name the maintenance database `postgres`. */
export type TestPostgres = {
  superUrl: string;
  ownerUrl: string;
  appUrl: string;
  /** Database to clone: `create database x template <template>`. Nobody may stay connected to it. */
  template: string;
  /** Value for the Neon driver's `wsProxy`. */
  neonWsProxy: string;
};

const TEMPLATE = 'flexibees_template';

/** Starts the throw-away server, its Neon proxy and an empty template, in a temporary folder that `stop` removes. */
export async function startTestPostgres(): Promise<TestPostgres & { stop: () => Promise<void> }> {
  const dir = mkdtempSync(join(tmpdir(), 'flexibees-test-'));
  // The server's user must be able to pass: mkdtemp makes folders private.
  chmodSync(dir, 0o755);
  const [port, proxyPort] = [await freePort(), await freePort()];
  const server = await startPostgres({ dir: join(dir, 'postgres'), port, password: 'test', durable: false });
  const proxy = await startNeonProxy({ port: proxyPort, target: { host: '127.0.0.1', port } });
  const ownerUrl = await createOwner(server.url(), 'test');
  const appUrl = await createDatabase(withDatabase(ownerUrl, TEMPLATE));
  return {
    superUrl: server.url(),
    ownerUrl,
    appUrl: withDatabase(appUrl, 'postgres'),
    template: TEMPLATE,
    neonWsProxy: `127.0.0.1:${proxyPort}/v1`,
    stop: async () => {
      await proxy.stop();
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
