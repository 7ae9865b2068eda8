import { users } from '@/db/schema';
import { hashPassword } from '@/domain/accounts/passwords';
import { workerContext } from '@/domain/kernel/consume';
import { asAuth } from '@/domain/kernel/transaction';

export const DEMO_ADMIN = {
  name: 'Noor Qazi',
  email: 'noor@flexibees.example',
  password: 'combs before honey',
} as const;

/** The demo platform's admin: no page makes one, so the account is written as an operator would write it. Safe to repeat. */
export const seedAdmin = async (): Promise<void> => {
  const ctx = workerContext('seed');
  const passwordHash = await hashPassword(DEMO_ADMIN.password);
  await asAuth(ctx, (tx) =>
    tx
      .insert(users)
      .values({
        id: ctx.newId(),
        email: DEMO_ADMIN.email,
        name: DEMO_ADMIN.name,
        passwordHash,
        emailVerifiedAt: ctx.now(),
        platformAdmin: true,
        timeZone: 'Asia/Kolkata',
        createdAt: ctx.now(),
      })
      .onConflictDoNothing(),
  );
};
