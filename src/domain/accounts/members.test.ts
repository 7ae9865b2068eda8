import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { newId } from '@/domain/kernel/ids';
import type { MemberRole } from '@/domain/kernel/policy';
import { env } from '@/env';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { stubEnvironment } from '@/testing/environment';
import { createMember, type MemberActor } from '@/testing/factories';
import { clearOutbox, deliverAll } from '@/testing/queue';
import { startMail, type MailServer } from '../../../local/mail/server';
import { freePort } from '../../../local/ports';
import { acceptInvitation, joinByInvitation, openInvitation } from './commands/accept-invitation';
import { invite, resendInvitation, revokeInvitation } from './commands/invite';
import { changeRole, removeMember } from './commands/members';
import { signIn, type Visitor } from './commands/sign-in';
import { signUp } from './commands/sign-up';
import { consumeInvitationCreated } from './consumers/invitation-created';
import { SESSION_COOKIE } from './cookie';
import { mintMailToken } from './mail-token';
import { listInvitations, listMembers } from './queries';
import { resolveSession } from './sessions';

const PASSWORD = 'a short sentence';
const DAY_MS = 86_400_000;

let database: TestDatabase;
let mail: MailServer;
let dir: string;
let worker: Context;
let clock: Date;
let owner: MemberActor;
let email: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mail-'));
  mail = await startMail({ dir, smtpPort: await freePort(), inboxPort: await freePort() });
  stubEnvironment({ SMTP_URL: mail.smtpUrl });
  database = await createTestDatabase();
  worker = testContext(database.db, WORKER, { now: () => clock });
});
afterAll(async () => {
  await database.close();
  await mail.stop();
  await rm(dir, { recursive: true });
});
beforeEach(async () => {
  clock = new Date('2026-11-23T09:00:00.000Z');
  email = `${newId()}@weavers.example`;
  await clearOutbox(worker);
  owner = await createMember(database.db);
});

const as = (actor: MemberActor): Context => testContext(database.db, actor, { now: () => clock });
const manage = (actor: MemberActor = owner) => authorize(actor, 'organization:manage');
const bring = (role: MemberRole = 'recruiter') => invite(as(owner), manage(), { email, role });
const tokenOf = (invitationId: string) => mintMailToken(env().APP_SECRET, 'invitation', invitationId);
const visitor = () => {
  const jar = { id: undefined as string | undefined };
  const ctx: Context & Visitor = {
    ...testContext(database.db, { kind: 'anonymous' }, { now: () => clock }),
    session: null,
    setCookie: (cookie) => {
      jar.id = new RegExp(`^${SESSION_COOKIE()}=([^;]*);`).exec(cookie)?.[1];
    },
  };
  return { ctx, session: () => resolveSession(ctx, jar.id) };
};
const newcomer = { name: 'Gauri Sabnis', password: PASSWORD, timeZone: 'Asia/Kolkata' };
const joinWith = (token: string, browser = visitor()) =>
  joinByInvitation(browser.ctx, { token, ...newcomer }).then(() => browser);
const members = async () =>
  (await listMembers(as(owner), authorize(owner, 'organization:read'))).map(({ userId, role }) => ({
    userId,
    role,
  }));
const open = () => listInvitations(as(owner), manage());
const inbox = async () =>
  (await (await fetch(`${mail.inboxUrl}/api/messages?to=${email}`)).json()) as {
    id: string;
    subject: string;
  }[];

describe('an invitation', () => {
  it('is mailed once, opened, and accepted with a new account that is signed in with the role', async () => {
    const { invitationId } = await bring();
    await deliverAll(worker, { 'invitation-created': consumeInvitationCreated }, 3);
    const [message, ...others] = await inbox();
    expect(others).toEqual([]);
    expect(message?.subject).toBe('Join Heron Mills on Flexibees Employer');
    const { text } = (await (await fetch(`${mail.inboxUrl}/api/messages/${message!.id}`)).json()) as {
      text: string;
    };
    const token = /http:\/\/localhost:3999\/invitation#(\S+)/.exec(text)?.[1] ?? '';
    expect(text).toContain('post jobs, bring people in and decide.');

    expect(await openInvitation(visitor().ctx, { token })).toEqual({
      organizationName: 'Heron Mills',
      inviterName: 'Test Member',
      role: 'recruiter',
      email,
      hasAccount: false,
    });
    expect(await open()).toMatchObject([{ invitationId, email, role: 'recruiter', expired: false }]);
    const browser = await joinWith(token);
    expect(await browser.session()).toMatchObject({
      user: { email, name: 'Gauri Sabnis', emailVerified: true },
      organization: { id: owner.organizationId },
      role: 'recruiter',
    });
    expect(await members()).toHaveLength(2);
    expect(await open()).toEqual([]);
    await expect(joinWith(token)).rejects.toMatchObject({ code: 'conflict' });
    await expect(openInvitation(visitor().ctx, { token })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('makes one member of two clicks at once', async () => {
    const token = tokenOf((await bring()).invitationId);
    const both = await Promise.allSettled([joinWith(token), joinWith(token)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await members()).toHaveLength(2);
  });

  it('is accepted by an account that belongs nowhere with its own password only', async () => {
    const first = await joinWith(tokenOf((await bring()).invitationId));
    const { user } = (await first.session())!;
    await removeMember(as(owner), manage(), { userId: user.id });
    expect(await first.session()).toMatchObject({ organization: null, role: null });
    await expect(signIn(visitor().ctx, { email, password: PASSWORD })).rejects.toMatchObject({
      code: 'forbidden',
    });

    const token = tokenOf((await bring('viewer')).invitationId);
    expect(await openInvitation(visitor().ctx, { token })).toMatchObject({ hasAccount: true });
    await expect(
      acceptInvitation(visitor().ctx, { token, password: 'not the password' }),
    ).rejects.toMatchObject({ code: 'invalid_input', details: { issues: [{ path: 'password' }] } });
    await expect(joinWith(token)).rejects.toMatchObject({ code: 'conflict' });
    const again = visitor();
    await acceptInvitation(again.ctx, { token, password: PASSWORD });
    expect(await again.session()).toMatchObject({ user: { id: user.id }, role: 'viewer' });
  });

  it('is refused to an account that works for another organisation, which it names', async () => {
    await joinWith(tokenOf((await bring()).invitationId));
    const other = await createMember(database.db);
    const { invitationId } = await invite(as(other), manage(other), { email, role: 'viewer' });
    const accept = acceptInvitation(visitor().ctx, { token: tokenOf(invitationId), password: PASSWORD });
    await expect(accept).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Heron Mills'),
    });
  });

  it('gives whoever reads the mailbox an account that a stranger began and never confirmed', async () => {
    const stranger = { ...newcomer, name: 'Squatter', email, password: 'the stranger knows' };
    await signUp(visitor().ctx, { ...stranger, organizationName: 'Squatter Inc' });
    const token = tokenOf((await bring()).invitationId);
    expect(await openInvitation(visitor().ctx, { token })).toMatchObject({ hasAccount: false });
    const browser = await joinWith(token);
    expect(await browser.session()).toMatchObject({
      user: { name: 'Gauri Sabnis' },
      organization: { id: owner.organizationId },
      role: 'recruiter',
    });
    await expect(signIn(visitor().ctx, { email, password: 'the stranger knows' })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  it('ends after seven days, when it is revoked, and when it is sent again', async () => {
    const first = await bring();
    await expect(bring()).rejects.toMatchObject({
      code: 'conflict',
      details: { issues: [{ path: 'email' }] },
    });
    const second = await resendInvitation(as(owner), manage(), first);
    await expect(joinWith(tokenOf(first.invitationId))).rejects.toMatchObject({ code: 'conflict' });
    clock = new Date(clock.getTime() + 7 * DAY_MS);
    await expect(joinWith(tokenOf(second.invitationId))).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('seven days'),
    });
    expect(await open()).toMatchObject([{ invitationId: second.invitationId, expired: true }]);
    const third = await resendInvitation(as(owner), manage(), second);
    await revokeInvitation(as(owner), manage(), third);
    await expect(joinWith(tokenOf(third.invitationId))).rejects.toMatchObject({ code: 'conflict' });
    await deliverAll(worker, { 'invitation-created': consumeInvitationCreated });
    expect(await inbox()).toEqual([]);
    await expect(revokeInvitation(as(owner), manage(), third)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is not for somebody who belongs to the organisation, nor opened by a link of another kind', async () => {
    await joinWith(tokenOf((await bring()).invitationId));
    await expect(bring()).rejects.toMatchObject({ details: { issues: [{ path: 'email' }] } });
    const { invitationId } = await invite(as(owner), manage(), { email: `x-${email}`, role: 'viewer' });
    const forged = mintMailToken(env().APP_SECRET, 'verify_email', invitationId);
    await expect(openInvitation(visitor().ctx, { token: forged })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('of another organisation is not there', async () => {
    const { invitationId } = await bring();
    const other = await createMember(database.db);
    for (const reach of [revokeInvitation, resendInvitation])
      await expect(reach(as(other), manage(other), { invitationId })).rejects.toMatchObject({
        code: 'not_found',
      });
    expect(await listInvitations(as(other), manage(other))).toEqual([]);
    expect(await open()).toHaveLength(1);
  });
});

describe('members', () => {
  const second = (role: MemberRole) => createMember(database.db, role, owner);

  it('are given another role, which holds at once', async () => {
    const { userId } = await second('viewer');
    await changeRole(as(owner), manage(), { userId, role: 'recruiter' });
    expect(await members()).toContainEqual({ userId, role: 'recruiter' });
  });

  it('keep one owner, whoever asks and however many at once', async () => {
    const alone = { code: 'conflict', message: expect.stringContaining('needs an owner') };
    const { userId } = owner;
    await expect(removeMember(as(owner), manage(), { userId })).rejects.toMatchObject(alone);
    await expect(changeRole(as(owner), manage(), { userId, role: 'viewer' })).rejects.toMatchObject(alone);
    const other = await second('owner');
    const both = await Promise.allSettled([
      changeRole(as(owner), manage(), { userId, role: 'viewer' }),
      removeMember(as(other), manage(other), { userId: other.userId }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: alone });
    expect((await members()).filter(({ role }) => role === 'owner')).toHaveLength(1);
  });

  it('leave no invitation behind as a way back when they are no owner any more', async () => {
    const leaves = async (end: (userId: string) => Promise<unknown>) => {
      const partner = await createMember(database.db, 'owner', owner);
      const other = { email: `${newId()}@weavers.example`, role: 'owner' as const };
      const { invitationId } = await invite(as(partner), manage(partner), other);
      const { invitationId: kept } = await bring();
      await end(partner.userId);
      await expect(joinWith(tokenOf(invitationId))).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringMatching(/taken back/),
      });
      expect((await open()).map((invitation) => invitation.invitationId)).toEqual([kept]);
      await revokeInvitation(as(owner), manage(), { invitationId: kept });
    };
    await leaves((userId) => removeMember(as(owner), manage(), { userId }));
    await leaves((userId) => changeRole(as(owner), manage(), { userId, role: 'viewer' }));
  });

  it('do not count a disabled owner as one', async () => {
    const other = await second('owner');
    await database.owner.query('update users set disabled_at = now() where id = $1', [other.userId]);
    await expect(removeMember(as(owner), manage(), { userId: owner.userId })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('of another organisation are not there', async () => {
    const foreign = await createMember(database.db);
    const { userId } = foreign;
    await expect(removeMember(as(owner), manage(), { userId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(changeRole(as(owner), manage(), { userId, role: 'viewer' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
