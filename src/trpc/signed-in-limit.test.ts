import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { Database } from '@/db/client';
import { SIGNED_IN_LIMIT } from '@/domain/accounts/policy';
import type { Session } from '@/domain/accounts/sessions';
import { newId } from '@/domain/kernel/ids';
import { createLimiter } from '@/services/rate-limit';
import { connectRedis } from '@/services/redis';
import { testContext } from '@/testing/context';
import { stubEnvironment } from '@/testing/environment';
import { freePort } from '../../local/ports';
import { startRedis, type RedisServer } from '../../local/redis/server';
import { NO_EFFECTS, type RequestContext } from './context';
import { createCallerFactory, createRouter, publicProcedure } from './init';

const TOKEN = 'a token of tests';
const SECRET = 'a secret of at least thirty-two characters';
let dir: string;
let redis: RedisServer;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'redis-'));
  redis = await startRedis({ dir, port: await freePort(), restPort: await freePort(), token: TOKEN });
  stubEnvironment({
    UPSTASH_REDIS_REST_URL: redis.url,
    UPSTASH_REDIS_REST_TOKEN: TOKEN,
    APP_SECRET: SECRET,
  });
});
afterAll(async () => {
  await redis.stop();
  await rm(dir, { recursive: true });
});

const router = createRouter({
  change: publicProcedure.output(z.literal('changed')).mutation(() => 'changed' as const),
  read: publicProcedure.output(z.literal('read')).query(() => 'read' as const),
});
const callerOf = (who: Partial<RequestContext>) =>
  createCallerFactory(router)({
    ...testContext({} as Database, { kind: 'anonymous' }),
    session: null,
    candidateId: null,
    portalSessionId: null,
    clientAddress: '10.0.0.1',
    sameOrigin: true,
    ...NO_EFFECTS,
    ...who,
  });
const member = (id: string) => callerOf({ session: { user: { id } } as Session });

/** Counts `count` changes of a person without making them. */
const count = async (id: string, times: number): Promise<void> => {
  const client = connectRedis(redis.url, TOKEN);
  const patient = createLimiter(
    () => client,
    () => SECRET,
    { allow: 10_000, refuse: 10_000 },
  );
  for (let at = 0; at < times; at += 100) {
    const batch = Math.min(100, times - at);
    await Promise.all(Array.from({ length: batch }, () => patient.take(SIGNED_IN_LIMIT, id)));
  }
};
const refusal = {
  code: 'TOO_MANY_REQUESTS',
  cause: {
    code: 'rate_limited',
    details: { retryAfterSeconds: expect.toSatisfy((wait: number) => wait >= 1 && wait <= 60) },
  },
};

it('counts the changes of each signed-in person, member or candidate, and tells the time to wait past the limit', async () => {
  const minute = () => Math.floor(Date.now() / 60_000);
  /** Counts up to the limit within one window; false when it ended meanwhile. */
  const fill = async (id: string): Promise<boolean> => {
    const began = minute();
    await count(id, SIGNED_IN_LIMIT.tries);
    return minute() === began;
  };
  for (const caller of [(id: string) => member(id), (id: string) => callerOf({ candidateId: id })]) {
    let id = newId();
    while (!(await fill(id))) id = newId();
    await expect(caller(id).change()).rejects.toMatchObject(refusal);
    expect(await caller(id).read()).toBe('read');
    expect(await caller(newId()).change()).toBe('changed');
  }
});

it('counts nothing of a visitor here', async () => {
  expect(await callerOf({}).change()).toBe('changed');
});

it('lets signed-in work go on while Redis is away', async () => {
  await redis.stop();
  expect(await member(newId()).change()).toBe('changed');
});
