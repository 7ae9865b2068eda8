import { createHash } from 'node:crypto';
import { asc, eq, lte } from 'drizzle-orm';
import { memberships, organizations, sessions, users } from '@/db/schema';
import type { Context } from '@/domain/kernel/context';
import type { MemberRole } from '@/domain/kernel/policy';
import { asAuth } from '@/domain/kernel/transaction';

/** The person behind a session, as the database knows them at this moment. */
export interface SessionUser {
  name: string;
  email: string;
  emailVerified: boolean;
  timeZone: string;
  locale: string;
  platformAdmin: boolean;
  membership: { organizationId: string; name: string; timeZone: string; role: MemberRole } | null;
}

export type AdapterContext = Pick<Context, 'db' | 'tx' | 'now'>;

interface StoredSession {
  id: string;
  userId: string;
  expiresAt: Date;
  attributes: object;
}

/** What is stored instead of a session id: who reads the table cannot sign in with it. */
const hashSessionId = (id: string): string => createHash('sha256').update(id).digest('hex');

/** The session, its person and their first organisation in one read; a disabled person counts as gone. */
const read = async (ctx: AdapterContext, sessionId: string) => {
  const [row] = await asAuth(ctx, (tx) =>
    tx
      .select()
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .leftJoin(memberships, eq(memberships.userId, users.id))
      .leftJoin(organizations, eq(organizations.id, memberships.organizationId))
      .where(eq(sessions.idHash, hashSessionId(sessionId)))
      .orderBy(asc(memberships.createdAt), asc(memberships.organizationId))
      .limit(1),
  );
  if (row === undefined) return null;
  const { users: user, organizations: organization, memberships: membership } = row;
  const attributes: SessionUser = {
    name: user.name,
    email: user.email,
    emailVerified: user.emailVerifiedAt !== null,
    timeZone: user.timeZone,
    locale: user.locale,
    platformAdmin: user.platformAdmin,
    membership:
      membership === null || organization === null
        ? null
        : {
            organizationId: organization.id,
            name: organization.name,
            timeZone: organization.timeZone,
            role: membership.role,
          },
  };
  return {
    userId: user.id,
    expiresAt: row.sessions.expiresAt,
    user: user.disabledAt === null ? { id: user.id, attributes } : null,
  };
};

/**
 * The session store that lucia asks for, over our tables in role `app_auth`. Lucia reads the system's clock, so
 * instants are shifted by the difference between it and the context's.
 */
export const sessionAdapter = (ctx: AdapterContext) => {
  const ahead = ctx.now().getTime() - Date.now();
  const shift = (instant: Date, by: number): Date => new Date(instant.getTime() + by);
  return {
    getSessionAndUser: async (
      sessionId: string,
    ): Promise<[StoredSession | null, { id: string; attributes: SessionUser } | null]> => {
      const found = await read(ctx, sessionId);
      if (found === null) return [null, null];
      const { userId } = found;
      return [
        { id: sessionId, userId, expiresAt: shift(found.expiresAt, -ahead), attributes: {} },
        found.user,
      ];
    },
    /** Nothing lists sessions: their ids are not known here. */
    getUserSessions: (): Promise<StoredSession[]> => Promise.resolve([]),
    setSession: async (session: StoredSession): Promise<void> => {
      await asAuth(ctx, (tx) =>
        tx.insert(sessions).values({
          idHash: hashSessionId(session.id),
          userId: session.userId,
          expiresAt: shift(session.expiresAt, ahead),
        }),
      );
    },
    updateSessionExpiration: async (sessionId: string, expiresAt: Date): Promise<void> => {
      await asAuth(ctx, (tx) =>
        tx
          .update(sessions)
          .set({ expiresAt: shift(expiresAt, ahead) })
          .where(eq(sessions.idHash, hashSessionId(sessionId))),
      );
    },
    deleteSession: async (sessionId: string): Promise<void> => {
      await asAuth(ctx, (tx) => tx.delete(sessions).where(eq(sessions.idHash, hashSessionId(sessionId))));
    },
    deleteUserSessions: async (userId: string): Promise<void> => {
      await asAuth(ctx, (tx) => tx.delete(sessions).where(eq(sessions.userId, userId)));
    },
    deleteExpiredSessions: async (): Promise<void> => {
      await asAuth(ctx, (tx) => tx.delete(sessions).where(lte(sessions.expiresAt, ctx.now())));
    },
  };
};
