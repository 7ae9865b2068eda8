import type { MemberRole } from '@/domain/kernel/policy';
import { withClient } from '../local/database';

const asOwner = async (statement: string, values: string[]): Promise<void> => {
  const url = process.env['DATABASE_OWNER_URL'];
  if (url === undefined)
    throw new Error('Set DATABASE_OWNER_URL to the owner of the served copy’s database.');
  const { rowCount } = await withClient(url, (client) => client.query(statement, values));
  if (rowCount !== 1) throw new Error(`${values[0]} has no such account.`);
};

/** Gives a member another role: the only owner of an organisation cannot give up that one on a screen. */
export const giveRole = (email: string, role: MemberRole): Promise<void> =>
  asOwner('update memberships m set role = $2 from users u where u.id = m.user_id and u.email = $1', [
    email,
    role,
  ]);

/** Makes somebody a platform admin, as an operator would: no page does. */
export const makeAdmin = (email: string): Promise<void> =>
  asOwner('update users set platform_admin = true where email = $1', [email]);
