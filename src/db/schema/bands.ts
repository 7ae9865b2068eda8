import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { BandPoints, CurveStep } from '@/domain/matching/schema/bands';
import { users } from './accounts';
import { instant } from './columns';

/**
 * Where bands begin, by whom and why: append-only, the highest number is in use. Whoever publishes adds the number after the one
 * they saw, so that only one of two succeeds.
 */
export const bandPublications = pgTable('band_publications', {
  number: integer('number').primaryKey(),
  /** Hash of the points: the same bands have the same name wherever they were calibrated. */
  hash: text('hash').notNull(),
  /** Whole points shown; null = the default ones again. */
  points: jsonb('points').$type<BandPoints>(),
  /** What they were read from. */
  curve: jsonb('curve').$type<CurveStep[]>().notNull(),
  decisions: integer('decisions').notNull(),
  publishedBy: uuid('published_by')
    .notNull()
    .references(() => users.id),
  reason: text('reason').notNull(),
  publishedAt: instant('published_at').notNull(),
});
