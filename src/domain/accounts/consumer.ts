import { and, eq, isNull } from 'drizzle-orm';
import {
  renderAccountExists,
  renderResetPassword,
  renderVerifyEmail,
  type MailContent,
} from '@emails/render';
import { emailTokens, users } from '@/db/schema';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asWorker } from '@/domain/kernel/transaction';
import { env } from '@/env';
import { sendOrGiveUp } from '@/services/mail';
import { auditHome } from './commands/tokens';
import { mintMailToken } from './mail-token';
import type { TokenPurpose } from './schema';

const write = (purpose: TokenPurpose, tokenId: string): Promise<MailContent> => {
  const { APP_URL, APP_SECRET } = env();
  // Behind the `#`: that part of an address reaches no server and no log.
  const token = mintMailToken(APP_SECRET, purpose, tokenId);
  switch (purpose) {
    case 'verify_email':
      return renderVerifyEmail({ verifyUrl: `${APP_URL}/verify#${token}` });
    case 'reset_password':
      return renderResetPassword({ resetUrl: `${APP_URL}/reset-password/new#${token}` });
    case 'account_exists':
      return renderAccountExists({ signInUrl: `${APP_URL}/sign-in`, resetUrl: `${APP_URL}/reset-password` });
  }
};

/**
 * Mails a token. A repeated delivery sends nothing once `sent_at` stands; a crash between the provider's yes and that
 * mark sends the same mail again, under the same Message-ID and with the same link. Throws `not_found` for a token
 * that is gone, `invalid_input` for a mailbox that refuses for good, and anything else to be tried again.
 */
export const consumeMailToken = async (ctx: Context, { tokenId }: { tokenId: string }): Promise<void> => {
  const [row] = await asWorker(ctx, (tx) =>
    tx
      .select({ token: emailTokens, email: users.email, userId: users.id })
      .from(emailTokens)
      .innerJoin(users, eq(users.id, emailTokens.userId))
      .where(eq(emailTokens.id, tokenId)),
  );
  if (row === undefined) throw notFound('The token');
  const { token, email, userId } = row;
  if (token.sentAt !== null || token.usedAt !== null || token.expiresAt <= ctx.now()) return;

  const content = await write(token.purpose, token.id);
  await sendOrGiveUp({ key: `token-${token.id}`, to: email, ...content });

  await asWorker(ctx, async (tx) => {
    const marked = await tx
      .update(emailTokens)
      .set({ sentAt: ctx.now() })
      .where(and(eq(emailTokens.id, tokenId), isNull(emailTokens.sentAt)))
      .returning({ id: emailTokens.id });
    if (marked.length === 0) return;
    await audit(ctx, tx, {
      organizationId: await auditHome(tx, userId),
      action: 'mail.sent',
      entity: 'email_token',
      entityId: tokenId,
      data: { purpose: token.purpose },
    });
  });
};
