import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createDatabase, createOwner, withClient, withDatabase } from './database';
import { processIdentity } from './lock';
import { freePort } from './ports';
import { startPostgres } from './postgres';

const password = 'a password & more';
let root: string;
let dir: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'flexibees-postgres-test-'));
  chmodSync(root, 0o755);
  dir = join(root, 'cluster');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('runs PostgreSQL 18 durably, in UTF-8 and UTC, with its bundled extensions', async () => {
  const server = await startPostgres({ dir, port: await freePort(), password });
  const row = await withClient(server.url(), async (client) => {
    await client.query(
      'create extension pg_trgm; create extension unaccent; create extension pg_stat_statements',
    );
    const shown = await client.query(
      `select current_setting('server_version_num')::int / 10000 as major, current_setting('fsync') as fsync,
         current_setting('server_encoding') as encoding, current_setting('timezone') as zone, lower('ÀÉ') as lowered`,
    );
    return shown.rows[0];
  });
  await server.stop();
  expect(row).toEqual({ major: 18, fsync: 'on', encoding: 'UTF8', zone: 'UTC', lowered: 'àé' });
});

test('keeps what was committed when the server is killed', async () => {
  const first = await startPostgres({ dir, port: await freePort(), password });
  await withClient(first.url(), (client) => client.query('create table kept as select 42 as answer'));
  process.kill(first.pid(), 'SIGKILL');
  await first.exited;
  const second = await startPostgres({ dir, port: await freePort(), password });
  const { rows } = await withClient(second.url(), (client) => client.query('select answer from kept'));
  await second.stop();
  expect(rows).toEqual([{ answer: 42 }]);
});

test('a killed launcher leaves no server, and the next one starts on the same files at once', async () => {
  const script = `import('./local/postgres.ts').then(async ({ startPostgres }) => {
    const server = await startPostgres(${JSON.stringify({ dir, password, port: await freePort() })});
    console.log(server.pid());
    setInterval(() => {}, 1000);
  });`;
  const launcher = spawn(process.execPath, ['--import', 'tsx', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void launcher.kill('SIGKILL'));
  const [line] = await once(launcher.stdout, 'data');
  launcher.kill('SIGKILL');
  const next = await startPostgres({ dir, port: await freePort(), password });
  const { rows } = await withClient(next.url(), (client) => client.query('select answer from kept'));
  await next.stop();
  expect(rows).toEqual([{ answer: 42 }]);
  expect(processIdentity(Number(String(line)))).toBeUndefined();
});

test('says why it cannot start', async () => {
  const port = await freePort();
  const first = await startPostgres({ dir, port, password });
  await expect(startPostgres({ dir: `${dir}2`, port, password })).rejects.toThrow(/Address already in use/);
  await first.stop();
});

test('the application is neither owner nor above row security, and agrees with itself on a shared server', async () => {
  const server = await startPostgres({ dir, port: await freePort(), password });
  const ownerUrl = withDatabase(await createOwner(server.url(), 'owner'), 'flexibees');
  const appUrl = await createDatabase(ownerUrl);
  expect(await createDatabase(ownerUrl)).toBe(appUrl);
  const roles = `select rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname like 'flexibees%' order by 1`;
  const { rows } = await withClient(appUrl, (client) => client.query(roles));
  const denied = withClient(appUrl, (client) => client.query('create table mine ()'));
  await expect(denied).rejects.toThrow('permission denied for schema public');
  await server.stop();
  expect(rows).toEqual([
    { rolname: 'flexibees_app', rolsuper: false, rolbypassrls: false, rolcreaterole: false },
    { rolname: 'flexibees_owner', rolsuper: false, rolbypassrls: true, rolcreaterole: true },
  ]);
});
