import { createHmac } from 'node:crypto';
import { Ratelimit } from '@upstash/ratelimit';
import type { Redis } from '@upstash/redis';
import { DomainError } from '@/domain/kernel/errors';
import { env } from '@/env';
import { logger } from './log';
import { redis } from './redis';
import { within } from './within';

/** How long Redis is waited for: somewhat longer where the alternative is to refuse somebody who did nothing wrong. */
const PATIENCE_MS = { allow: 300, refuse: 450 } as const;

export interface Limit {
  name: string;
  tries: number;
  /** Fixed windows: a burst around a window's end can reach twice `tries` within one window's length. */
  windowSeconds: number;
  /** What happens while Redis is away: reads go on, what guards a secret does not. */
  whenDown: 'refuse' | 'allow';
}

export interface Limiter {
  /** Counts one try of `key`. Throws `rate_limited` past the limit and, when so asked, `unavailable` without Redis. */
  take: (limit: Limit, key: string) => Promise<void>;
  /** Takes one counted try back; a failure to do so only makes the limit stricter. */
  giveBack: (limit: Limit, key: string) => Promise<void>;
}

const refused = (reset: number): DomainError => {
  const retryAfterSeconds = Math.max(1, Math.ceil((reset - Date.now()) / 1000));
  const minutes = Math.ceil(retryAfterSeconds / 60);
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return new DomainError('rate_limited', `Too many tries. Wait ${wait}, then try again.`, {
    retryAfterSeconds,
  });
};

/** A limiter over one Redis. Keys are stored as HMACs: they are addresses of people. */
export const createLimiter = (
  client: () => Redis,
  secret: () => string,
  patience: Record<Limit['whenDown'], number> = PATIENCE_MS,
): Limiter => {
  const limiters = new Map<string, Ratelimit>();
  const limiterOf = (limit: Limit): Ratelimit => {
    const known = limiters.get(limit.name);
    if (known !== undefined) return known;
    const made = new Ratelimit({
      redis: client(),
      prefix: `limit:${limit.name}`,
      limiter: Ratelimit.fixedWindow(limit.tries, `${limit.windowSeconds} s`),
      // Its own time-out would count as success.
      timeout: 0,
      ephemeralCache: false,
    });
    limiters.set(limit.name, made);
    return made;
  };
  const hidden = (key: string): string =>
    createHmac('sha256', secret()).update(`limit:${key}`).digest('base64url');

  return {
    take: async (limit, key) => {
      const answer = await within(patience[limit.whenDown], limiterOf(limit).limit(hidden(key)));
      if (answer !== null) {
        if (!answer.success) throw refused(answer.reset);
        return;
      }
      logger().warn('rate limit could not be counted', { reason: limit.name });
      if (limit.whenDown === 'refuse') {
        throw new DomainError('unavailable', 'We cannot do this safely right now. Try again in a minute.');
      }
    },
    giveBack: async (limit, key) => {
      await within(patience[limit.whenDown], limiterOf(limit).limit(hidden(key), { rate: -1 }));
    },
  };
};

let shared: Limiter | undefined;

/** The process's limiter. */
export const limiter = (): Limiter => (shared ??= createLimiter(redis, () => env().APP_SECRET));
