import { Redis } from '@upstash/redis';
import { env } from '@/env';

/** When a command is given up. Callers with less patience stop waiting earlier. */
const TIMEOUT_MS = 1000;

/** A client that neither retries nor waits: an attempt that fails or takes too long throws. */
export const connectRedis = (url: string, token: string): Redis =>
  new Redis({
    url,
    token,
    retry: false,
    enableTelemetry: false,
    // Given as a function, an abort throws; given as a signal it would be answered as if it were a result.
    signal: () => AbortSignal.timeout(TIMEOUT_MS),
  });

let shared: Redis | undefined;

/** The process's client of Upstash Redis over REST; no connection is held. */
export const redis = (): Redis =>
  (shared ??= connectRedis(env().UPSTASH_REDIS_REST_URL, env().UPSTASH_REDIS_REST_TOKEN));
