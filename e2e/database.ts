import type { MemberRole } from '@/domain/kernel/policy';
import { withClient } from '../local/database';

const asOwner = async (statement: string, values: string[]): Promise<void> => {
  const url = process.env['DATABASE_OWNER_URL'];
  if (url === undefined)
    throw new Error('Set DATABASE_OWNER_URL to the owner of the served copy’s database.');
  const { rowCount } = await withClient(url, (client) => client.query(statement, values));
  if (rowCount !== 1) throw new Error(`${values[0]} has no such row.`);
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

/** Lets a member's last visit to a ranking be so long ago, as an interval of Postgres. */
export const leaveFor = (email: string, interval: string): Promise<void> =>
  asOwner(
    `update ranking_visits v set seen_at = seen_at - $2::interval, before_at = before_at - $2::interval
     from users u where u.id = v.user_id and u.email = $1`,
    [email, interval],
  );
