import { timestamp, uuid } from 'drizzle-orm/pg-core';

/** A UTC instant. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });
export const id = () => uuid('id').primaryKey();
export const organizationId = () => uuid('organization_id').notNull();
