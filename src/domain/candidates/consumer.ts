import { and, eq, isNull } from 'drizzle-orm';
import { candidates, candidateTokens } from '@/db/schema';
import { mintMailToken } from '@/domain/accounts/mail-token';
import { audit, NO_ORGANIZATION } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';

import { asWorker } from '@/domain/kernel/transaction';
import { env } from '@/env';
import { sendOrGiveUp } from '@/services/mail';
import { linkMailOf } from './mails';

/**
 * Mails a candidate's link. A link that does not exist is no failure: a request for an unknown address names one. A
 * repeated delivery sends nothing once `sent_at` stands; a crash before that mark sends the same mail under the same
 * Message-ID. Throws `invalid_input` for a mailbox that refuses for good, and anything else to be tried again.
 */
export const consumeCandidateToken = async (
  ctx: Context,
  { tokenId }: { tokenId: string },
): Promise<void> => {
  const mail = await asWorker(ctx, async (tx) => {
    const [row] = await tx
      .select({ token: candidateTokens, person: candidates })
      .from(candidateTokens)
      .innerJoin(candidates, eq(candidates.id, candidateTokens.candidateId))
      .where(eq(candidateTokens.id, tokenId));
    if (row === undefined) return null;
    const { token, person } = row;
    const over = token.sentAt !== null || token.usedAt !== null || token.expiresAt <= ctx.now();
    if (over || person.email === null || person.mergedIntoId !== null) return null;
    const secret = mintMailToken(env().APP_SECRET, token.purpose, token.id);
    const content = await linkMailOf(tx, { token, person, secret });
    return content === null ? null : { to: person.email, content, token, person };
  });
  if (mail === null) return;

  await sendOrGiveUp({ key: `candidate-token-${tokenId}`, to: mail.to, ...mail.content });

  await asWorker(ctx, async (tx) => {
    const marked = await tx
      .update(candidateTokens)
      .set({ sentAt: ctx.now() })
      .where(and(eq(candidateTokens.id, tokenId), isNull(candidateTokens.sentAt)))
      .returning({ id: candidateTokens.id });
    if (marked.length === 0) return;
    await audit(ctx, tx, {
      organizationId: mail.person.organizationId ?? NO_ORGANIZATION,
      action: 'mail.sent',
      entity: 'candidate_token',
      entityId: tokenId,
      data: { purpose: mail.token.purpose },
    });
  });
};
