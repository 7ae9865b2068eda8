import type { Database } from '@/db/client';
import { memberships, organizations, users } from '@/db/schema';
import { inScope } from '@/db/tenant';
import type { Actor } from '@/domain/kernel/actor';
import { newId } from '@/domain/kernel/ids';
import type { MemberRole } from '@/domain/kernel/policy';

export type MemberActor = Extract<Actor, { kind: 'member' }>;

/** A new organisation with one verified member of `role`; every test mints its own. */
export const createMember = (
  db: Database,
  role: MemberRole = 'owner',
  into?: { organizationId: string },
): Promise<MemberActor> =>
  inScope(db, { role: 'app_auth' }, async (tx) => {
    const createdAt = new Date('2026-11-01T00:00:00.000Z');
    const organizationId = into?.organizationId ?? newId();
    const userId = newId();
    if (into === undefined) {
      await tx
        .insert(organizations)
        .values({ id: organizationId, name: 'Heron Mills', timeZone: 'Asia/Kolkata', createdAt });
    }
    await tx.insert(users).values({
      id: userId,
      email: `${userId}@heron.example`,
      name: 'Test Member',
      passwordHash: 'unusable',
      emailVerifiedAt: createdAt,
      timeZone: 'Asia/Kolkata',
      createdAt,
    });
    await tx.insert(memberships).values({ organizationId, userId, role, createdAt });
    return { kind: 'member', userId, organizationId, role };
  });
