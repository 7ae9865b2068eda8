import { Lucia, TimeSpan } from 'lucia';
import type { Actor } from '@/domain/kernel/actor';
import type { MemberRole } from '@/domain/kernel/policy';
import { sessionAdapter, type AdapterContext, type SessionUser } from './adapter';

/** A session ends after this long without a visit; each visit in its second half starts it anew. */
const LIFETIME = new TimeSpan(30, 'd');

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<object, SessionUser>;
    DatabaseUserAttributes: SessionUser;
  }
}

/** Who is signed in. `id` is the secret of the cookie: never logged, never sent back in a body. */
export interface Session {
  id: string;
  user: { id: string; name: string; email: string; emailVerified: boolean; timeZone: string; locale: string };
  organization: { id: string; name: string; timeZone: string } | null;
  role: MemberRole | null;
  /** Held beside a membership: an admin may work for an employer too. */
  platformAdmin: boolean;
  actor: Actor;
}

const lucia = (ctx: AdapterContext) =>
  new Lucia<object, SessionUser>(sessionAdapter(ctx), {
    sessionExpiresIn: LIFETIME,
    getUserAttributes: (attributes) => attributes,
  });

const actorOf = (userId: string, { membership, platformAdmin }: SessionUser): Actor => {
  if (membership !== null) {
    const { organizationId, role } = membership;
    return { kind: 'member', userId, organizationId, role };
  }
  return platformAdmin ? { kind: 'admin', userId } : { kind: 'user', userId };
};

/**
 * The session of a cookie's value, or null when it is missing, unknown, over, or its person was disabled (then the
 * session is deleted). A visit in the second half of its life prolongs it.
 */
export const resolveSession = async (
  ctx: AdapterContext,
  id: string | undefined,
): Promise<Session | null> => {
  if (id === undefined || id === '') return null;
  const { user } = await lucia(ctx).validateSession(id);
  if (user === null) return null;
  const { name, email, emailVerified, timeZone, locale, platformAdmin, membership } = user;
  return {
    id,
    user: { id: user.id, name, email, emailVerified, timeZone, locale },
    organization:
      membership === null
        ? null
        : { id: membership.organizationId, name: membership.name, timeZone: membership.timeZone },
    role: membership?.role ?? null,
    platformAdmin,
    actor: actorOf(user.id, user),
  };
};

/** Opens a session and returns its id, which exists only in the cookie; a session held before ends. */
export const startSession = async (
  ctx: AdapterContext,
  userId: string,
  previousId: string | undefined,
): Promise<string> => {
  const sessions = lucia(ctx);
  if (previousId !== undefined) await sessions.invalidateSession(previousId);
  return (await sessions.createSession(userId, {})).id;
};

/** Ends one session; ending one that is over already is no error. */
export const endSession = (ctx: AdapterContext, id: string): Promise<void> =>
  lucia(ctx).invalidateSession(id);

/** Ends every session of a person: after a new password, and when they are disabled. */
export const endAllSessions = (ctx: AdapterContext, userId: string): Promise<void> =>
  lucia(ctx).invalidateUserSessions(userId);

/** Forgets the sessions that are over; whoever still has such a cookie is anonymous anyway. */
export const pruneSessions = (ctx: AdapterContext): Promise<void> => lucia(ctx).deleteExpiredSessions();
