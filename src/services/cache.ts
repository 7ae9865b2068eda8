import type { Redis } from '@upstash/redis';
import { BrokenCircuitError, circuitBreaker, ConsecutiveBreaker, handleAll } from 'cockatiel';
import type { ZodType } from 'zod';
import { logger } from './log';
import { redis } from './redis';
import { within } from './within';

export interface CacheOptions {
  /** How long one call to Redis is waited for. */
  patienceMs: number;
  /** So many failures in a row, and Redis is not asked any more … */
  failures: number;
  /** … until this long after, when one call tries it again. */
  pauseMs: number;
}

const OPTIONS: CacheOptions = { patienceMs: 80, failures: 3, pauseMs: 10_000 };

export interface Entry<T> {
  /** What is forgotten together. */
  group: string;
  /** All that the value depends on besides the group: a value that would be another one has another name. */
  name: string;
  /** The longest that the value lies in Redis. */
  seconds: number;
  /** What lies there is checked by it: a value of another release, or no value at all, is made anew. */
  schema: ZodType<T>;
}

export interface Cache {
  /** What is kept under the entry's name; else what `make` gives, which is then kept. Throws only what `make` throws. */
  read: <T>(entry: Entry<T>, make: () => Promise<T>) => Promise<T>;
  /** Drops whatever is kept in these groups. Never throws; what could not be dropped ends with its time. */
  forget: (groups: readonly string[]) => Promise<void>;
  /** What became of the calls so far. `skipped` were not made because Redis was away. */
  counts: () => Readonly<Record<Outcome, number>>;
}

type Outcome = 'hits' | 'misses' | 'failures' | 'skipped';

/**
 * A cache over one Redis that makes reads cheaper and never anything else: a dead or hung Redis costs `patienceMs` a few times, then
 * nothing. Each group is a hash, so that it goes with one command, and ends `seconds` after its first value.
 */
export const createCache = (client: () => Redis, options: CacheOptions = OPTIONS): Cache => {
  const counts: Record<Outcome, number> = { hits: 0, misses: 0, failures: 0, skipped: 0 };
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: options.pauseMs,
    breaker: new ConsecutiveBreaker(options.failures),
  });
  breaker.onBreak(() => logger().warn('cache is away', { count: counts.failures }));
  breaker.onReset(() => logger().info('cache is back'));

  /** The answer of Redis, or null when there is none. */
  const ask = async <T>(command: (redis: Redis) => Promise<T>): Promise<{ answer: T } | null> => {
    try {
      return await breaker.execute(async () => {
        const reply = Promise.resolve().then(async () => ({ answer: await command(client()) }));
        const given = await within(options.patienceMs, reply);
        if (given === null) throw new Error('Redis gave no answer');
        return given;
      });
    } catch (error) {
      counts[error instanceof BrokenCircuitError ? 'skipped' : 'failures'] += 1;
      return null;
    }
  };

  return {
    read: async ({ group, name, seconds, schema }, make) => {
      const kept = await ask((redis) => redis.hget(group, name));
      const known = schema.safeParse(kept?.answer);
      if (known.success) {
        counts.hits += 1;
        return known.data;
      }
      const value = await make();
      // Whoever did not answer just now is not asked to keep it either.
      if (kept === null) return value;
      counts.misses += 1;
      await ask((redis) =>
        redis
          .multi()
          .hset(group, { [name]: value })
          .expire(group, seconds, 'NX')
          .exec(),
      );
      return value;
    },
    forget: async (groups) => {
      if (groups.length > 0) await ask((redis) => redis.del(...groups));
    },
    counts: () => ({ ...counts }),
  };
};

let shared: Cache | undefined;

/** The process's cache. */
export const cache = (): Cache => (shared ??= createCache(redis));
