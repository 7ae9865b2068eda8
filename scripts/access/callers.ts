import { eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { memberships, organizations, users } from '@/db/schema';
import { inScope } from '@/db/tenant';
import { PORTAL_COOKIE, SESSION_COOKIE } from '@/domain/accounts/cookie';
import { startPortalSession, startSession } from '@/domain/accounts/sessions';
import { addPerson } from '@/domain/candidates/commands';
import { workerContext } from '@/domain/kernel/consume';
import { newId } from '@/domain/kernel/ids';
import type { MemberRole } from '@/domain/kernel/policy';
import { asWorker } from '@/domain/kernel/transaction';
import { fullAnswers, profileOf } from '@/testing/people';

/** Who knocks: each with a session of its own, except the first. */
export const CALLERS = [
  'anonymous',
  'owner',
  'recruiter',
  'viewer',
  'other',
  'admin',
  'disabled',
  'candidate',
  'otherCandidate',
] as const;
export type CallerName = (typeof CALLERS)[number];

export interface Caller {
  name: CallerName;
  role: MemberRole | null;
  organizationId: string | null;
  userId: string;
  /** The person whose portal is open; null for everybody but candidates. */
  candidateId: string | null;
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
  return { name, role, organizationId, userId, candidateId: null, cookie: `${SESSION_COOKIE()}=${session}` };
};

/** A person of their own, with the portal open. */
const addCandidate = async (name: CallerName): Promise<Caller> => {
  const worker = workerContext('access');
  const candidateId = await asWorker(worker, (tx) =>
    addPerson(worker, tx, {
      organizationId: null,
      lawfulBasis: 'consent',
      poolConsentAt: null,
      profile: profileOf(name, `${newId()}@access.example`, ['tally']),
      answers: fullAnswers,
      resumeId: null,
      parserVersion: null,
    }),
  );
  const session = await startPortalSession({ db: database(), now }, candidateId, undefined);
  const cookie = `${PORTAL_COOKIE()}=${session}`;
  return { name, role: null, organizationId: null, userId: '', candidateId, cookie };
};

/**
 * One caller of every kind; `other` owns another organisation, `disabled` was an owner of the first, and `candidate`
 * applied for a job of the owner's.
 */
export const makeCallers = async (): Promise<Record<CallerName, Caller>> => {
  const [own, foreign] = [await addOrganization(), await addOrganization()];
  return {
    anonymous: {
      name: 'anonymous',
      role: null,
      organizationId: null,
      userId: '',
      candidateId: null,
      cookie: '',
    },
    owner: await addCaller('owner', own, 'owner'),
    recruiter: await addCaller('recruiter', own, 'recruiter'),
    viewer: await addCaller('viewer', own, 'viewer'),
    other: await addCaller('other', foreign, 'owner'),
    admin: await addCaller('admin', null, null),
    disabled: await addCaller('disabled', own, 'owner'),
    candidate: await addCandidate('candidate'),
    otherCandidate: await addCandidate('otherCandidate'),
  };
};
