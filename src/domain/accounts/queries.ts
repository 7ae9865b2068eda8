import type { Me } from './schema';
import type { Session } from './sessions';

/** The signed-in person as their own browser may know them, or null. */
export const whoAmI = ({ session }: { session: Session | null }): Me | null => {
  if (session === null) return null;
  const { user, organization, role, platformAdmin } = session;
  return { user, organization, role, platformAdmin };
};
