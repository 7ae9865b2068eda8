import { customType, foreignKey, timestamp, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';

/** A UTC instant. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });
/** Bytes; the driver hands them over as a `Buffer`, which is a `Uint8Array`. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
export const id = () => uuid('id').primaryKey();
export const organizationId = () => uuid('organization_id').notNull();

/** A key of another row that must belong to the same organisation: nothing can point across tenants. */
export const ofSameOrganization = <Table extends string, Target extends string>(
  table: { organizationId: AnyPgColumn<{ tableName: Table }> },
  column: AnyPgColumn<{ tableName: Table }>,
  target: { organizationId: AnyPgColumn<{ tableName: Target }>; id: AnyPgColumn<{ tableName: Target }> },
) =>
  foreignKey({
    columns: [table.organizationId, column],
    foreignColumns: [target.organizationId, target.id],
  });
