import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as run } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';

const ROLES = ['app_member', 'app_auth', 'app_counter', 'app_person', 'app_public', 'app_worker'];

/**
 * Brings the database at `ownerUrl` to the newest schema and lets the application's login role (`appUser`, which
 * must exist) take the application's roles, inheriting nothing. Safe to repeat.
 */
export const migrate = async (ownerUrl: string, appUser = 'flexibees_app'): Promise<void> => {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  try {
    await run(drizzle(pool), { migrationsFolder: 'drizzle' });
    const login = pg.escapeIdentifier(appUser);
    for (const role of ROLES) await pool.query(`grant ${role} to ${login} with inherit false, set true`);
  } finally {
    await pool.end();
  }
};

if (process.argv[1]?.endsWith('migrate.ts')) {
  const owner = process.env.DATABASE_OWNER_URL;
  const app = process.env.DATABASE_URL;
  if (owner === undefined || app === undefined) throw new Error('Set DATABASE_OWNER_URL and DATABASE_URL.');
  await migrate(owner, decodeURIComponent(new URL(app).username));
  console.log('The database has the newest schema.');
}
