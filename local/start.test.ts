import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@upstash/qstash';
import { head, put } from '@vercel/blob';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, inject, onTestFinished, test, vi } from 'vitest';
import { withClient, withDatabase } from './database';
import { claimDirectory } from './lock';
import { freePort } from './ports';
import { processesOf } from './processes';
import { type Platform, type PlatformOptions, startPlatform } from './start';

let localDir: string;
let port: number;

beforeAll(async () => {
  localDir = mkdtempSync(join(tmpdir(), 'flexibees-platform-'));
  chmodSync(localDir, 0o755);
  port = await freePort();
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(localDir, { recursive: true, force: true });
});

/** Starts a platform that is stopped when the test ends, if not before. */
const start = async (options: Partial<PlatformOptions> = {}): Promise<Platform> => {
  const platform = await startPlatform({ localDir, port, ...options });
  onTestFinished(platform.stop);
  return platform;
};
const answers = async (url: string): Promise<boolean> =>
  (await fetch(url).catch(() => undefined)) !== undefined;

test('starts twice on the same folder with the same addresses, secrets and data', async () => {
  const first = await start();
  await withClient(first.env['DATABASE_OWNER_URL']!, (client) =>
    client.query('create table kept (); grant select on kept to flexibees_app'),
  );
  const queue = new Client({
    baseUrl: first.env['QSTASH_URL']!,
    token: first.env['QSTASH_TOKEN']!,
    devMode: false,
  });
  const { messageId } = await queue.publish({ url: 'http://127.0.0.1:1/later', delay: '1h' });
  await first.stop();
  expect(await answers(first.env['MAIL_INBOX_URL']!)).toBe(false);
  const second = await start();
  expect(second.env).toEqual(first.env);
  expect(await queue.messages.get(messageId)).toMatchObject({ messageId });
  await withClient(second.env['DATABASE_URL']!, (client) => client.query('select from kept'));
  await second.stop();
});

test('a second copy gets ports of its own; the same folder is refused', async () => {
  const first = await start();
  const other = join(localDir, 'other');
  const second = await start({ localDir: other, port: port + 1 });
  const addresses = ({ env }: Platform): string[] => Object.values(env).filter((value) => /:\d+/.test(value));
  expect(addresses(first).length).toBeGreaterThan(8);
  expect(addresses(first).filter((address) => addresses(second).includes(address))).toEqual([]);
  await expect(claimDirectory(localDir, 0)).rejects.toThrow(`in use by process ${process.pid}`);
});

test('a killed database comes back by itself', async () => {
  const { env, stop } = await start();
  const url = env['DATABASE_OWNER_URL']!;
  const data = join(localDir, 'postgres', 'postmaster.pid');
  process.kill(Number(readFileSync(data, 'utf8').split('\n')[0]), 'SIGKILL');
  const ask = (): Promise<unknown> =>
    withClient(url, (client) => client.query('select from kept')).then(
      () => 'answers',
      () => 'down',
    );
  await expect.poll(ask, { timeout: 10_000 }).toBe('answers');
  await stop();
});

test('uses the database that it is given, and keeps secrets to their owner', async () => {
  const databaseUrl = withDatabase(inject('postgres').ownerUrl, `given_${randomUUID().slice(0, 8)}`);
  const { env, stop } = await start({ databaseUrl });
  const { rows } = await withClient(env['DATABASE_URL']!, (client) =>
    client.query('select current_user as role, current_database() as name'),
  );
  await stop();
  expect(rows).toEqual([{ role: 'flexibees_app', name: new URL(databaseUrl).pathname.slice(1) }]);
  expect(statSync(join(localDir, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('a launcher that is killed leaves no process behind, and the next start finds everything', async () => {
  const script = `import('./local/start.ts').then(async ({ startPlatform }) => {
    const { spawnWatched } = await import('./local/watchdog.ts');
    const platform = await startPlatform({ localDir: ${JSON.stringify(localDir)}, port: ${port} });
    spawnWatched('sleep', ['600'], { signal: 'TERM', grace: 5, output: 'inherit', env: platform.env });
    console.log(JSON.stringify(platform.env));
  });`;
  const launcher = spawn(process.execPath, ['--import', 'tsx', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void launcher.kill('SIGKILL'));
  const [line] = await once(launcher.stdout, 'data');
  const env = JSON.parse(String(line)) as Record<string, string>;
  await withClient(env['DATABASE_OWNER_URL']!, (client) =>
    client.query('create table survivors (n int); grant select on survivors to flexibees_app'),
  );
  const queue = new Client({ baseUrl: env['QSTASH_URL']!, token: env['QSTASH_TOKEN']!, devMode: false });
  const { messageId } = await queue.publish({ url: 'http://127.0.0.1:1/later', delay: '1h' });
  vi.stubEnv('VERCEL_BLOB_API_URL', env['VERCEL_BLOB_API_URL']);
  const stored = { access: 'private', token: env['BLOB_READ_WRITE_TOKEN']! } as const;
  await put('kept.txt', 'as it was', stored);
  const post = createTransport(env['SMTP_URL']);
  await post.sendMail({ from: 'a@heron.example', to: 'b@heron.example', subject: 'Kept', text: 'As it was' });
  post.close();
  await withClient(env['DATABASE_OWNER_URL']!, async (client) => {
    await client.query('insert into survivors select generate_series(1, 1000)');
    // Nothing has time to be put in order between the answer and the end.
    launcher.kill('SIGKILL');
  });
  expect(processesOf(localDir).length).toBeGreaterThan(3);
  await expect.poll(() => processesOf(localDir), { timeout: 10_000 }).toEqual([]);

  const second = await start();
  expect(second.env).toEqual(env);
  await withClient(env['DATABASE_URL']!, async (client) => {
    const { rows } = await client.query('select count(*)::int as n from survivors');
    expect(rows).toEqual([{ n: 1000 }]);
  });
  expect(await queue.messages.get(messageId)).toMatchObject({ messageId });
  const { url } = await head('kept.txt', stored);
  const blob = await fetch(url, { headers: { authorization: `Bearer ${stored.token}` } });
  expect(await blob.text()).toBe('as it was');
  const mails = await fetch(`${env['MAIL_INBOX_URL']}/api/messages?to=b@heron.example`);
  expect(await mails.json()).toMatchObject([{ subject: 'Kept' }]);
});
