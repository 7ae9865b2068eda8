import { neonConfig, Pool } from '@neondatabase/serverless';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startTestPostgres } from './postgres/throwaway';

let postgres: Awaited<ReturnType<typeof startTestPostgres>>;
let pool: Pool;

beforeAll(async () => {
  postgres = await startTestPostgres();
  Object.assign(neonConfig, {
    webSocketConstructor: WebSocket,
    wsProxy: () => postgres.neonWsProxy,
    useSecureWebSocket: false,
    pipelineConnect: false,
    coalesceWrites: false,
  });
  pool = new Pool({ connectionString: postgres.appUrl });
});
afterAll(async () => {
  await pool.end();
  await postgres.stop();
});

test('carries the driver, with transactions that hold a connection', async () => {
  const client = await pool.connect();
  await client.query('begin');
  await client.query(`select set_config('app.org', 'one', true)`);
  const inside = await client.query(`select current_setting('app.org') as org`);
  await client.query('rollback');
  const after = await client.query(`select current_setting('app.org') as org`);
  client.release();
  expect([inside.rows, after.rows]).toEqual([[{ org: 'one' }], [{ org: '' }]]);
});

test('carries 20 MB each way unharmed', async () => {
  const text = 'ü'.repeat(10_000_000);
  const { rows } = await pool.query(
    'select length($1::text) as letters, md5($1::text) as hash, $1::text as back',
    [text],
  );
  expect(rows[0]!.letters).toBe(10_000_000);
  expect(rows[0]!.back === text).toBe(true);
});

test('serves 50 connections side by side', async () => {
  const wide = new Pool({ connectionString: postgres.appUrl, max: 50 });
  const waits = Array.from({ length: 50 }, () => wide.query('select pg_backend_pid() as pid, pg_sleep(0.1)'));
  const pids = new Set((await Promise.all(waits)).map(({ rows }) => Number(rows[0]!.pid)));
  await wide.end();
  expect(pids.size).toBe(50);
});

test('a connection ends when its client goes', async () => {
  const client = await pool.connect();
  const { rows } = await client.query('select pg_backend_pid() as pid');
  client.release(true);
  const gone = async (): Promise<boolean> => {
    const found = await pool.query('select 1 from pg_stat_activity where pid = $1', [rows[0]!.pid]);
    return found.rowCount === 0;
  };
  await expect.poll(gone).toBe(true);
});
