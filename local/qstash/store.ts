import { randomBytes } from 'node:crypto';
import type { Queryable } from './database';
import type { Draft, MessageConfig, Outcome, Receipt, StoredMessage } from './message';

/** QStash forgets a deduplication id after ten minutes. */
const DEDUPLICATION_MS = 600_000;

/** Part of a configuration that the event log shows. */
const LOGGED = `config - '{header,callbackHeaders,failureCallbackHeaders}'::text[]`;

/**
 * Stores messages unless their deduplication id is known, all or none.
 * @param holdMs extra real milliseconds for each draft
 * @returns one receipt for each draft, in order
 */
export async function insertMessages(
  db: Queryable,
  drafts: Draft[],
  timeScale: number,
  holdMs: (draft: Draft) => number,
): Promise<Receipt[]> {
  const rows = drafts.map((draft) => ({
    id: `msg_${randomBytes(18).toString('base64url')}`,
    key: draft.deduplicationId === undefined ? null : deduplicationKey(draft),
    config: draft.config,
    body: draft.body.toString('base64'),
    wait: draft.delay * timeScale + holdMs(draft),
  }));
  const keys = rows.map(({ key }) => key).filter((key) => key !== null);
  if (keys.length > 0)
    await db.query('delete from qstash.deduplication where key = any($1) and until < now()', [keys]);
  const { rows: stored } = await db.query<{ id: string }>(
    `with draft as (
       select ordinality, value->>'id' as id, value->>'key' as key, value->'config' as config,
         decode(value->>'body', 'base64') as body, now() + (value->>'wait')::float8 * interval '1 ms' as due_at
       from jsonb_array_elements($1) with ordinality
     ), fresh as (
       insert into qstash.deduplication (key, message_id, until)
       select key, id, now() + $2 * interval '1 ms' from draft where key is not null order by ordinality
       on conflict (key) do nothing returning message_id
     ), stored as (
       insert into qstash.message (id, due_at, config, body)
       select id, due_at, config, body from draft
       where key is null or id in (select message_id from fresh) order by ordinality
       returning id, config
     ), queued as (
       insert into qstash.queue (name) select distinct config->>'queueName' from stored
       where config ? 'queueName' on conflict do nothing
     ), logged as (
       insert into qstash.event (message_id, state, detail) select id, 'CREATED', ${LOGGED} from stored
     )
     select id from stored`,
    [JSON.stringify(rows), DEDUPLICATION_MS * timeScale],
  );
  const fresh = new Set(stored.map(({ id }) => id));
  const known = await firstIds(
    db,
    rows.filter(({ id }) => !fresh.has(id)).map(({ key }) => key),
  );
  return rows.map(({ id, key }) =>
    fresh.has(id) ? { messageId: id } : { messageId: known.get(key ?? '') ?? id, deduplicated: true },
  );
}

/** A URL group's endpoints share the publisher's id, but each must get its message. */
const deduplicationKey = ({ deduplicationId, config }: Draft): string =>
  config.topicName === undefined ? `${deduplicationId}` : `${deduplicationId} ${config.url}`;

async function firstIds(db: Queryable, keys: (string | null)[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const { rows } = await db.query<{ key: string; message_id: string }>(
    'select key, message_id from qstash.deduplication where key = any($1)',
    [keys],
  );
  return new Map(rows.map((row) => [row.key, row.message_id]));
}

export type Candidate = {
  id: string;
  config: MessageConfig;
  /** Milliseconds until it may be delivered; not above 0 when it is due. */
  wait: number;
  queueParallelism: number;
};

/**
 * Lists the messages that come next, the due ones first, so that the first one that is not due tells how long to sleep.
 * In a queue of parallelism 1 only its oldest message is listed, even while that one waits for a retry.
 */
export async function listCandidates(
  db: Queryable,
  queues: string[],
  flowKeys: string[],
  limit: number,
): Promise<Candidate[]> {
  const { rows } = await db.query<Candidate>(
    `select m.id, m.config, extract(epoch from m.due_at - clock_timestamp())::float8 * 1000 as wait,
       coalesce(q.parallelism, 1) as "queueParallelism"
     from qstash.message m left join qstash.queue q on q.name = m.queue
     where m.state = 'ready' and not coalesce(q.paused, false)
       and (m.queue is null or m.queue <> all($1)) and (m.flow_key is null or m.flow_key <> all($2))
       and (m.queue is null or coalesce(q.parallelism, 1) > 1
         or not exists (select from qstash.message older where older.queue = m.queue and older.seq < m.seq))
     order by m.due_at, m.seq limit $3`,
    [queues, flowKeys, limit],
  );
  return rows;
}

/** Takes messages for delivery; one that was cancelled or taken meanwhile is left out. */
export async function claimMessages(db: Queryable, ids: string[]): Promise<StoredMessage[]> {
  const { rows } = await db.query<StoredMessage>(
    `with claimed as (
       update qstash.message set state = 'active' where id = any($1) and state = 'ready'
       returning seq, id, retried, config, body
     ), logged as (
       insert into qstash.event (message_id, state, detail) select id, 'ACTIVE', ${LOGGED} from claimed
     )
     select * from claimed`,
    [ids],
  );
  return rows.toSorted((one, two) => Number(one.seq) - Number(two.seq));
}

/** Ends a message well. */
export async function recordDelivered(db: Queryable, id: string, status: number): Promise<void> {
  await db.query(
    `with done as (delete from qstash.message where id = $1 returning id, config)
     insert into qstash.event (message_id, state, detail)
     select id, 'DELIVERED', ${LOGGED} || jsonb_build_object('responseStatus', $2::int) from done`,
    [id, status],
  );
}

/** Ends a message that was cancelled while it was under way. @returns whether it was */
export async function recordCancelled(db: Queryable, id: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `with done as (delete from qstash.message where id = $1 and state = 'cancelling' returning id, config)
     insert into qstash.event (message_id, state, detail) select id, 'CANCELED', ${LOGGED} from done`,
    [id],
  );
  return rowCount === 1;
}

/** Puts a failed message back for another try after `waitMs` real milliseconds. */
export async function recordRetry(
  db: Queryable,
  id: string,
  outcome: Outcome,
  waitMs: number,
): Promise<void> {
  await db.query(
    `with again as (
       update qstash.message set state = 'ready', retried = retried + 1, due_at = now() + $3 * interval '1 ms'
       where id = $1 returning id, config, due_at
     )
     insert into qstash.event (message_id, state, detail)
     select id, 'ERROR', ${LOGGED} || $2::jsonb from again
     union all
     select id, 'RETRY', ${LOGGED} || jsonb_build_object('nextDeliveryTime', floor(extract(epoch from due_at) * 1000))
     from again`,
    [id, JSON.stringify(responseDetail(outcome)), waitMs],
  );
}

/** Moves a message that will not be tried again to the dead letters. @returns its id there */
export async function recordDead(db: Queryable, message: StoredMessage, outcome: Outcome): Promise<string> {
  const dlqId = `${Date.now()}-${message.seq}`;
  await db.query(
    `with dead as (delete from qstash.message where id = $1 returning id, config, body), letter as (
       insert into qstash.dead_letter (id, message_id, config, body, response)
       select $2, id, config, body, $3::jsonb from dead
     )
     insert into qstash.event (message_id, state, detail)
     select id, state, ${LOGGED} || $3::jsonb from dead, unnest('{ERROR,FAILED}'::text[]) as state`,
    [message.id, dlqId, JSON.stringify(responseDetail(outcome))],
  );
  return dlqId;
}

/** A text body is shown as text, any other as base64, as QStash does. */
function responseDetail({ status, header, body, error }: Outcome): Record<string, unknown> {
  return {
    responseStatus: status,
    responseHeader: header,
    ...bodyFields(body, 'responseBody'),
    ...(error === undefined ? {} : { error }),
  };
}

/** @returns `{<name>: text}`, or `{<name>Base64: …}` when the bytes are not UTF-8 */
export function bodyFields(body: Buffer, name: 'body' | 'responseBody'): Record<string, string> {
  const text = body.toString('utf8');
  // PostgreSQL's JSON cannot hold NUL.
  return Buffer.from(text).equals(body) && !text.includes('\0')
    ? { [name]: text }
    : { [`${name}Base64`]: body.toString('base64') };
}
