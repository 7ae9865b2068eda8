import { createHmac } from 'node:crypto';
import { Client, DatabaseError } from 'pg';

export const APP_ROLE = 'flexibees_app';
export const OWNER_ROLE = 'flexibees_owner';

/** Error code of Postgres for a database that does not exist. */
const NO_SUCH_DATABASE = '3D000';

/** The same server and login, another database (or another login). */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/**
 * Makes the owner of an embedded cluster as Neon makes its owners: no superuser, but may create databases and roles and
 * bypasses row security. Running it again only sets the password.
 * @param superUrl the superuser's URL
 * @returns the owner's URL of the maintenance database `postgres`
 */
export async function createOwner(superUrl: string, password: string): Promise<string> {
  await withClient(superUrl, async (client) => {
    const attributes = `login createdb createrole bypassrls password ${client.escapeLiteral(password)}`;
    await ensureRole(client, OWNER_ROLE, attributes);
  });
  return login(superUrl, OWNER_ROLE, password);
}

/**
 * Makes the database of `ownerUrl` when it is missing, and the application's login: no owner of anything, and row
 * security always applies to it. What it may touch is granted by the migrations.
 * @param ownerUrl URL of the owner with the database to make
 * @returns the application's URL of that database
 */
export async function createDatabase(ownerUrl: string): Promise<string> {
  const password = appPassword(ownerUrl);
  await makeMissing(ownerUrl);
  await withClient(ownerUrl, (client) =>
    ensureRole(client, APP_ROLE, `login nobypassrls password ${client.escapeLiteral(password)}`),
  );
  return login(ownerUrl, APP_ROLE, password);
}

async function makeMissing(ownerUrl: string): Promise<void> {
  try {
    await withClient(ownerUrl, (client) => client.query('select 1'));
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== NO_SUCH_DATABASE) throw error;
    const name = decodeURIComponent(new URL(ownerUrl).pathname.slice(1));
    await withClient(withDatabase(ownerUrl, 'postgres'), (client) =>
      client.query(`create database ${client.escapeIdentifier(name)}`),
    );
  }
}

/** Roles belong to the whole server: copies that share one must agree on the password, so it follows from the owner's. */
function appPassword(ownerUrl: string): string {
  const secret = decodeURIComponent(new URL(ownerUrl).password);
  return createHmac('sha256', secret).update(APP_ROLE).digest('base64url');
}

function login(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = password;
  return changed.href;
}

async function ensureRole(client: Client, role: string, attributes: string): Promise<void> {
  const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  await client.query(`${known.rowCount === 0 ? 'create' : 'alter'} role ${role} ${attributes}`);
}

/** Runs `work` on a connection of its own and closes it. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  // A connection that breaks fails the statement under way; without a listener it would end the process as well.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
