import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sandboxArguments } from './adapter';

/** A program that tries every door, and prints which of them opened. */
const PROGRAM = `
import net from 'node:net';
import http from 'node:http';
import https from 'node:https';
import http2 from 'node:http2';
import tls from 'node:tls';
import dgram from 'node:dgram';
import dns, { lookup, promises, Resolver } from 'node:dns';
import { writeFileSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import { closeNetwork } from './src/domain/resumes/no-network';

const port = Number(process.argv[2]);
const url = 'http://127.0.0.1:' + port + '/';
const tries = process.argv[3] === 'closed' ? closeNetwork() : () => 0;
const settled = (make) => new Promise((resolve, reject) => { const made = make(); made.on('error', reject); made.on('connect', resolve); made.on('response', resolve); made.on('open', resolve); });
const called = (ask) => new Promise((resolve, reject) => ask((error, value) => (error ? reject(error) : resolve(value))));
const doors = {
  connect: () => settled(() => net.connect(port, '127.0.0.1')),
  socket: () => settled(() => new net.Socket().connect({ port, host: '127.0.0.1' })),
  unixSocket: () => settled(() => net.connect('/tmp/nowhere.sock')).catch((error) => { if (error.code !== 'ENOENT') throw error; }),
  httpGet: () => settled(() => http.get(url)),
  httpsGet: () => settled(() => https.get('https://127.0.0.1:' + port)).catch((error) => { if (/no network/.test(error.message)) throw error; }),
  http2: () => settled(() => http2.connect(url)),
  tls: () => settled(() => tls.connect(port, '127.0.0.1')).catch((error) => { if (/no network/.test(error.message)) throw error; }),
  fetch: () => fetch(url).catch((error) => { if (!error.cause || /no network/.test(error.cause.message)) throw error; }),
  datagram: () => called((done) => dgram.createSocket('udp4').send('x', port, '127.0.0.1', done)),
  listen: () => new Promise((resolve, reject) => { net.createServer().on('error', reject).listen(0, resolve); }),
  lookup: () => called((done) => dns.lookup('localhost', done)),
  namedLookup: () => called((done) => lookup('localhost', done)),
  promisedLookup: () => promises.lookup('localhost'),
  resolver: () => new Promise((resolve, reject) => { try { new Resolver().resolve4('localhost', () => resolve()); } catch (error) { reject(error); } }),
  webSocket: () => new WebSocket('ws://127.0.0.1:' + port),
  binding: () => process.binding('tcp_wrap'),
  write: () => writeFileSync(process.argv[1] + '.txt', 'x'),
  readElsewhere: () => readFileSync('/etc/hostname'),
  program: () => { const { error } = spawnSync('true'); if (error) throw error; },
  thread: () => new Worker('1', { eval: true }),
  evaluate: () => new Function('return 1')(),
};
const opened = [];
for (const [name, open] of Object.entries(doors)) {
  try { await open(); opened.push(name); } catch {}
}
console.log(JSON.stringify({ opened, tries: tries() }));
process.exit(0);
`;

let directory = '';
let server: Server;
let calls = 0;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'sandbox-'));
  buildSync({
    stdin: { contents: PROGRAM, resolveDir: process.cwd() },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: join(directory, 'doors.mjs'),
  });
  server = createServer((socket) => {
    calls += 1;
    socket.end('HTTP/1.1 204 No Content\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  rmSync(directory, { recursive: true });
});

async function knock(state: 'open' | 'closed'): Promise<{ opened: string[]; tries: number }> {
  const bundle = join(directory, 'doors.mjs');
  const { port } = server.address() as AddressInfo;
  const args = state === 'closed' ? sandboxArguments(bundle) : [];
  const { stdout } = await promisify(execFile)(process.execPath, [...args, bundle, String(port), state]);
  return JSON.parse(stdout) as { opened: string[]; tries: number };
}

it('opens no door of a child that reads files, though each is one', async () => {
  const free = await knock('open');
  expect(free.opened).toEqual(
    expect.arrayContaining([
      'connect',
      'httpGet',
      'fetch',
      'datagram',
      'lookup',
      'write',
      'program',
      'thread',
    ]),
  );
  expect(calls).toBeGreaterThan(3);
  calls = 0;
  const shut = await knock('closed');
  expect(shut.opened).toEqual([]);
  expect(calls).toBe(0);
  expect(shut.tries).toBeGreaterThan(10);
});
