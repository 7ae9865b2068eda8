import { eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { memberships, organizations, users } from '@/db/schema';
import { inScope } from '@/db/tenant';
import { SESSION_COOKIE } from '@/domain/accounts/cookie';
import { startSession } from '@/domain/accounts/sessions';
import { newId } from '@/domain/kernel/ids';
import type { MemberRole } from '@/domain/kernel/policy';

/** Who knocks: each with a session of its own, except the first. */
export const CALLERS = ['anonymous', 'owner', 'recruiter', 'viewer', 'other', 'admin', 'disabled'] as const;
export type CallerName = (typeof CALLERS)[number];

export interface Caller {
  name: CallerName;
  role: MemberRole | null;
  organizationId: string | null;
  userId: string;
  cookie: string;
}

const now = (): Date => new Date();

const addOrganization = async (): Promise<string> => {
  const id = newId();
  await inScope(database(), { role: 'app_auth' }, (tx) =>
    tx.insert(organizations).values({ id, name: `Org ${id}`, timeZone: 'Asia/Kolkata', createdAt: now() }),
  );
  return id;
};

const addCaller = async (
  name: CallerName,
  organizationId: string | null,
  role: MemberRole | null,
): Promise<Caller> => {
  const userId = newId();
  const createdAt = now();
  await inScope(database(), { role: 'app_auth' }, async (tx) => {
    await tx.insert(users).values({
      id: userId,
      email: `${userId}@access.example`,
      name,
      passwordHash: 'unusable',
      emailVerifiedAt: createdAt,
      platformAdmin: name === 'admin',
      timeZone: 'Asia/Kolkata',
      createdAt,
    });
    if (organizationId !== null && role !== null) {
      await tx.insert(memberships).values({ organizationId, userId, role, createdAt });
    }
  });
  const session = await startSession({ db: database(), now }, userId, undefined);
  if (name === 'disabled') {
    await inScope(database(), { role: 'app_auth' }, (tx) =>
      tx.update(users).set({ disabledAt: now() }).where(eq(users.id, userId)),
    );
  }
  return { name, role, organizationId, userId, cookie: `${SESSION_COOKIE()}=${session}` };
};

/** One caller of every kind; `other` owns another organisation, `disabled` was an owner of the first. */
export const makeCallers = async (): Promise<Record<CallerName, Caller>> => {
  const [own, foreign] = [await addOrganization(), await addOrganization()];
  return {
    anonymous: { name: 'anonymous', role: null, organizationId: null, userId: '', cookie: '' },
    owner: await addCaller('owner', own, 'owner'),
    recruiter: await addCaller('recruiter', own, 'recruiter'),
    viewer: await addCaller('viewer', own, 'viewer'),
    other: await addCaller('other', foreign, 'owner'),
    admin: await addCaller('admin', null, null),
    disabled: await addCaller('disabled', own, 'owner'),
  };
};
