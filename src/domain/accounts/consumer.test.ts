import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '@/domain/kernel/context';
import { newId } from '@/domain/kernel/ids';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { stubEnvironment } from '@/testing/environment';
import { startMail, type MailServer } from '../../../local/mail/server';
import { freePort } from '../../../local/ports';
import { requestPasswordReset } from './commands/reset-password';
import { signUp } from './commands/sign-up';
import { verifyEmail } from './commands/verify-email';
import { consumeMailToken } from './consumer';

let database: TestDatabase;
let mail: MailServer;
let dir: string;
let worker: Context;
let anonymous: Context;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mail-'));
  mail = await startMail({ dir, smtpPort: await freePort(), inboxPort: await freePort() });
  stubEnvironment({ SMTP_URL: mail.smtpUrl });
  database = await createTestDatabase();
  worker = testContext(database.db, WORKER);
  anonymous = testContext(database.db, { kind: 'anonymous' });
});
afterAll(async () => {
  await database.close();
  await mail.stop();
  await rm(dir, { recursive: true });
});

const register = async (email: string) => {
  await signUp(anonymous, {
    name: 'Win a prize at http://evil.example',
    organizationName: 'Evil',
    email,
    password: 'a short sentence',
    timeZone: 'Asia/Kolkata',
  });
};

const tokensOf = async (email: string): Promise<{ id: string; sent_at: Date | null }[]> =>
  (
    await database.owner.query<{ id: string; sent_at: Date | null }>(
      'select t.id, t.sent_at from email_tokens t join users u on u.id = t.user_id where u.email = $1 order by t.id',
      [email],
    )
  ).rows;

const messagesTo = async (email: string): Promise<{ id: string; subject: string }[]> =>
  (await (await fetch(`${mail.inboxUrl}/api/messages?to=${email}`)).json()) as {
    id: string;
    subject: string;
  }[];

const raw = async (id: string): Promise<string> =>
  (await fetch(`${mail.inboxUrl}/api/messages/${id}/raw`)).text();
const read = async (id: string): Promise<{ text: string }> =>
  (await (await fetch(`${mail.inboxUrl}/api/messages/${id}`)).json()) as { text: string };

describe('a mailed token', () => {
  it('arrives once, however often its message is delivered, with a link that works', async () => {
    const email = `${newId()}@kestrel.example`;
    await register(email);
    const [token] = await tokensOf(email);
    for (let i = 0; i < 3; i += 1) await consumeMailToken(worker, { tokenId: token!.id });

    const [message, ...others] = await messagesTo(email);
    expect(others).toEqual([]);
    expect((await tokensOf(email))[0]?.sent_at).toEqual(worker.now());
    const source = await raw(message!.id);
    expect(source).toContain(`Message-ID: <token-${token!.id}@localhost>`);
    expect(source).toContain(`X-Idempotency-Key: token-${token!.id}`);
    const { text } = await read(message!.id);
    const link = /http:\/\/localhost:3999\/verify#(\S+)/.exec(text)?.[1] ?? '';
    expect(await verifyEmail(anonymous, { token: link, password: 'a short sentence' })).toEqual({ email });
  });

  it('quotes nothing that whoever typed the address wrote', async () => {
    const email = `${newId()}@kestrel.example`;
    await register(email);
    const [token] = await tokensOf(email);
    await consumeMailToken(worker, { tokenId: token!.id });
    const [message] = await messagesTo(email);
    expect(await raw(message!.id)).not.toContain('evil');
    expect((await read(message!.id)).text.toLowerCase()).not.toContain('prize');
  });

  it('is not sent once it is used, and a second sign-up gets a notice instead', async () => {
    const email = `${newId()}@kestrel.example`;
    await register(email);
    await database.owner.query('update users set email_verified_at = now() where email = $1', [email]);
    await register(email);
    await requestPasswordReset(anonymous, { email });
    const tokens = await tokensOf(email);
    await database.owner.query('update email_tokens set used_at = now() where id = $1', [tokens[0]!.id]);
    for (const { id } of tokens) await consumeMailToken(worker, { tokenId: id });
    expect((await messagesTo(email)).map(({ subject }) => subject).toSorted()).toEqual([
      'Choose a new password',
      'You have an account already',
    ]);
  });

  it('is given up when the mailbox refuses for good, and kept for another try when it defers', async () => {
    for (const [prefix, failure] of [
      ['refuse', { code: 'invalid_input' }],
      ['defer', { name: 'MailError', outcome: 'not_sent' }],
    ] as const) {
      const email = `${prefix}+${newId()}@kestrel.example`;
      await register(email);
      const [token] = await tokensOf(email);
      const failed: unknown = await consumeMailToken(worker, { tokenId: token!.id }).catch(
        (error: unknown) => error,
      );
      expect(failed).toMatchObject(failure);
      expect((failed as Error).message).not.toContain('kestrel');
      expect((await tokensOf(email))[0]?.sent_at).toBeNull();
    }
  });

  it('is given up when it is gone', async () => {
    const gone = consumeMailToken(worker, { tokenId: newId() });
    await expect(gone).rejects.toMatchObject({ code: 'not_found' });
  });
});
