import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import {
  CHANNELS,
  DELIVERY_STATES,
  NOTIFICATION_EVENTS,
  type NotificationData,
} from '@/domain/notifications/schema';
import { organizations, users } from './accounts';
import { candidates } from './candidates';
import { id, instant, organizationId } from './columns';

export const notificationEvent = pgEnum('notification_event', NOTIFICATION_EVENTS);
export const channel = pgEnum('channel', CHANNELS);
export const deliveryState = pgEnum('delivery_state', DELIVERY_STATES);

/** One row per (recipient, event, channel); the dedupe key makes a repeated delivery a no-op. */
export const notifications = pgTable(
  'notifications',
  {
    id: id(),
    organizationId: organizationId().references(() => organizations.id),
    /** The recipient is a member or a candidate: exactly one of the two. */
    userId: uuid('user_id').references(() => users.id, { onDelete: 'cascade' }),
    candidateId: uuid('candidate_id').references(() => candidates.id, { onDelete: 'cascade' }),
    event: notificationEvent('event').notNull(),
    channel: channel('channel').notNull(),
    dedupeKey: text('dedupe_key').notNull(),
    /** Ids and counts, never names. */
    data: jsonb('data').$type<NotificationData>().notNull(),
    state: deliveryState('state').notNull().default('queued'),
    attempts: integer('attempts').notNull().default(0),
    providerId: text('provider_id'),
    lastError: text('last_error'),
    readAt: instant('read_at'),
    createdAt: instant('created_at').notNull(),
    movedAt: instant('moved_at').notNull(),
  },
  (table) => [
    unique('notifications_dedupe_key').on(table.dedupeKey),
    check('notifications_one_recipient', sql`num_nonnulls(user_id, candidate_id) = 1`),
    index('notifications_candidate_idx').on(table.candidateId, table.channel, table.createdAt),
    index('notifications_user_idx').on(table.organizationId, table.userId, table.channel, table.createdAt),
  ],
);
