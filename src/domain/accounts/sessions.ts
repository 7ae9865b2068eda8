import { Lucia, TimeSpan } from 'lucia';
import type { Actor } from '@/domain/kernel/actor';
import type { MemberRole } from '@/domain/kernel/policy';
import {
  memberSessions,
  portalSessions,
  sessionAdapter,
  type AdapterContext,
  type SessionAttributes,
  type SessionStore,
  type SessionUser,
} from './adapter';

/** A session ends after this long without a visit; each visit in its second half starts it anew. */
const LIFETIME = new TimeSpan(30, 'd');

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<object, SessionAttributes>;
    DatabaseUserAttributes: SessionAttributes;
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

const lucia = (ctx: AdapterContext, store: SessionStore) =>
  new Lucia<object, SessionAttributes>(sessionAdapter(ctx, store), {
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
  const { user } = await lucia(ctx, memberSessions).validateSession(id);
  if (user === null || user.member === null) return null;
  const { name, email, emailVerified, timeZone, locale, platformAdmin, membership } = user.member;
  return {
    id,
    user: { id: user.id, name, email, emailVerified, timeZone, locale },
    organization:
      membership === null
        ? null
        : { id: membership.organizationId, name: membership.name, timeZone: membership.timeZone },
    role: membership?.role ?? null,
    platformAdmin,
    actor: actorOf(user.id, user.member),
  };
};

/** The candidate of a portal cookie's value, or null when it is missing, unknown or over; a visit prolongs it likewise. */
export const resolvePortalSession = async (
  ctx: AdapterContext,
  id: string | undefined,
): Promise<{ id: string; candidateId: string } | null> => {
  if (id === undefined || id === '') return null;
  const { user } = await lucia(ctx, portalSessions).validateSession(id);
  return user === null ? null : { id, candidateId: user.id };
};

const start =
  (store: SessionStore) =>
  async (ctx: AdapterContext, personId: string, previousId: string | undefined): Promise<string> => {
    const sessions = lucia(ctx, store);
    if (previousId !== undefined) await sessions.invalidateSession(previousId);
    return (await sessions.createSession(personId, {})).id;
  };

/** Opens a member's session and returns its id, which exists only in the cookie; a session held before ends. */
export const startSession = start(memberSessions);

/** Opens a candidate's session and returns its id, which exists only in the cookie; a session held before ends. */
export const startPortalSession = start(portalSessions);

/** Ends one session of a member; ending one that is over already is no error. */
export const endSession = (ctx: AdapterContext, id: string): Promise<void> =>
  lucia(ctx, memberSessions).invalidateSession(id);

/** Ends one session of a candidate. */
export const endPortalSession = (ctx: AdapterContext, id: string): Promise<void> =>
  lucia(ctx, portalSessions).invalidateSession(id);

/** Ends every session of a member: after a new password, and when they are disabled. */
export const endAllSessions = (ctx: AdapterContext, userId: string): Promise<void> =>
  lucia(ctx, memberSessions).invalidateUserSessions(userId);

/** Forgets the sessions that are over; whoever still has such a cookie is anonymous anyway. */
export const pruneSessions = async (ctx: AdapterContext): Promise<void> => {
  await lucia(ctx, memberSessions).deleteExpiredSessions();
  await lucia(ctx, portalSessions).deleteExpiredSessions();
};
