import { randomUUID } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Client } from '@upstash/qstash';
import { beforeAll, beforeEach, expect, inject, onTestFinished, test, vi } from 'vitest';
import { createDatabase, withDatabase } from '../database';
import { freePort } from '../ports';
import { type Receiver, startReceiver } from './receiver';
import { type QstashOptions, startQstash } from './server';
import type { SettingsPatch } from './settings';

vi.spyOn(console, 'warn').mockImplementation(() => undefined);
vi.spyOn(console, 'error').mockImplementation(() => undefined);

let options: QstashOptions;
let client: Client;
let receiver: Receiver;

beforeAll(async () => {
  const databaseUrl = withDatabase(inject('postgres').ownerUrl, `qstash_${randomUUID().slice(0, 8)}`);
  await createDatabase(databaseUrl);
  const keys = { currentSigningKey: 'sig_current_key', nextSigningKey: 'sig_next_key' };
  options = { port: await freePort(), databaseUrl, token: 'a token', ...keys };
  client = new Client({
    baseUrl: `http://127.0.0.1:${options.port}`,
    token: options.token,
    retry: { retries: 20, backoff: () => 100 },
    devMode: false,
  });
});
beforeEach(async () => {
  receiver = await startReceiver();
  return () => receiver.stop();
});

const local = async (method: string, path: string, body?: unknown): Promise<unknown> => {
  const response = await fetch(`http://127.0.0.1:${options.port}/local/${path}`, {
    method,
    headers: { authorization: `Bearer ${options.token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return response.json();
};
const idle = { due: 0, waiting: 0, active: 0 };
const drained = (): Promise<void> =>
  expect.poll(() => local('GET', 'stats'), { timeout: 15_000 }).toMatchObject(idle);

const withStandIn = async (settings: SettingsPatch, work: () => Promise<void>): Promise<void> => {
  const standIn = await startQstash({ ...options, settings });
  try {
    await local('POST', 'reset');
    await work();
  } finally {
    await standIn.stop();
  }
};

/** Publishes numbers 0 … count-1, trying each until it is accepted, as an outbox does. */
const publishAll = async (count: number): Promise<void> => {
  await Promise.all(
    Array.from({ length: count }, async (_, body) => {
      const message = {
        url: `${receiver.url}/work`,
        body,
        deduplicationId: `n${body}`,
        retries: 5,
        retryDelay: '1000',
      };
      while (!(await client.publishJSON(message).then(Boolean, () => false)));
    }),
  );
};
const deliveries = (): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const { body } of receiver.to('/work')) counts.set(Number(body), (counts.get(Number(body)) ?? 0) + 1);
  return counts;
};

test('injects duplicates, lost answers, refused publishes and disorder, and still loses nothing', async () => {
  const faults = {
    duplicate: 0.2,
    dropAck: 0.2,
    delay: 0.1,
    delayMs: 100,
    reorder: 0.3,
    failPublish: 0.1,
    dropReply: 0.1,
  };
  await withStandIn({ timeScale: 0.001, faults }, async () => {
    await publishAll(300);
    await drained();
    const counts = [...deliveries().values()];
    const twice = counts.filter((count) => count > 1).length;
    expect(counts).toHaveLength(300);
    expect(twice / 300).toBeGreaterThan(0.2);
    expect(twice / 300).toBeLessThan(0.5);
    const order = [...deliveries().keys()];
    expect(order).not.toEqual(order.toSorted((one, two) => one - two));
    expect(await local('GET', 'stats')).toMatchObject({ dead: 0 });
  });
});

test('repeats its faults for a seed and changes them with it', async () => {
  const run = async (seed: number): Promise<unknown> => {
    let counts: unknown;
    const faults = { seed, duplicate: 0.3, dropAck: 0.2 };
    await withStandIn({ timeScale: 0.001, faults }, async () => {
      await publishAll(100);
      await drained();
      counts = [...deliveries()].toSorted(([one], [two]) => one - two);
    });
    receiver.received.length = 0;
    return counts;
  };
  const first = await run(7);
  expect(await run(7)).toEqual(first);
  expect(await run(8)).not.toEqual(first);
});

test('takes new faults and another time scale while it runs, and refuses nonsense', async () => {
  await withStandIn({}, async () => {
    const changed = await local('PATCH', 'settings', { faults: { failPublish: 1 }, timeScale: 0.5 });
    expect(changed).toMatchObject({ faults: { failPublish: 1, duplicate: 0 }, timeScale: 0.5 });
    await expect(client.publishJSON({ url: receiver.url, body: 1 })).rejects.toMatchObject({ status: 500 });
    expect(await local('PATCH', 'settings', { faults: { duplicate: 2 } })).toMatchObject({
      error: expect.any(String),
    });
    await local('PATCH', 'settings', { faults: { failPublish: 0 } });
    await client.publishJSON({ url: receiver.url, body: 1 });
  });
});

const startChild = async (): Promise<ChildProcess> => {
  const script = `import('./local/qstash/server.ts').then(async ({ startQstash }) => {
    await startQstash(${JSON.stringify({ ...options, settings: { timeScale: 0.001, concurrency: 5 } })});
    console.log('ready');
  });`;
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
};

test('killed again and again, it delivers every message that it accepted', async () => {
  let child = await startChild();
  const publishing = publishAll(300);
  for (const share of [50, 120, 200]) {
    await expect
      .poll(() => receiver.received.length, { timeout: 15_000, interval: 1 })
      .toBeGreaterThan(share);
    child.kill('SIGKILL');
    await once(child, 'exit');
    child = await startChild();
  }
  await publishing;
  await drained();
  child.kill('SIGKILL');
  expect(deliveries().size).toBe(300);
}, 40_000);

test('a schedule fires again and again, once each time, and survives a restart', async () => {
  const destination = `${receiver.url}/minutely`;
  await withStandIn({ timeScale: 0.002 }, async () => {
    await client.schedules.create({ destination, cron: '* * * * *', scheduleId: 'minutely', body: 'tick' });
    await expect.poll(() => receiver.to('/minutely').length, { timeout: 15_000 }).toBeGreaterThanOrEqual(3);
    expect(receiver.received[0]!.headers['upstash-schedule-id']).toBe('minutely');
  });
  const before = receiver.received.length;
  const standIn = await startQstash({ ...options, settings: { timeScale: 0.002 } });
  await expect.poll(() => receiver.received.length, { timeout: 15_000 }).toBeGreaterThan(before + 1);
  await client.schedules.delete('minutely');
  const { logs } = await client.logs({ filter: { scheduleId: 'minutely', state: 'CREATED' } });
  await standIn.stop();
  const fired = logs.map(({ time }) => time).toSorted((one, two) => one - two);
  const gaps = fired.slice(1).map((time, index) => time - fired[index]!);
  // A minute lasts 120 ms.
  for (const gap of gaps) expect(gap).toBeGreaterThan(60);
});
