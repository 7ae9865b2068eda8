import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ratelimit } from '@upstash/ratelimit';
import { Redis } from '@upstash/redis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from './ports';
import { type RedisServer, startRedis } from './redis/server';

// Against the hosted service, by hand: CONTRACT_UPSTASH_REDIS_REST_URL and CONTRACT_UPSTASH_REDIS_REST_TOKEN.
const hosted = process.env['CONTRACT_UPSTASH_REDIS_REST_URL'];
const installed = spawnSync('redis-server', ['--version']).status === 0;
const dir = mkdtempSync(join(tmpdir(), 'flexibees-redis-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const start = async (engine: string): Promise<RedisServer> => {
  const [port, restPort] = [await freePort(), await freePort()];
  return startRedis({ dir, port, restPort, token: 'a token', embedded: engine === 'embedded' });
};

const engines = hosted === undefined ? ['embedded', ...(installed ? ['server'] : [])] : ['hosted'];

describe.each(engines)('%s', (engine) => {
  let server: RedisServer | undefined;
  let redis: Redis;
  // The embedded engine does not tell a value of the wrong type from one that is not there.
  const wrongType = engine === 'embedded' ? null : 'WRONGTYPE';
  const key = (): string => `contract:${randomUUID()}`;

  beforeAll(async () => {
    server = hosted === undefined ? await start(engine) : undefined;
    const token = process.env['CONTRACT_UPSTASH_REDIS_REST_TOKEN'] ?? 'a token';
    redis = new Redis({ url: hosted ?? server?.url, token, retry: false, enableTelemetry: false });
    return () => server?.stop();
  });

  test('keeps values of every kind', async () => {
    const [value, lock, hash, list, set] = [key(), key(), key(), key(), key()];
    await redis.set(value, { x: 1, ü: 'é✓' });
    expect(await redis.get(value)).toEqual({ x: 1, ü: 'é✓' });
    expect([
      await redis.set(lock, 'me', { nx: true, px: 5000 }),
      await redis.set(lock, 'you', { nx: true }),
    ]).toEqual(['OK', null]);
    expect(await redis.pttl(lock)).toBeGreaterThan(4000);
    await redis.hset(hash, { a: 1, b: 'two' });
    expect(await redis.hgetall(hash)).toEqual({ a: 1, b: 'two' });
    await redis.rpush(list, 'x', 'y', 'OK');
    expect(await redis.lrange(list, 0, -1)).toEqual(['x', 'y', 'OK']);
    await redis.zadd(set, { score: 1.5, member: 'm' }, { score: 2, member: 'n' });
    expect(await redis.zrange(set, 0, -1, { withScores: true })).toEqual(['m', 1.5, 'n', 2]);
    expect(await redis.get(key())).toBeNull();
  });

  test('runs pipelines, transactions and automatic batches', async () => {
    const [one, two] = [key(), key()];
    const pipeline = redis.pipeline().set(one, 1).incr(one).hget(one, 'field').get(one);
    const replies = await pipeline.exec({ keepErrors: true });
    const shown = replies.map((reply) => reply.error?.slice(0, 9) ?? reply.result);
    expect(shown).toEqual(['OK', 2, wrongType, 2]);
    expect(await redis.multi().set(two, 5).incr(two).get(two).exec()).toEqual(['OK', 6, 6]);
    expect(await Promise.all([redis.get(one), redis.get(two)])).toEqual([2, 6]);
  });

  test('sets an end where there is none, alone and in a transaction', async () => {
    const [one, two] = [key(), key()];
    const fill = (name: string, seconds: number) =>
      redis
        .multi()
        .hset(name, { [`until ${seconds}`]: 1 })
        .expire(name, seconds, 'NX')
        .exec();
    expect([await fill(one, 60), await fill(one, 3600)]).toEqual([
      [1, 1],
      [1, 0],
    ]);
    expect(await redis.ttl(one)).toBeLessThanOrEqual(60);
    await redis.set(two, 1);
    expect([await redis.expire(two, 60, 'XX'), await redis.expire(two, 60, 'NX')]).toEqual([0, 1]);
    expect([await redis.expire(two, 30, 'NX'), await redis.expire(two, 30, 'XX')]).toEqual([0, 1]);
    expect(await redis.ttl(two)).toBeLessThanOrEqual(30);
  });

  test('runs Lua, by text and by hash', async () => {
    const lock = key();
    await redis.set(lock, 'me');
    const unlock =
      'if redis.call("get",KEYS[1])==ARGV[1] then return redis.call("del",KEYS[1]) else return 0 end';
    expect([await redis.eval(unlock, [lock], ['you']), await redis.eval(unlock, [lock], ['me'])]).toEqual([
      0, 1,
    ]);
    await redis.set(lock, 'back');
    const hash = await redis.scriptLoad('return redis.call("GET",KEYS[1])');
    expect(await redis.evalsha(hash, [lock], [])).toBe('back');
    await expect(redis.evalsha('0'.repeat(40), [lock], [])).rejects.toThrow('NOSCRIPT');
  });

  test('refuses a wrong token, and what a shared connection cannot do', async () => {
    const stranger = new Redis({
      url: hosted ?? server?.url,
      token: 'wrong',
      retry: false,
      enableTelemetry: false,
    });
    await expect(stranger.get('x')).rejects.toThrow(/WRONGPASS|unauthorized/i);
    const response = await fetch(hosted ?? server!.url, {
      method: 'POST',
      headers: { authorization: `Bearer ${process.env['CONTRACT_UPSTASH_REDIS_REST_TOKEN'] ?? 'a token'}` },
      body: '["SUBSCRIBE", "x"]',
    });
    expect(response.status).toBe(400);
  });

  const limiters = {
    'fixed window': Ratelimit.fixedWindow(5, '60 s'),
    'sliding window': Ratelimit.slidingWindow(5, '60 s'),
    // The embedded engine cannot run this one's script.
    ...(engine === 'embedded' ? {} : { 'token bucket': Ratelimit.tokenBucket(5, '60 s', 5) }),
  };
  test.each(Object.entries(limiters))('limits rates by %s', async (_name, limiter) => {
    const limit = new Ratelimit({ redis, limiter, prefix: key(), ephemeralCache: false });
    const passed = [];
    for (let tries = 0; tries < 7; tries += 1) passed.push((await limit.limit('somebody')).success);
    expect(passed).toEqual([true, true, true, true, true, false, false]);
    expect((await limit.limit('somebody else')).success).toBe(true);
  });

  test('lets exactly as many through as allowed when 200 come at once', async () => {
    const limit = new Ratelimit({
      redis,
      limiter: Ratelimit.slidingWindow(50, '60 s'),
      prefix: key(),
      ephemeralCache: false,
    });
    const results = await Promise.all(Array.from({ length: 200 }, () => limit.limit('crowd')));
    expect(results.filter(({ success }) => success)).toHaveLength(50);
  });

  test.runIf(engine === 'server')('a real server keeps its data over a restart', async () => {
    const name = key();
    await redis.set(name, 'kept');
    await server?.stop();
    server = await start(engine);
    redis = new Redis({ url: server.url, token: 'a token', retry: false, enableTelemetry: false });
    expect(await redis.get(name)).toBe('kept');
  });
});
