import type { Database, Transaction } from '@/db/client';
import type { Logger } from '@/services/log';
import type { Actor } from './actor';
import type { Trace } from './trace';

/** What every verb receives. Time and ids come from here, so that tests are deterministic. */
export interface Context {
  actor: Actor;
  db: Database;
  /** An open transaction to join instead of beginning one. */
  tx?: Transaction;
  now: () => Date;
  newId: () => string;
  log: Logger;
  trace: Trace;
}
