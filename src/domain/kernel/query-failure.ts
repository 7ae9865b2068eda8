import { DrizzleQueryError } from 'drizzle-orm';
import { DomainError } from './errors';

/** A query that Postgres refused, without its values: drivers quote parameters and cells, which may say who someone is. */
export class QueryError extends Error {
  override readonly name = 'QueryError';

  constructor(
    /** Five characters of the SQL standard's table, such as `22P02`; null when the driver gave none. */
    readonly sqlState: string | null,
    /** The constraint, else the routine of Postgres, that refused. */
    refusedBy: string,
    query: string,
  ) {
    super(`Postgres ${sqlState ?? 'without a state'} (${refusedBy}): ${query.slice(0, 400)}`);
  }
}

/** Two that changed the same thing at the same moment: a unique key, a serialisation failure, a deadlock. */
const RACES = new Set(['23505', '40001', '40P01']);
/** No connection, the server is going or coming, no resources, too late (https://www.postgresql.org/docs/17/errcodes-appendix.html). */
const AWAY = /^(?:08|53|57014|57P0[1-5]|25P0[34])/;

const textOf = (from: object, key: string): string | null => {
  const value: unknown = Reflect.get(from, key);
  return typeof value === 'string' && value !== '' ? value : null;
};

const away = (cause: unknown): DomainError =>
  new DomainError('unavailable', 'The database does not answer. Try again in a minute.', { cause });

/**
 * What a failed transaction is told as: `conflict` for one that lost a race, `unavailable` when Postgres is away, a
 * `QueryError` for any other refusal. What is no driver's error comes back as it is; `begun` says whether the
 * transaction's own work had begun, so that the error may be one of it.
 */
export const queryFailure = (error: unknown, begun: boolean): unknown => {
  // Neon's driver rejects with the event of its socket when no connection can be made.
  if (!(error instanceof Error)) return away(undefined);
  const inQuery = error instanceof DrizzleQueryError;
  // Outside a query the driver's errors have words only, such as "Connection terminated unexpectedly".
  if (!inQuery && !begun) return away(error);
  const driver = inQuery ? (error.cause ?? error) : error;
  const code = textOf(driver, 'code');
  const sqlState = code !== null && /^[0-9A-Z]{5}$/.test(code) ? code : null;
  if (sqlState === null && !inQuery) return error;
  const refusedBy = textOf(driver, 'constraint') ?? textOf(driver, 'routine') ?? 'no routine';
  const safe = new QueryError(sqlState, refusedBy, inQuery ? error.query : '');
  if (sqlState === null || AWAY.test(sqlState)) return away(safe);
  if (RACES.has(sqlState)) {
    const words = 'Somebody changed the same thing at this moment. Try again.';
    return new DomainError('conflict', words, { cause: safe });
  }
  const frames = error.stack?.slice(error.stack.indexOf(error.message) + error.message.length) ?? '';
  safe.stack = `${safe.name}: ${safe.message}${frames}`;
  return safe;
};
