import { index, integer, jsonb, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { CHANNELS, DELIVERY_STATES, NOTIFICATION_EVENTS } from '@/domain/notifications/schema';
import { organizations, users } from './accounts';
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
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    event: notificationEvent('event').notNull(),
    channel: channel('channel').notNull(),
    dedupeKey: text('dedupe_key').notNull(),
    /** Ids and counts, never names. */
    data: jsonb('data')
      .$type<{ jobId?: string; runId?: string; importId?: string; count: number }>()
      .notNull(),
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
    index('notifications_user_idx').on(table.organizationId, table.userId, table.channel, table.createdAt),
  ],
);
