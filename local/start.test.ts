import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@upstash/qstash';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { withClient, withDatabase } from './database';
import { claimDirectory } from './lock';
import { freePort } from './ports';
import { type Platform, type PlatformOptions, startPlatform } from './start';

let localDir: string;
let port: number;

beforeAll(async () => {
  localDir = mkdtempSync(join(tmpdir(), 'flexibees-platform-'));
  chmodSync(localDir, 0o755);
  port = await freePort();
});
afterAll(() => rmSync(localDir, { recursive: true, force: true }));

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
