import { createHash } from 'node:crypto';
import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import { candidates, candidateSessions, memberships, organizations, sessions, users } from '@/db/schema';
import type { Transaction } from '@/db/client';
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

/** What a session tells of its person. A candidate's tells nothing but who: their own rows hold the rest. */
export interface SessionAttributes {
  member: SessionUser | null;
}

interface StoredSession {
  id: string;
  userId: string;
  expiresAt: Date;
  attributes: object;
}

/** The rows of one kind of session, by the hash of their ids. */
export interface SessionStore {
  /** The session with its person; `attributes` is null when the person may not come in any more. */
  find: (
    tx: Transaction,
    idHash: string,
  ) => Promise<{ personId: string; expiresAt: Date; attributes: SessionAttributes | null } | null>;
  add: (tx: Transaction, row: { idHash: string; personId: string; expiresAt: Date }) => Promise<unknown>;
  prolong: (tx: Transaction, idHash: string, expiresAt: Date) => Promise<unknown>;
  end: (tx: Transaction, idHash: string) => Promise<unknown>;
  endAll: (tx: Transaction, personId: string) => Promise<unknown>;
  prune: (tx: Transaction, now: Date) => Promise<unknown>;
}

/** Sessions of members, each read with the person and their first organisation; a disabled person counts as gone. */
export const memberSessions: SessionStore = {
  find: async (tx, idHash) => {
    const [row] = await tx
      .select()
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .leftJoin(memberships, eq(memberships.userId, users.id))
      .leftJoin(organizations, eq(organizations.id, memberships.organizationId))
      .where(eq(sessions.idHash, idHash))
      .orderBy(asc(memberships.createdAt), asc(memberships.organizationId))
      .limit(1);
    if (row === undefined) return null;
    const { users: user, organizations: organization, memberships: membership } = row;
    const member: SessionUser = {
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
    const { expiresAt } = row.sessions;
    return { personId: user.id, expiresAt, attributes: user.disabledAt === null ? { member } : null };
  },
  add: (tx, { idHash, personId, expiresAt }) =>
    tx.insert(sessions).values({ idHash, userId: personId, expiresAt }),
  prolong: (tx, idHash, expiresAt) =>
    tx.update(sessions).set({ expiresAt }).where(eq(sessions.idHash, idHash)),
  end: (tx, idHash) => tx.delete(sessions).where(eq(sessions.idHash, idHash)),
  endAll: (tx, personId) => tx.delete(sessions).where(eq(sessions.userId, personId)),
  prune: (tx, now) => tx.delete(sessions).where(lte(sessions.expiresAt, now)),
};

/** Sessions of candidates; someone who turned out to be another person counts as gone and asks for a new link. */
export const portalSessions: SessionStore = {
  find: async (tx, idHash) => {
    const [row] = await tx
      .select({ expiresAt: candidateSessions.expiresAt, personId: candidates.id })
      .from(candidateSessions)
      .innerJoin(
        candidates,
        and(eq(candidates.id, candidateSessions.candidateId), isNull(candidates.mergedIntoId)),
      )
      .where(eq(candidateSessions.idHash, idHash));
    return row === undefined ? null : { ...row, attributes: { member: null } };
  },
  add: (tx, { idHash, personId, expiresAt }) =>
    tx.insert(candidateSessions).values({ idHash, candidateId: personId, expiresAt }),
  prolong: (tx, idHash, expiresAt) =>
    tx.update(candidateSessions).set({ expiresAt }).where(eq(candidateSessions.idHash, idHash)),
  end: (tx, idHash) => tx.delete(candidateSessions).where(eq(candidateSessions.idHash, idHash)),
  endAll: (tx, personId) => tx.delete(candidateSessions).where(eq(candidateSessions.candidateId, personId)),
  prune: (tx, now) => tx.delete(candidateSessions).where(lte(candidateSessions.expiresAt, now)),
};

/** What is stored instead of a session id: who reads the table cannot sign in with it. */
const hashSessionId = (id: string): string => createHash('sha256').update(id).digest('hex');

/**
 * The port that lucia asks for, over one store in role `app_auth`. Lucia reads the system's clock, so instants are
 * shifted by the difference between it and the context's.
 */
export const sessionAdapter = (ctx: AdapterContext, store: SessionStore) => {
  const ahead = ctx.now().getTime() - Date.now();
  const shift = (instant: Date, by: number): Date => new Date(instant.getTime() + by);
  const run = async (work: (tx: Transaction) => Promise<unknown>): Promise<void> => {
    await asAuth(ctx, work);
  };
  return {
    getSessionAndUser: async (
      sessionId: string,
    ): Promise<[StoredSession | null, { id: string; attributes: SessionAttributes } | null]> => {
      const found = await asAuth(ctx, (tx) => store.find(tx, hashSessionId(sessionId)));
      if (found === null) return [null, null];
      const { personId, attributes } = found;
      return [
        { id: sessionId, userId: personId, expiresAt: shift(found.expiresAt, -ahead), attributes: {} },
        attributes === null ? null : { id: personId, attributes },
      ];
    },
    /** Nothing lists sessions: their ids are not known here. */
    getUserSessions: (): Promise<StoredSession[]> => Promise.resolve([]),
    setSession: ({ id, userId, expiresAt }: StoredSession): Promise<void> =>
      run((tx) =>
        store.add(tx, {
          idHash: hashSessionId(id),
          personId: userId,
          expiresAt: shift(expiresAt, ahead),
        }),
      ),
    updateSessionExpiration: (sessionId: string, expiresAt: Date): Promise<void> =>
      run((tx) => store.prolong(tx, hashSessionId(sessionId), shift(expiresAt, ahead))),
    deleteSession: (sessionId: string): Promise<void> => run((tx) => store.end(tx, hashSessionId(sessionId))),
    deleteUserSessions: (personId: string): Promise<void> => run((tx) => store.endAll(tx, personId)),
    deleteExpiredSessions: (): Promise<void> => run((tx) => store.prune(tx, ctx.now())),
  };
};
