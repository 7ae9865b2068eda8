import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { nightDue } from '@/domain/matching/nights';
import { queueClient, topicUrl } from '@/services/queue';

const TOPICS = ['match-night', 'match-batch', 'match-part', 'batch-ranked'];
const ASKED_EVERY_MS = 250;
/** The night's consumers may take a quarter of an hour each try. */
const PATIENCE_MS = 60 * 60_000;

/** What of a night, or of mails about it, is still to leave or to be answered for. */
const underWay = async (owner: pg.Pool, topics: readonly string[]): Promise<number> => {
  const { rows } = await owner.query<{ n: number }>(
    `select ((select count(*) from outbox where sent_at is null and topic = any($1))
       + (select count(*) from qstash.message where split_part(config ->> 'url', '/api/queue/', 2) = any($1))
       + (select count(*) from match_batches where state in ('queued', 'running')))::int as n`,
    [topics],
  );
  return rows[0]?.n ?? 0;
};

const settled = async (owner: pg.Pool, topics: readonly string[]): Promise<void> => {
  const deadline = Date.now() + PATIENCE_MS;
  while ((await underWay(owner, topics)) > 0) {
    if (Date.now() > deadline) throw new Error('The night does not end.');
    await pause(ASKED_EVERY_MS);
  }
};

/** Messages that QStash took of each topic, and how often it tried to deliver them, since an event of its log. */
const messagesSince = async (owner: pg.Pool, event: string) => {
  const { rows } = await owner.query<{ topic: string; messages: number; deliveries: number }>(
    `select split_part(detail ->> 'url', '/api/queue/', 2) as topic,
       (count(*) filter (where state = 'CREATED'))::int as messages,
       (count(*) filter (where state = 'ACTIVE'))::int as deliveries
     from qstash.event where id > $1 group by 1 order by 1`,
    [event],
  );
  return rows;
};

export interface Night {
  batchId: string;
  /** From the strike of the clock until every ranking is shown and told of. */
  seconds: number;
  /** Queue messages without those of mails. */
  messages: number;
  pairs: number;
  /** By topic, mails too. */
  byTopic: { topic: string; messages: number; deliveries: number }[];
}

/** A time zone where a night is due and none has begun today. */
const zoneDue = async (owner: pg.Pool): Promise<string> => {
  const { rows } = await owner.query<{ zone: string }>('select time_zone as zone from match_batches');
  const had = new Set(rows.map(({ zone }) => zone));
  const zones = Intl.supportedValuesOf('timeZone');
  const zone = zones.find((each) => !had.has(each) && nightDue(new Date(), each) !== null);
  if (zone === undefined) throw new RangeError('Every night of today has been.');
  return zone;
};

/**
 * Strikes the hour, as the schedule does, where a night is due, moving everybody's office there first: each zone has one night a
 * day. Comes back when nothing of it is under way, the mails about it included.
 */
export async function workOffNight(owner: pg.Pool): Promise<Night> {
  const zone = await zoneDue(owner);
  await owner.query('update organizations set time_zone = $1', [zone]);
  const { rows: log } = await owner.query<{ last: string }>(
    'select coalesce(max(id), 0) as last from qstash.event',
  );
  const last = log[0]?.last ?? '0';
  const begun = performance.now();
  await queueClient().publishJSON({ url: topicUrl('match-night'), body: {} });
  await settled(owner, TOPICS);
  const seconds = (performance.now() - begun) / 1000;
  await settled(owner, [...TOPICS, 'notification-send']);
  const { rows: found } = await owner.query<{ id: string; pairs: number }>(
    `select b.id, (select sum(pairs)::float8 from match_parts where batch_id = b.id) as pairs
     from match_batches b order by created_at desc limit 1`,
  );
  const byTopic = await messagesSince(owner, last);
  const messages = byTopic
    .filter(({ topic }) => TOPICS.includes(topic))
    .reduce((sum, each) => sum + each.messages, 0);
  return { batchId: found[0]?.id ?? '', seconds, messages, pairs: found[0]?.pairs ?? 0, byTopic };
}
