import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** Messages committed with the change that caused them; published after the commit (transactional outbox). */
export const outbox = pgTable(
  'outbox',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    topic: text('topic').notNull(),
    /** Ids only. */
    payload: jsonb('payload').notNull(),
    /** A business key: a second message with the same key is not inserted. */
    idempotencyKey: text('idempotency_key'),
    traceparent: text('traceparent'),
    attempts: integer('attempts').notNull().default(0),
    notBefore: instant('not_before').notNull(),
    leaseUntil: instant('lease_until'),
    sentAt: instant('sent_at'),
    messageId: text('message_id'),
    lastError: text('last_error'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('outbox_pending_idx')
      .on(table.notBefore)
      .where(sql`sent_at is null`),
    unique('outbox_idempotency_key').on(table.idempotencyKey),
  ],
);

/** Append-only and chained per organisation: each row's hash covers the one before it. */
export const auditLog = pgTable(
  'audit_log',
  {
    /** The zero UUID for what belongs to no organisation. */
    organizationId: uuid('organization_id').notNull(),
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    entity: text('entity').notNull(),
    entityId: text('entity_id').notNull(),
    /** Ids, states and counts; never personal data. */
    data: jsonb('data').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.sequence] }),
    index('audit_log_entity_idx').on(table.organizationId, table.entity, table.entityId),
  ],
);

/** The mirror of a message the queue gave up on. */
export const deadLetters = pgTable('dead_letters', {
  id: text('id').primaryKey(),
  topic: text('topic').notNull(),
  payload: jsonb('payload').notNull(),
  status: integer('status').notNull(),
  createdAt: instant('created_at').notNull(),
  redrivenAt: instant('redriven_at'),
});
