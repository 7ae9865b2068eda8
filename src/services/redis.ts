import { Redis } from '@upstash/redis';
import { env } from '@/env';

/** How long a command may take before Redis counts as away. */
export const REDIS_TIMEOUT_MS = 300;

/** A client that neither retries nor waits: an attempt that fails or takes too long throws. */
export const connectRedis = (url: string, token: string, timeoutMs = REDIS_TIMEOUT_MS): Redis =>
  new Redis({
    url,
    token,
    retry: false,
    enableTelemetry: false,
    // Given as a function, an abort throws; given as a signal it would be answered as if it were a result.
    signal: () => AbortSignal.timeout(timeoutMs),
  });

let shared: Redis | undefined;

/** The process's client of Upstash Redis over REST; no connection is held. */
export const redis = (): Redis =>
  (shared ??= connectRedis(env().UPSTASH_REDIS_REST_URL, env().UPSTASH_REDIS_REST_TOKEN));
