import { eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { memberships, organizations, users } from '@/db/schema';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { asAuth } from '@/domain/kernel/transaction';
import { hashPassword } from '../passwords';
import { refusePredictable } from '../predictable';
import { ACCEPTED, type Accepted, type SignUp } from '../schema';
import { auditHome, issueToken } from './tokens';

const createAccount = async (ctx: Context, tx: Transaction, userId: string, input: SignUp): Promise<void> => {
  const organizationId = ctx.newId();
  const createdAt = ctx.now();
  await tx
    .insert(organizations)
    .values({ id: organizationId, name: input.organizationName, timeZone: input.timeZone, createdAt });
  await tx.insert(memberships).values({ organizationId, userId, role: 'owner', createdAt });
  await issueToken(ctx, tx, userId, 'verify_email');
  await audit(ctx, tx, { organizationId, action: 'account.created', entity: 'user', entityId: userId });
};

/**
 * The address is taken, and nothing of its account changes: whoever signs up is not known to own it. A confirmed account
 * is told of the attempt; one never confirmed gets another link, which asks for the first sign-up's password.
 */
const meetExisting = async (ctx: Context, tx: Transaction, input: SignUp): Promise<void> => {
  const [user] = await tx.select().from(users).where(eq(users.email, input.email)).for('update');
  if (user === undefined || user.disabledAt !== null) return;
  await issueToken(ctx, tx, user.id, user.emailVerifiedAt === null ? 'verify_email' : 'account_exists');
  await audit(ctx, tx, {
    organizationId: await auditHome(tx, user.id),
    action: 'account.sign_up_repeated',
    entity: 'user',
    entityId: user.id,
  });
};

/**
 * Creates a person, their organisation and their ownership of it, and mails a link that confirms the address. An
 * address that is registered already gets the same answer; only its mailbox learns the difference. Throws `invalid_input` at
 * `password` for one that is easy to guess.
 */
export const signUp = async (ctx: Context, input: SignUp): Promise<Accepted> => {
  await refusePredictable(input.password, [input.name, input.email, input.organizationName]);
  const passwordHash = await hashPassword(input.password);
  await asAuth(ctx, async (tx) => {
    const { name, email, timeZone } = input;
    const userId = ctx.newId();
    const added = await tx
      .insert(users)
      .values({ id: userId, email, name, passwordHash, timeZone, createdAt: ctx.now() })
      .onConflictDoNothing({ target: users.email })
      .returning({ id: users.id });
    if (added.length > 0) await createAccount(ctx, tx, userId, input);
    else await meetExisting(ctx, tx, input);
  });
  return ACCEPTED;
};
