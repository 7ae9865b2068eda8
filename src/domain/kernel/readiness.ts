import { sql } from 'drizzle-orm';
import type { Redis } from '@upstash/redis';
import { database, type Database } from '@/db/client';

export interface Readiness {
  ready: boolean;
  parts: { database: 'ok' | 'failed'; redis: 'ok' | 'failed' };
}

const within = async (milliseconds: number, probe: Promise<unknown>): Promise<'ok' | 'failed'> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'failed'>((resolve) => {
    timer = setTimeout(() => resolve('failed'), milliseconds);
  });
  const answered = probe.then(
    () => 'ok' as const,
    () => 'failed' as const,
  );
  const outcome = await Promise.race([answered, late]);
  clearTimeout(timer);
  return outcome;
};

/** Whether this process can serve: its database and Redis each answer within `timeoutMs` milliseconds. Never throws. */
export const readiness = async (
  redis: Pick<Redis, 'ping'>,
  timeoutMs = 2000,
  db: Database = database(),
): Promise<Readiness> => {
  const [store, cache] = await Promise.all([
    within(timeoutMs, db.execute(sql`select 1`)),
    within(timeoutMs, redis.ping()),
  ]);
  return { ready: store === 'ok' && cache === 'ok', parts: { database: store, redis: cache } };
};
