import { startPortal, type PortalVisitor } from '@/domain/candidates/commands/portal-session';
import { spendCandidateToken } from '@/domain/candidates/commands/tokens';
import { ACCEPTED, type Accepted } from '@/domain/accounts/schema';
import type { Context } from '@/domain/kernel/context';
import { enqueue } from '@/domain/kernel/outbox';
import { asAuth } from '@/domain/kernel/transaction';

/**
 * Spends the link of an application's confirmation mail: signs its person in to the portal and lets what they sent
 * become their profile. Throws as `spendCandidateToken` does.
 */
export const openApplication = async (
  ctx: Context & PortalVisitor,
  input: { token: string },
): Promise<Accepted> => {
  const cookie = await asAuth(ctx, async (tx) => {
    const spent = await spendCandidateToken(ctx, tx, 'application', input.token);
    if (spent.aboutId !== null) {
      const applicationId = spent.aboutId;
      const idempotencyKey = `application-confirmed:${applicationId}`;
      await enqueue(ctx, tx, 'application-confirmed', { applicationId }, { idempotencyKey });
    }
    return startPortal(ctx, tx, spent);
  });
  ctx.setCookie(cookie);
  return ACCEPTED;
};
