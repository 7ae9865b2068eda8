import type { MemberRole } from '@/domain/kernel/policy';
import { withClient } from '../local/database';

/** Gives a member another role: the only owner of an organisation cannot give up that one on a screen. */
export const giveRole = async (email: string, role: MemberRole): Promise<void> => {
  const url = process.env['DATABASE_OWNER_URL'];
  if (url === undefined)
    throw new Error('Set DATABASE_OWNER_URL to the owner of the served copy’s database.');
  const { rowCount } = await withClient(url, (client) =>
    client.query('update memberships m set role = $2 from users u where u.id = m.user_id and u.email = $1', [
      email,
      role,
    ]),
  );
  if (rowCount !== 1) throw new Error(`${email} is not a member.`);
};
