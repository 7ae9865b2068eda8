import type { Transaction } from '@/db/client';
import { blankPortalCookie, portalCookie } from '@/domain/accounts/cookie';
import { ACCEPTED, type Accepted } from '@/domain/accounts/schema';
import { endPortalSession, startPortalSession } from '@/domain/accounts/sessions';
import { audit, NO_ORGANIZATION } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { asAuth } from '@/domain/kernel/transaction';
import { spendCandidateToken } from './tokens';

/** What these verbs need of the candidate's browser: the session it has, and a way to give it another. */
export interface PortalVisitor {
  candidateId: string | null;
  portalSessionId: string | null;
  setCookie: (cookie: string) => void;
}

/**
 * Opens a portal session for whoever just spent a mailed link, in that transaction, under a new id; one held before
 * ends. Returns the cookie, to be set once the transaction stands.
 */
export const startPortal = async (
  ctx: Context & PortalVisitor,
  tx: Transaction,
  person: { candidateId: string; organizationId: string | null },
): Promise<string> => {
  const { candidateId, organizationId } = person;
  const sessionId = await startPortalSession({ ...ctx, tx }, candidateId, ctx.portalSessionId ?? undefined);
  await audit({ ...ctx, actor: { kind: 'candidate', candidateId } }, tx, {
    organizationId: organizationId ?? NO_ORGANIZATION,
    action: 'candidate.signed_in',
    entity: 'candidate',
    entityId: candidateId,
  });
  return portalCookie(sessionId);
};

/** Spends a mailed link to the portal and signs its person in. Throws as `spendCandidateToken` does. */
export const openPortal = async (
  ctx: Context & PortalVisitor,
  input: { token: string },
): Promise<Accepted> => {
  const cookie = await asAuth(ctx, async (tx) =>
    startPortal(ctx, tx, await spendCandidateToken(ctx, tx, 'portal', input.token)),
  );
  ctx.setCookie(cookie);
  return ACCEPTED;
};

/** Ends the candidate's session, here and in the database. Signing out twice is no error. */
export const leavePortal = async (ctx: Context & PortalVisitor): Promise<Accepted> => {
  const { candidateId, portalSessionId } = ctx;
  ctx.setCookie(blankPortalCookie());
  if (candidateId === null || portalSessionId === null) return ACCEPTED;
  await asAuth(ctx, async (tx) => {
    await endPortalSession({ ...ctx, tx }, portalSessionId);
    await audit({ ...ctx, actor: { kind: 'candidate', candidateId } }, tx, {
      organizationId: NO_ORGANIZATION,
      action: 'candidate.signed_out',
      entity: 'candidate',
      entityId: candidateId,
    });
  });
  return ACCEPTED;
};
