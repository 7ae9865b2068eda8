import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { memberships, organizations, users } from '@/db/schema';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { asAuth } from '@/domain/kernel/transaction';
import { hashPassword } from '../passwords';
import { ACCEPTED, type Accepted, type SignUp } from '../schema';
import { auditHome, issueToken, revokeTokens } from './tokens';

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
 * The address is taken. Its mailbox decides: a confirmed account is told of the attempt; for one never confirmed, the
 * newest details replace the old and older links die, so that nobody keeps a password on another person's address.
 */
const meetExisting = async (
  ctx: Context,
  tx: Transaction,
  input: SignUp,
  passwordHash: string,
): Promise<void> => {
  const [user] = await tx.select().from(users).where(eq(users.email, input.email)).for('update');
  if (user === undefined || user.disabledAt !== null) return;
  if (user.emailVerifiedAt === null) {
    const { name, timeZone } = input;
    await tx.update(users).set({ name, passwordHash, timeZone }).where(eq(users.id, user.id));
    const owned = tx
      .select({ id: memberships.organizationId })
      .from(memberships)
      .where(and(eq(memberships.userId, user.id), eq(memberships.role, 'owner')));
    await tx
      .update(organizations)
      .set({ name: input.organizationName, timeZone })
      .where(inArray(organizations.id, owned));
    await revokeTokens(ctx, tx, user.id, 'verify_email');
  }
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
 * address that is registered already gets the same answer; only its mailbox learns the difference.
 */
export const signUp = async (ctx: Context, input: SignUp): Promise<Accepted> => {
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
    else await meetExisting(ctx, tx, input, passwordHash);
  });
  return ACCEPTED;
};
