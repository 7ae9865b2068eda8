import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/domain/kernel/ids';
import { stubEnvironment } from '@/testing/environment';
import { startRedis, type RedisServer } from '../../local/redis/server';
import { freePort } from '../../local/ports';
import { createLimiter, type Limit, type Limiter } from './rate-limit';
import { connectRedis } from './redis';

const TOKEN = 'a token of tests';
const limit = (overrides: Partial<Limit> = {}): Limit => ({
  name: 'sign-in-account',
  tries: 5,
  windowSeconds: 900,
  whenDown: 'refuse',
  ...overrides,
});
const limiterAt = (url: string, patienceMs?: number): Limiter => {
  const client = connectRedis(url, TOKEN);
  return createLimiter(
    () => client,
    () => 'a secret of tests',
    patienceMs === undefined ? undefined : { allow: patienceMs, refuse: patienceMs },
  );
};
/** The stand-in may be slow on a busy machine; how long is too long is tested below. */
const patient = (): Limiter => limiterAt(redis.url, 10_000);
/** How many of `count` tries at once pass, and the codes of those that do not. */
const storm = async (limiter: Limiter, key: string, count: number) => {
  const results = await Promise.allSettled(Array.from({ length: count }, () => limiter.take(limit(), key)));
  const refusals = results.flatMap((result) =>
    result.status === 'rejected' ? [(result.reason as { code: string }).code] : [],
  );
  return { passed: count - refusals.length, codes: [...new Set(refusals)] };
};

let dir: string;
let redis: RedisServer;
beforeAll(async () => {
  stubEnvironment();
  dir = await mkdtemp(join(tmpdir(), 'redis-'));
  redis = await startRedis({ dir, port: await freePort(), restPort: await freePort(), token: TOKEN });
});
afterAll(async () => {
  await redis.stop();
  await rm(dir, { recursive: true });
});

describe('a limit', () => {
  it('lets through as many tries of a key as it says, even all at once', async () => {
    const limiter = patient();
    expect(await storm(limiter, newId(), 20)).toEqual({ passed: 5, codes: ['rate_limited'] });
  });

  it('counts each key by itself and says how long to wait', async () => {
    const limiter = patient();
    const key = newId();
    await storm(limiter, key, 5);
    await expect(limiter.take(limit(), key)).rejects.toMatchObject({
      code: 'rate_limited',
      details: { retryAfterSeconds: expect.toSatisfy((wait: number) => wait >= 1 && wait <= 900) },
    });
    await expect(limiter.take(limit(), newId())).resolves.toBeUndefined();
  });

  it('gives a try back', async () => {
    const limiter = patient();
    const key = newId();
    await storm(limiter, key, 5);
    await limiter.giveBack(limit(), key);
    await expect(limiter.take(limit(), key)).resolves.toBeUndefined();
    await expect(limiter.take(limit(), key)).rejects.toMatchObject({ code: 'rate_limited' });
  });
});

describe('while Redis is away', () => {
  const hanging = http.createServer(() => undefined);
  const failing = http.createServer((_request, response) => response.writeHead(500).end('{"error":"down"}'));
  const urls: Record<string, string> = {};

  beforeAll(async () => {
    for (const [name, server] of Object.entries({ hangs: hanging, fails: failing })) {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      urls[name] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    }
    urls.refuses = `http://127.0.0.1:${await freePort()}`;
  });
  afterAll(() => {
    for (const server of [hanging, failing]) {
      server.close();
      server.closeAllConnections();
    }
  });

  it.each(['hangs', 'fails', 'refuses'])(
    'and %s, what guards a secret is refused within half a second',
    async (how) => {
      const limiter = limiterAt(urls[how]!);
      const started = performance.now();
      await expect(limiter.take(limit(), newId())).rejects.toMatchObject({ code: 'unavailable' });
      expect(performance.now() - started).toBeLessThan(500);
    },
  );

  it.each(['hangs', 'fails', 'refuses'])('and %s, reads go on', async (how) => {
    const limiter = limiterAt(urls[how]!);
    await expect(limiter.take(limit({ whenDown: 'allow' }), newId())).resolves.toBeUndefined();
    await expect(limiter.giveBack(limit(), newId())).resolves.toBeUndefined();
  });
});
