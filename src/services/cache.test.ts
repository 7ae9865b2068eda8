import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from '@/domain/kernel/ids';
import { stubEnvironment } from '@/testing/environment';
import { startRedisProcess, type RedisProcess } from '@/testing/redis';
import { createCache, type Cache } from './cache';
import { connectRedis } from './redis';

const schema = z.object({ words: z.string() });
/** The stand-in may be slow on a busy machine; how long is too long is tested below. */
const PATIENT = { patienceMs: 10_000, failures: 3, pauseMs: 60_000 };

const clientOf = ({ env }: RedisProcess) =>
  connectRedis(env.UPSTASH_REDIS_REST_URL, env.UPSTASH_REDIS_REST_TOKEN);
const cacheAt = (redis: RedisProcess, options = PATIENT): Cache => {
  const client = clientOf(redis);
  return createCache(() => client, options);
};
/** Reads the entry; says how often it had to be made. */
const reading = (cache: Cache, group: string) => {
  let made = 0;
  const read = (name = 'name', words = 'अकाउंटेंट, mornings', seconds = 60) =>
    cache.read({ group, name, seconds, schema }, async () => {
      made += 1;
      return { words };
    });
  return { read, made: () => made };
};

let redis: RedisProcess;
beforeAll(async () => {
  stubEnvironment();
  redis = await startRedisProcess();
});
afterAll(() => redis.kill());

describe('a cache', () => {
  it('makes a value once, whoever reads it, and another one for another name or group', async () => {
    const [group, other] = [newId(), newId()];
    const cache = cacheAt(redis);
    const first = reading(cache, group);
    expect(await first.read()).toEqual({ words: 'अकाउंटेंट, mornings' });
    expect(await first.read('name', 'what is not asked for')).toEqual({ words: 'अकाउंटेंट, mornings' });
    expect(await first.read('another', 'evenings')).toEqual({ words: 'evenings' });
    expect(first.made()).toBe(2);
    const second = reading(cacheAt(redis), group);
    await second.read();
    expect(second.made()).toBe(0);
    const third = reading(cache, other);
    await third.read();
    expect(third.made()).toBe(1);
    expect(cache.counts()).toEqual({ hits: 1, misses: 3, failures: 0, skipped: 0 });
  });

  it('forgets groups whole', async () => {
    const [group, other] = [newId(), newId()];
    const cache = cacheAt(redis);
    const [one, two] = [reading(cache, group), reading(cache, other)];
    for (const name of ['a', 'b']) {
      await one.read(name);
      await two.read(name);
    }
    await cache.forget([group]);
    for (const name of ['a', 'b']) {
      await one.read(name);
      await two.read(name);
    }
    expect([one.made(), two.made()]).toEqual([4, 2]);
  });

  it('lets a group end with the time of its first value, however often it is filled', async () => {
    const group = newId();
    const cache = cacheAt(redis);
    const { read } = reading(cache, group);
    await read('first', 'words', 60);
    await read('second', 'words', 3_600);
    expect(await clientOf(redis).ttl(group)).toBeLessThanOrEqual(60);
    expect(await clientOf(redis).ttl(group)).toBeGreaterThan(0);
  });

  it.each([['a text'], [{ words: 7 }], ['{"words":'], [null]])(
    'makes anew what lies there as %j',
    async (kept) => {
      const group = newId();
      await clientOf(redis).hset(group, { name: kept });
      const { read, made } = reading(cacheAt(redis), group);
      expect(await read('name', 'fresh')).toEqual({ words: 'fresh' });
      expect(await read('name', 'fresher')).toEqual({ words: 'fresh' });
      expect(made()).toBe(1);
    },
  );

  it('throws what making throws, and keeps nothing', async () => {
    const group = newId();
    const cache = cacheAt(redis);
    const failing = cache.read({ group, name: 'name', seconds: 60, schema }, () =>
      Promise.reject(new Error('no database')),
    );
    await expect(failing).rejects.toThrow('no database');
    const { read, made } = reading(cache, group);
    await read();
    expect(made()).toBe(1);
  });
});

describe('while Redis is away', () => {
  const hurried = { patienceMs: 60, failures: 3, pauseMs: 300 };

  it.each(['hung', 'killed'] as const)(
    'and %s, each read makes its value; after three failures Redis is not asked',
    async (how) => {
      const own = await startRedisProcess();
      if (how === 'hung') own.hang();
      else await own.kill();
      const cache = cacheAt(own, { ...hurried, pauseMs: 60_000 });
      const { read, made } = reading(cache, newId());
      const times: number[] = [];
      for (let round = 0; round < 20; round += 1) {
        const started = performance.now();
        await read();
        times.push(performance.now() - started);
      }
      await cache.forget([newId()]);
      expect(made()).toBe(20);
      expect(cache.counts()).toEqual({ hits: 0, misses: 0, failures: 3, skipped: 18 });
      expect(Math.max(...times)).toBeLessThan(300);
      expect(times.slice(3).sort((a, b) => a - b)[8]).toBeLessThan(20);
      await own.kill();
    },
  );

  it('tries it again after a while, and uses it once it answers', async () => {
    const own = await startRedisProcess();
    own.hang();
    const cache = cacheAt(own, hurried);
    const { read } = reading(cache, newId());
    for (let round = 0; round < 5; round += 1) await read();
    expect(cache.counts().skipped).toBe(2);
    own.wake();
    await expect
      .poll(
        async () => {
          await read();
          return cache.counts().hits;
        },
        { timeout: 15_000 },
      )
      .toBeGreaterThan(0);
    await own.kill();
  });
});
