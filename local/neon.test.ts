import { once } from 'node:events';
import net from 'node:net';
import { neonConfig, Pool } from '@neondatabase/serverless';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startNeonProxy } from './neon';
import { freePort } from './ports';
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

test('neither end outlives the other', async () => {
  const database = net.createServer().listen(0, '127.0.0.1');
  await once(database, 'listening');
  const { port: target } = database.address() as net.AddressInfo;
  const port = await freePort();
  const proxy = await startNeonProxy({ port, target: { host: '127.0.0.1', port: target } });
  const connect = async (): Promise<[WebSocket, net.Socket]> => {
    const accepted = once(database, 'connection');
    const client = new WebSocket(`ws://127.0.0.1:${port}/v1`);
    const [[socket]] = await Promise.all([accepted, once(client, 'open')]);
    return [client, socket];
  };
  const [lost, server] = await connect();
  const serverEnds = once(server, 'close');
  // Gone without a word, as when its process is killed.
  lost.terminate();
  await serverEnds;
  const [client, killed] = await connect();
  const clientEnds = once(client, 'close');
  killed.destroy();
  await clientEnds;
  await proxy.stop();
  database.close();
});
