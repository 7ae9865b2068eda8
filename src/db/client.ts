import { neonConfig, Pool, type PoolClient } from '@neondatabase/serverless';
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
}

/** Opens a pool through Neon's serverless driver; connections are made on first use. */
export const connect = ({
  url,
  wsProxy,
  max = 10,
}: DatabaseOptions): { db: Database; close: () => Promise<void> } => {
  if (wsProxy !== undefined) {
    neonConfig.wsProxy = () => wsProxy;
    neonConfig.useSecureWebSocket = false;
    neonConfig.pipelineConnect = false;
    neonConfig.coalesceWrites = false;
  }
  const pool = new Pool({ connectionString: url, max });
  // A connection that dies, idle or in use, must not take the process with it: its query fails, the next opens another.
  pool.on('error', () => undefined);
  pool.on('connect', (client: PoolClient) => client.on('error', () => undefined));
  return { db: drizzle(pool), close: () => pool.end() };
};

let shared: Database | undefined;

/** The process's database, as the application's own role. */
export const database = (): Database =>
  (shared ??= connect({ url: env().DATABASE_URL, wsProxy: env().NEON_WS_PROXY }).db);
