import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import { PRIVACY } from './privacy';
import * as schema from './schema';

const tables = Object.values(schema).filter((value) => value instanceof PgTable);
const columns = tables.flatMap((table) => {
  const { name, columns: list } = getTableConfig(table);
  return list.map((column) => `${name}.${column.name}`);
});
const registered = Object.entries(PRIVACY).flatMap(([table, classes]) =>
  Object.keys(classes).map((column) => `${table}.${column}`),
);

describe('the privacy registry', () => {
  it('classes every column of every table', () => {
    expect(columns.filter((column) => !registered.includes(column))).toEqual([]);
  });

  it('names no column that is gone', () => {
    expect(registered.filter((column) => !columns.includes(column))).toEqual([]);
  });

  it('lets the queue, the audit log and notifications hold nothing personal', () => {
    for (const table of ['outbox', 'audit_log', 'dead_letters', 'notifications']) {
      expect(new Set(Object.values(PRIVACY[table] ?? {}))).toEqual(new Set(['none']));
    }
  });
});
