import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '@/domain/kernel/context';
import { newId } from '@/domain/kernel/ids';
import { env } from '@/env';
import { testContext } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { stubEnvironment } from '@/testing/environment';
import { requestPasswordReset, resetPassword } from './commands/reset-password';
import { signIn, signOut, type Visitor } from './commands/sign-in';
import { signUp } from './commands/sign-up';
import { resendVerification, verifyEmail } from './commands/verify-email';
import { SESSION_COOKIE } from './cookie';
import { mintMailToken } from './mail-token';
import { signUpSchema, type TokenPurpose } from './schema';
import { pruneSessions, resolveSession, type Session } from './sessions';

const PASSWORD = 'a short sentence';
const DAY_MS = 86_400_000;

let database: TestDatabase;
let clock: Date;
let email: string;

beforeAll(async () => {
  stubEnvironment();
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => {
  clock = new Date('2026-11-23T09:00:00.000Z');
  email = `${newId()}@kestrel.example`;
});

const anonymous = (): Context => testContext(database.db, { kind: 'anonymous' }, { now: () => clock });

const details = (overrides: Partial<Parameters<typeof signUp>[1]> = {}) => ({
  name: 'Asha Rao',
  organizationName: 'Kestrel Foods',
  email,
  password: PASSWORD,
  timeZone: 'Asia/Kolkata',
  ...overrides,
});

/** The newest mailed token of this test's address. */
const mailed = async (purpose: TokenPurpose): Promise<string> => {
  const { rows } = await database.owner.query<{ id: string }>(
    `select t.id from email_tokens t join users u on u.id = t.user_id
     where u.email = $1 and t.purpose = $2 order by t.id desc limit 1`,
    [email, purpose],
  );
  return mintMailToken(env().APP_SECRET, purpose, rows[0]!.id);
};

const purposes = async (): Promise<string[]> => {
  const { rows } = await database.owner.query<{ purpose: string }>(
    `select t.purpose from email_tokens t join users u on u.id = t.user_id where u.email = $1 order by t.id`,
    [email],
  );
  return rows.map(({ purpose }) => purpose);
};

/** A browser with a cookie jar. */
const browser = () => {
  const jar = { id: undefined as string | undefined };
  const visit = async (): Promise<Context & Visitor> => {
    const session = await resolveSession(anonymous(), jar.id);
    const setCookie = (cookie: string) => {
      jar.id = new RegExp(`^${SESSION_COOKIE()}=([^;]*);`).exec(cookie)?.[1];
    };
    return { ...anonymous(), session, setCookie };
  };
  return {
    jar,
    session: (): Promise<Session | null> => resolveSession(anonymous(), jar.id),
    signIn: async (password = PASSWORD) => signIn(await visit(), { email, password }),
    signOut: async () => signOut(await visit()),
  };
};

const member = async () => {
  await signUp(anonymous(), details());
  await verifyEmail(anonymous(), { token: await mailed('verify_email'), password: PASSWORD });
};

describe('signing up and in', () => {
  it('makes an owner of a new organisation, who signs in once the address is confirmed', async () => {
    const person = browser();
    expect(await signUp(anonymous(), details())).toEqual({ accepted: true });
    expect(await person.signIn()).toEqual({ status: 'unverified' });
    expect(person.jar.id).toBeUndefined();

    await verifyEmail(anonymous(), { token: await mailed('verify_email'), password: PASSWORD });
    expect(await person.signIn()).toEqual({ status: 'signed_in' });
    expect(await person.session()).toMatchObject({
      user: { email, emailVerified: true },
      organization: { name: 'Kestrel Foods', timeZone: 'Asia/Kolkata' },
      role: 'owner',
      platformAdmin: false,
      actor: { kind: 'member', role: 'owner' },
    });
  });

  it('knows a time zone by its name of today, whatever the browser calls it', () => {
    const zoneOf = (timeZone: string) => signUpSchema.parse({ ...details(), timeZone }).timeZone;
    expect(['Asia/Calcutta', 'Asia/Kolkata', 'Europe/London'].map(zoneOf)).toEqual([
      'Asia/Kolkata',
      'Asia/Kolkata',
      'Europe/London',
    ]);
    expect(() => zoneOf('Asia/Nowhere')).toThrow('This time zone is not known.');
  });

  it('gives every sign-in another session id and ends the one before', async () => {
    await member();
    const person = browser();
    await person.signIn();
    const first = person.jar.id;
    await person.signIn();
    expect(person.jar.id).not.toBe(first);
    expect(await resolveSession(anonymous(), first)).toBeNull();
    expect(await person.session()).not.toBeNull();
  });

  it('keeps only a hash of the session id', async () => {
    await member();
    const person = browser();
    await person.signIn();
    const id = person.jar.id ?? '';
    const hash = createHash('sha256').update(id).digest('hex');
    const { rows } = await database.owner.query('select id_hash from sessions where id_hash = any($1)', [
      [id, hash],
    ]);
    expect(rows).toEqual([{ id_hash: hash }]);
  });

  it('signs out here and leaves other devices signed in; twice is no error', async () => {
    await member();
    const [here, there] = [browser(), browser()];
    await here.signIn();
    await there.signIn();
    const id = here.jar.id;
    await here.signOut();
    await here.signOut();
    expect(await resolveSession(anonymous(), id)).toBeNull();
    expect(await there.session()).not.toBeNull();
  });

  it('ends a session after thirty days without a visit, and prolongs it by a visit in its second half', async () => {
    await member();
    const person = browser();
    await person.signIn();
    clock = new Date(clock.getTime() + 20 * DAY_MS);
    expect(await person.session()).not.toBeNull();
    clock = new Date(clock.getTime() + 29 * DAY_MS);
    expect(await person.session()).not.toBeNull();
    clock = new Date(clock.getTime() + 31 * DAY_MS);
    expect(await person.session()).toBeNull();
  });

  it('forgets sessions that are over, and no others', async () => {
    await member();
    const [early, late] = [browser(), browser()];
    await early.signIn();
    clock = new Date(clock.getTime() + 20 * DAY_MS);
    await late.signIn();
    clock = new Date(clock.getTime() + 11 * DAY_MS);
    await pruneSessions(anonymous());
    const { rows } = await database.owner.query(
      'select 1 from sessions s join users u on u.id = s.user_id where u.email = $1',
      [email],
    );
    expect(rows).toHaveLength(1);
    expect(await late.session()).not.toBeNull();
  });

  it('keeps a platform admin a member of their organisation too', async () => {
    await member();
    await database.owner.query('update users set platform_admin = true where email = $1', [email]);
    const person = browser();
    await person.signIn();
    expect(await person.session()).toMatchObject({ platformAdmin: true, actor: { kind: 'member' } });
  });

  it('writes what happened to the audit log of the organisation, without the address', async () => {
    await member();
    const person = browser();
    await person.signIn('not the password').catch(() => undefined);
    await person.signIn();
    const organizationId = (await person.session())?.organization?.id;
    await person.signOut();
    const { rows } = await database.owner.query<{ action: string; row: string }>(
      'select action, to_jsonb(a)::text as row from audit_log a where organization_id = $1 order by sequence',
      [organizationId],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'account.created',
      'account.email_verified',
      'account.sign_in_refused',
      'account.signed_in',
      'account.signed_out',
    ]);
    expect(rows.some(({ row }) => row.includes(email) || row.includes('Asha'))).toBe(false);
  });
});

describe('what a stranger can learn', () => {
  const message = 'This address and password do not belong together.';
  const refusal = {
    code: 'unauthenticated',
    message,
    details: { issues: [{ path: 'password', message }] },
  };

  it('refuses a wrong password, an unknown address and a disabled person alike', async () => {
    const unknown = browser().signIn();
    await expect(unknown).rejects.toMatchObject(refusal);
    await member();
    await expect(browser().signIn('not the password')).rejects.toMatchObject(refusal);
    await database.owner.query('update users set disabled_at = now() where email = $1', [email]);
    await expect(browser().signIn()).rejects.toMatchObject(refusal);
  });

  it('answers a sign-up with a known address like any other, and tells its mailbox only', async () => {
    await member();
    expect(await signUp(anonymous(), details({ password: 'another sentence' }))).toEqual({ accepted: true });
    expect(await purposes()).toEqual(['verify_email', 'account_exists']);
    expect(await browser().signIn()).toEqual({ status: 'signed_in' });
    await expect(browser().signIn('another sentence')).rejects.toMatchObject(refusal);
  });

  it('answers resets and repeated confirmations the same for every address', async () => {
    expect(await requestPasswordReset(anonymous(), { email })).toEqual({ accepted: true });
    expect(await resendVerification(anonymous(), { email })).toEqual({ accepted: true });
    expect(await purposes()).toEqual([]);
    await member();
    expect(await requestPasswordReset(anonymous(), { email })).toEqual({ accepted: true });
    expect(await resendVerification(anonymous(), { email })).toEqual({ accepted: true });
    expect(await purposes()).toEqual(['verify_email', 'reset_password']);
  });

  describe('who signs up with an address that somebody else never confirmed', () => {
    const theirs = { name: 'Squatter', organizationName: 'Squatter Inc', password: 'the squatter knows' };
    const links = async (): Promise<string[]> => {
      const { rows } = await database.owner.query<{ id: string }>(
        'select t.id from email_tokens t join users u on u.id = t.user_id where u.email = $1 order by t.id',
        [email],
      );
      return rows.map(({ id }) => mintMailToken(env().APP_SECRET, 'verify_email', id));
    };
    const confirm = (token: string, password: string) => verifyEmail(anonymous(), { token, password });
    const wrong = { code: 'invalid_input', details: { issues: [{ path: 'password' }] } };

    it('changes nothing when the owner was first, whichever link the owner opens', async () => {
      await signUp(anonymous(), details());
      await signUp(anonymous(), details(theirs));
      const [first, second] = await links();
      for (const link of [first!, second!])
        await expect(confirm(link, theirs.password)).rejects.toMatchObject(wrong);
      expect(await confirm(first!, PASSWORD)).toEqual({ email });
      await expect(browser().signIn(theirs.password)).rejects.toMatchObject(refusal);
      const person = browser();
      expect(await person.signIn()).toEqual({ status: 'signed_in' });
      expect(await person.session()).toMatchObject({
        user: { name: 'Asha Rao' },
        organization: { name: 'Kestrel Foods' },
      });
    });

    it('is never confirmed by the owner who comes second, and loses the account to a new password', async () => {
      await signUp(anonymous(), details(theirs));
      await signUp(anonymous(), details());
      for (const link of await links()) await expect(confirm(link, PASSWORD)).rejects.toMatchObject(wrong);
      expect(await browser().signIn(theirs.password)).toEqual({ status: 'unverified' });
      await requestPasswordReset(anonymous(), { email });
      await resetPassword(anonymous(), { token: await mailed('reset_password'), password: PASSWORD });
      await expect(browser().signIn(theirs.password)).rejects.toMatchObject(refusal);
      expect(await browser().signIn()).toEqual({ status: 'signed_in' });
    });
  });

  it('lets two sign-ups of one address at once make one person', async () => {
    await Promise.all([signUp(anonymous(), details()), signUp(anonymous(), details())]);
    const { rows } = await database.owner.query(
      'select m.role from users u join memberships m on m.user_id = u.id where u.email = $1',
      [email],
    );
    expect(rows).toEqual([{ role: 'owner' }]);
  });
});

describe('a password that is easy to guess', () => {
  const easy = { code: 'invalid_input', details: { issues: [{ path: 'password' }] } };

  it('makes no account', async () => {
    await expect(signUp(anonymous(), details({ password: '1234567890' }))).rejects.toMatchObject(easy);
    await expect(signUp(anonymous(), details({ password: email }))).rejects.toMatchObject(easy);
    expect(await purposes()).toEqual([]);
  });

  it('does not spend the link that sets a new one', async () => {
    await member();
    await requestPasswordReset(anonymous(), { email });
    const token = await mailed('reset_password');
    await expect(resetPassword(anonymous(), { token, password: `${email}1` })).rejects.toMatchObject(easy);
    expect(await browser().signIn()).toEqual({ status: 'signed_in' });
    await resetPassword(anonymous(), { token, password: 'a newer sentence' });
    expect(await browser().signIn('a newer sentence')).toEqual({ status: 'signed_in' });
  });
});

describe('a new password', () => {
  it('ends every session, replaces the old one and spends the other links', async () => {
    await member();
    const devices = [browser(), browser()];
    for (const device of devices) await device.signIn();
    await requestPasswordReset(anonymous(), { email });
    const other = await mailed('reset_password');
    await requestPasswordReset(anonymous(), { email });
    await resetPassword(anonymous(), { token: await mailed('reset_password'), password: 'a newer sentence' });

    for (const device of devices) expect(await device.session()).toBeNull();
    await expect(browser().signIn()).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await browser().signIn('a newer sentence')).toEqual({ status: 'signed_in' });
    await expect(resetPassword(anonymous(), { token: other, password: PASSWORD })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('lets one of two uses of a link at once win; the other is told that it was used', async () => {
    await member();
    await requestPasswordReset(anonymous(), { email });
    const token = await mailed('reset_password');
    const passwords = ['the first sentence', 'the second sentence'];
    const results = await Promise.allSettled(
      passwords.map((password) => resetPassword(anonymous(), { token, password })),
    );
    const won = results.findIndex(({ status }) => status === 'fulfilled');
    expect(results[1 - won]).toMatchObject({
      status: 'rejected',
      reason: { code: 'conflict', message: 'This link was used already.' },
    });
    expect(await browser().signIn(passwords[won])).toEqual({ status: 'signed_in' });
  });

  it('confirms the address, since its mailbox was read', async () => {
    await signUp(anonymous(), details());
    await requestPasswordReset(anonymous(), { email });
    await resetPassword(anonymous(), { token: await mailed('reset_password'), password: PASSWORD });
    expect(await browser().signIn()).toEqual({ status: 'signed_in' });
  });

  it('is refused to a disabled person, whose sessions are over', async () => {
    await member();
    const person = browser();
    await person.signIn();
    await requestPasswordReset(anonymous(), { email });
    await database.owner.query('update users set disabled_at = now() where email = $1', [email]);
    expect(await person.session()).toBeNull();
    const token = await mailed('reset_password');
    await expect(resetPassword(anonymous(), { token, password: PASSWORD })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect((await requestPasswordReset(anonymous(), { email })).accepted).toBe(true);
    expect(await mailed('reset_password')).toBe(token);
  });
});

describe('a mailed link', () => {
  it('works once, in its time, for its purpose', async () => {
    await signUp(anonymous(), details());
    const token = await mailed('verify_email');
    await expect(resetPassword(anonymous(), { token, password: PASSWORD })).rejects.toMatchObject({
      code: 'not_found',
    });
    clock = new Date(clock.getTime() + 2 * DAY_MS + 1);
    await expect(verifyEmail(anonymous(), { token, password: PASSWORD })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('too old'),
    });
    await resendVerification(anonymous(), { email });
    const fresh = await mailed('verify_email');
    await verifyEmail(anonymous(), { token: fresh, password: PASSWORD });
    await expect(verifyEmail(anonymous(), { token: fresh, password: PASSWORD })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('used already'),
    });
  });

  it('is not found when it was forged', async () => {
    await signUp(anonymous(), details());
    const [id] = (await mailed('verify_email')).split('.');
    const forged = mintMailToken('another secret of thirty-two characters', 'verify_email', newId());
    for (const token of [forged, `${id}.${'A'.repeat(43)}`, 'x'.repeat(66)]) {
      await expect(verifyEmail(anonymous(), { token, password: PASSWORD })).rejects.toMatchObject({
        code: 'not_found',
      });
    }
  });

  it('leaves nothing in the outbox that opens anything', async () => {
    await signUp(anonymous(), details());
    const { rows } = await database.owner.query<{ payload: object }>(
      `select payload from outbox where topic = 'mail-token' order by id desc limit 1`,
    );
    expect(Object.keys(rows[0]!.payload)).toEqual(['tokenId']);
  });
});
