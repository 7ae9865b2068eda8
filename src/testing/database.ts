import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { connect, type Database } from '@/db/client';

export interface TestDatabase {
  /** As the application's own role, through Neon's driver. */
  db: Database;
  /** As the owner, past row security: for arranging and for looking, never for the code under test. */
  owner: pg.Pool;
  appUrl: string;
  close: () => Promise<void>;
}

const at = (url: string, database: string): string =>
  Object.assign(new URL(url), { pathname: `/${database}` }).href;

/** A fresh database cloned from the migrated template, one a test file; it goes with its throw-away server. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const server = inject('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const maintenance = new pg.Client({ connectionString: server.ownerUrl });
  await maintenance.connect();
  await maintenance.query(`create database ${name} template ${server.template}`);
  await maintenance.end();
  const appUrl = at(server.appUrl, name);
  const { db, close } = connect({ url: appUrl, wsProxy: server.neonWsProxy, max: 8 });
  const owner = new pg.Pool({ connectionString: at(server.ownerUrl, name), max: 2 });
  return {
    db,
    owner,
    appUrl,
    close: async () => {
      await close();
      await owner.end();
    },
  };
};
