import { Pool, type PoolClient } from 'pg';

/** Either end of the pool: statements of one transaction share a client. */
export type Queryable = Pick<Pool, 'query'>;

const SCHEMA = `
create schema if not exists qstash;
create table if not exists qstash.message (
  seq bigint generated always as identity primary key,
  id text not null unique,
  state text not null default 'ready' check (state in ('ready', 'active', 'cancelling')),
  retried integer not null default 0,
  due_at timestamptz not null,
  config jsonb not null,
  body bytea not null,
  queue text generated always as (config->>'queueName') stored,
  flow_key text generated always as (config->>'flowControlKey') stored
);
create index if not exists message_due on qstash.message (due_at, seq) where state = 'ready';
create index if not exists message_queue on qstash.message (queue, seq) where queue is not null;
create table if not exists qstash.deduplication (
  key text primary key,
  message_id text not null,
  until timestamptz not null
);
create table if not exists qstash.dead_letter (
  id text primary key,
  message_id text not null,
  at timestamptz not null default clock_timestamp(),
  config jsonb not null,
  body bytea not null,
  response jsonb not null
);
create table if not exists qstash.event (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  message_id text not null,
  state text not null,
  detail jsonb not null
);
create index if not exists event_message on qstash.event (message_id);
create table if not exists qstash.queue (
  name text primary key,
  parallelism integer not null default 1,
  paused boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table if not exists qstash.url_group (
  name text primary key,
  endpoints jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table if not exists qstash.schedule (
  id text primary key,
  destination text not null,
  cron text not null,
  headers jsonb not null,
  body bytea not null,
  caller_ip text not null,
  paused boolean not null default false,
  nominal_at timestamptz not null,
  due_at timestamptz not null,
  last_at timestamptz,
  created_at timestamptz not null default now()
);
create table if not exists qstash.flow_control (
  key text primary key,
  paused boolean not null default false,
  parallelism integer,
  rate integer,
  period double precision
);`;

/** Any number: two stand-ins that start at once must not both create the schema. */
const SCHEMA_LOCK = 7_115_821;

/** Event log and expired deduplication keys are kept this long. */
const CLEAN = `
delete from qstash.deduplication where until < now();
delete from qstash.event where at < now() - interval '3 days'`;

/**
 * Opens the stand-in's own schema, making it when missing, and takes back what a killed stand-in was delivering: those
 * messages are delivered again.
 * @param url of a role that may create schemas
 */
export async function openDatabase(url: string): Promise<Pool> {
  const pool = new Pool({ connectionString: url, max: 10 });
  // A lost connection is reported to whoever uses it next; without listeners it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  await transaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [SCHEMA_LOCK]);
    await client.query(SCHEMA);
    await client.query(CLEAN);
    await client.query(`update qstash.message set state = 'ready' where state = 'active'`);
    await client.query(`delete from qstash.message where state = 'cancelling'`);
  });
  return pool;
}

/** Runs `work` in one transaction; rolls back when it throws. */
export async function transaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // After a failed rollback the connection is in an unknown state: do not give it back.
    const broken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    client.release(broken);
    throw error;
  }
}
