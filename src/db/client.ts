import { neonConfig, Pool, type Client, type PoolClient } from '@neondatabase/serverless';
import { drizzle, type NeonDatabase } from 'drizzle-orm/neon-serverless';
import { env } from '@/env';

export type Database = NeonDatabase & { $client: Pool };
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

export interface DatabaseOptions {
  url: string;
  /** `host:port/path` of a WebSocket proxy in front of Postgres; unset on Neon. */
  wsProxy?: string | undefined;
  /** Most connections of this process. */
  max?: number;
  deadlines?: Deadlines;
}

/** Milliseconds that a part of a transaction may take. */
export interface Deadlines {
  /** Until a connection is free or made. */
  connectMs: number;
  /** A statement, as Postgres counts it. */
  statementMs: number;
  /** Between two statements of a transaction, as Postgres counts it. */
  idleMs: number;
  /** A statement, as this process counts it: for a server or a line that says nothing more. */
  silenceMs: number;
}

export const DEADLINES: Deadlines = {
  connectMs: 15_000,
  statementMs: 20_000,
  idleMs: 60_000,
  silenceMs: 25_000,
};

/** Ends a connection on which an answer is overdue: its rollback, and whoever would get it next, would wait as long again. */
const endWhenSilent = (client: PoolClient): void => {
  const ask = client.query.bind(client) as (...query: unknown[]) => unknown;
  const end = (client as unknown as Client).end.bind(client);
  const asked = (...query: unknown[]): unknown => {
    const answer = ask(...query);
    if (answer instanceof Promise) {
      answer.catch((error: unknown) => {
        if (error instanceof Error && error.message === 'Query read timeout') void end();
      });
    }
    return answer;
  };
  Object.assign(client, { query: asked });
};

/** Opens a pool through Neon's serverless driver; connections are made on first use. */
export const connect = ({
  url,
  wsProxy,
  max = 10,
  deadlines = DEADLINES,
}: DatabaseOptions): { db: Database; close: () => Promise<void> } => {
  if (wsProxy !== undefined) {
    neonConfig.wsProxy = () => wsProxy;
    neonConfig.useSecureWebSocket = false;
    neonConfig.pipelineConnect = false;
    neonConfig.coalesceWrites = false;
  }
  const pool = new Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: deadlines.connectMs,
    query_timeout: deadlines.silenceMs,
  });
  // A connection that dies, idle or in use, must not take the process with it: its query fails, the next opens another.
  pool.on('error', () => undefined);
  pool.on('connect', (client: PoolClient) => {
    client.on('error', () => undefined);
    endWhenSilent(client);
  });
  return { db: drizzle(pool), close: () => pool.end() };
};

let shared: Database | undefined;

/** The process's database, as the application's own role. */
export const database = (): Database =>
  (shared ??= connect({ url: env().DATABASE_URL, wsProxy: env().NEON_WS_PROXY }).db);
