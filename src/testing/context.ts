import type { Database } from '@/db/client';
import type { Actor } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { newId } from '@/domain/kernel/ids';
import { continueTrace } from '@/domain/kernel/trace';
import { createLogger } from '@/services/log';

export const WORKER: Actor = { kind: 'worker', name: 'test' };

/** A context whose clock stands at `at` until `overrides.now` says otherwise. */
export const testContext = (db: Database, actor: Actor, overrides: Partial<Context> = {}): Context => ({
  actor,
  db,
  now: () => new Date('2026-11-23T09:00:00.000Z'),
  newId,
  log: createLogger(undefined, 'silent'),
  trace: continueTrace(),
  ...overrides,
});
