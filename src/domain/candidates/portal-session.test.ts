import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PORTAL_COOKIE } from '@/domain/accounts/cookie';
import { mintMailToken } from '@/domain/accounts/mail-token';
import { pruneSessions, resolvePortalSession, resolveSession } from '@/domain/accounts/sessions';
import type { Context } from '@/domain/kernel/context';
import { newId } from '@/domain/kernel/ids';
import { asAuth, asWorker } from '@/domain/kernel/transaction';
import { env } from '@/env';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { stubEnvironment } from '@/testing/environment';
import { createMember } from '@/testing/factories';
import { fullAnswers, profileOf } from '@/testing/people';
import { startMail, type MailServer } from '../../../local/mail/server';
import { freePort } from '../../../local/ports';
import { addPerson } from './commands';
import { leavePortal, openPortal, type PortalVisitor } from './commands/portal-session';
import {
  issueCandidateToken,
  renewCandidateLink,
  requestPortalLink,
  spendCandidateToken,
} from './commands/tokens';
import { consumeCandidateToken } from './consumer';
import type { CandidateTokenPurpose } from './schema';

const DAY_MS = 86_400_000;

let database: TestDatabase;
let mail: MailServer;
let dir: string;
let clock: Date;
let email: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mail-'));
  mail = await startMail({ dir, smtpPort: await freePort(), inboxPort: await freePort() });
  stubEnvironment({ SMTP_URL: mail.smtpUrl });
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.close();
  await mail.stop();
  await rm(dir, { recursive: true });
});
beforeEach(() => {
  clock = new Date('2026-11-23T09:00:00.000Z');
  email = `${newId()}@people.example`;
});

const anonymous = (): Context => testContext(database.db, { kind: 'anonymous' }, { now: () => clock });
const worker = (): Context => testContext(database.db, WORKER, { now: () => clock });

const addOne = (organizationId: string | null = null): Promise<string> =>
  asWorker(worker(), (tx) =>
    addPerson(worker(), tx, {
      organizationId,
      lawfulBasis: 'consent',
      poolConsentAt: null,
      profile: profileOf('Asha Pillai', email, ['tally']),
      answers: fullAnswers,
      resumeId: null,
      parserVersion: null,
    }),
  );

const tokens = async (): Promise<{ id: string; candidate_id: string; sent_at: Date | null }[]> =>
  (
    await database.owner.query<{ id: string; candidate_id: string; sent_at: Date | null }>(
      `select t.id, t.candidate_id, t.sent_at from candidate_tokens t join candidates c on c.id = t.candidate_id
       where c.email = $1 order by t.id`,
      [email],
    )
  ).rows;

const linkOf = (id: string, purpose: CandidateTokenPurpose = 'portal'): string =>
  mintMailToken(env().APP_SECRET, purpose, id);

const newLink = async (): Promise<string> => {
  await requestPortalLink(anonymous(), { email });
  return linkOf((await tokens()).at(-1)!.id);
};

/** A browser with a cookie jar. */
const browser = () => {
  const jar = { id: undefined as string | undefined, cookie: '' };
  const visit = async (): Promise<Context & PortalVisitor> => {
    const session = await resolvePortalSession(anonymous(), jar.id);
    const setCookie = (cookie: string) => {
      jar.cookie = cookie;
      jar.id = new RegExp(`^${PORTAL_COOKIE()}=([^;]*);`).exec(cookie)?.[1];
    };
    return {
      ...anonymous(),
      candidateId: session?.candidateId ?? null,
      portalSessionId: session?.id ?? null,
      setCookie,
    };
  };
  return {
    jar,
    who: async () => (await resolvePortalSession(anonymous(), jar.id))?.candidateId ?? null,
    open: async (token: string) => openPortal(await visit(), { token }),
    leave: async () => leavePortal(await visit()),
  };
};

describe('a link to the portal', () => {
  it('signs its person in once, confirms the address, and its cookie is no member’s', async () => {
    const candidateId = await addOne();
    const person = browser();
    const link = await newLink();
    expect(await person.open(link)).toEqual({ accepted: true });
    expect(await person.who()).toBe(candidateId);
    expect(person.jar.cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
    expect(await resolveSession(anonymous(), person.jar.id)).toBeNull();
    const { rows } = await database.owner.query('select email_verified_at from candidates where id = $1', [
      candidateId,
    ]);
    expect(rows).toEqual([{ email_verified_at: clock }]);
    await expect(browser().open(link)).rejects.toMatchObject({
      code: 'conflict',
      message: 'This link was used already.',
    });
  });

  it('is spent by one of two who open it at the same moment', async () => {
    await addOne();
    const link = await newLink();
    const results = await Promise.allSettled([browser().open(link), browser().open(link)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', message: 'This link was used already.' },
    });
  });

  it('works for an hour, and the other two kinds for a week and two', async () => {
    const candidateId = await addOne();
    const spend = (purpose: CandidateTokenPurpose, id: string) =>
      asAuth(anonymous(), (tx) => spendCandidateToken(anonymous(), tx, purpose, linkOf(id, purpose)));
    for (const [purpose, hours] of [
      ['portal', 1],
      ['application', 7 * 24],
      ['fact_request', 14 * 24],
    ] as const) {
      const aboutId = newId();
      const issued = clock;
      for (let i = 0; i < 2; i += 1) {
        await asWorker(worker(), (tx) =>
          issueCandidateToken(worker(), tx, { candidateId, purpose, aboutId }),
        );
      }
      const [early, late] = (await tokens()).slice(-2);
      clock = new Date(issued.getTime() + hours * 3_600_000 - 1);
      expect(await spend(purpose, early!.id)).toEqual({ candidateId, organizationId: null, aboutId });
      clock = new Date(issued.getTime() + hours * 3_600_000);
      await expect(spend(purpose, late!.id)).rejects.toMatchObject({
        code: 'conflict',
        message: 'This link is too old.',
      });
    }
  });

  it('does nothing as a link of another kind, nor when it was made up', async () => {
    await addOne();
    await newLink();
    const { id } = (await tokens())[0]!;
    for (const forged of [linkOf(id, 'application'), `${linkOf(id).slice(0, -1)}_`, linkOf(newId())]) {
      await expect(browser().open(forged)).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('can be asked for again with the old one, at the same address', async () => {
    const candidateId = await addOne();
    const old = await newLink();
    await browser().open(old);
    await renewCandidateLink(anonymous(), { token: old, purpose: 'portal' });
    const person = browser();
    await person.open(linkOf((await tokens()).at(-1)!.id));
    expect(await person.who()).toBe(candidateId);
    const made = linkOf(newId());
    await expect(renewCandidateLink(anonymous(), { token: made, purpose: 'portal' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('is refused for someone who was found to be another person', async () => {
    const candidateId = await addOne();
    const person = browser();
    await person.open(await newLink());
    const link = await newLink();
    await database.owner.query('update candidates set merged_into_id = $2 where id = $1', [
      candidateId,
      newId(),
    ]);
    await expect(browser().open(link)).rejects.toMatchObject({ code: 'conflict' });
    expect(await person.who()).toBeNull();
  });
});

describe('the link of somebody who was merged', () => {
  it('opens nothing, and is renewed by mail to the person they are now, over however many merges', async () => {
    const { organizationId } = await createMember(database.db);
    const merged = await addOne(organizationId);
    const old = await newLink();
    const address = email;
    email = `between-${newId()}@example.com`;
    const between = await addOne(organizationId);
    email = `kept-${newId()}@example.com`;
    const kept = await addOne(organizationId);
    const merge = 'update candidates set merged_into_id = $2 where id = $1';
    await database.owner.query(merge, [merged, between]);
    await database.owner.query(merge, [between, kept]);
    await expect(browser().open(old)).rejects.toMatchObject({ code: 'conflict' });
    await renewCandidateLink(anonymous(), { token: old, purpose: 'portal' });
    await requestPortalLink(anonymous(), { email: address });
    const issued = (await tokens()).slice(-2);
    expect(issued.map((token) => token.candidate_id)).toEqual([kept, kept]);
    for (const { id } of issued) await consumeCandidateToken(worker(), { tokenId: id });
    expect(await inbox()).toHaveLength(2);
    const person = browser();
    await person.open(linkOf(issued[0]!.id));
    expect(await person.who()).toBe(kept);
  });
});

describe('asking for a link', () => {
  it('answers the same and writes the same for an unknown address, whose message mails nobody', async () => {
    const written = async () =>
      (
        await database.owner.query<{ topic: string; payload: { tokenId: string } }>(
          'select topic, payload from outbox order by id desc limit 1',
        )
      ).rows[0]!;
    expect(await requestPortalLink(anonymous(), { email })).toEqual({ accepted: true });
    const unknown = await written();
    expect(unknown.topic).toBe('candidate-token');
    await consumeCandidateToken(worker(), unknown.payload);
    expect(await inbox()).toEqual([]);
    await addOne();
    expect(await requestPortalLink(anonymous(), { email })).toEqual({ accepted: true });
    expect(await written()).toMatchObject({ topic: 'candidate-token' });
  });

  it('mails one link a person behind the address, once, and says who brought them', async () => {
    const own = await addOne();
    const { organizationId } = await createMember(database.db);
    const brought = await addOne(organizationId);
    await requestPortalLink(anonymous(), { email });
    const issued = await tokens();
    expect(issued.map((token) => token.candidate_id).toSorted()).toEqual([own, brought].toSorted());
    for (const { id } of [...issued, ...issued]) await consumeCandidateToken(worker(), { tokenId: id });
    const subjects = (await inbox()).map(({ subject }) => subject);
    expect(subjects.toSorted()).toEqual(['Open your applications', 'What Heron Mills keeps about you']);
    expect((await tokens()).every((token) => token.sent_at !== null)).toBe(true);
  });

  it('gives a link that works, behind the #', async () => {
    await addOne();
    await requestPortalLink(anonymous(), { email });
    await consumeCandidateToken(worker(), { tokenId: (await tokens())[0]!.id });
    const [message] = await inbox();
    const { text } = (await (await fetch(`${mail.inboxUrl}/api/messages/${message!.id}`)).json()) as {
      text: string;
    };
    const link = /http:\/\/localhost:3999\/me\/open#(\S+)/.exec(text)?.[1] ?? '';
    expect(await browser().open(link)).toEqual({ accepted: true });
  });
});

describe('a portal session', () => {
  it('gets another id with each link, and the one before ends', async () => {
    await addOne();
    const person = browser();
    await person.open(await newLink());
    const first = person.jar.id;
    await person.open(await newLink());
    expect(person.jar.id).not.toBe(first);
    expect(await resolvePortalSession(anonymous(), first)).toBeNull();
    expect(await person.who()).not.toBeNull();
  });

  it('ends when its person leaves, and after thirty days without a visit', async () => {
    await addOne();
    const [leaver, absent] = [browser(), browser()];
    await leaver.open(await newLink());
    await absent.open(await newLink());
    const ended = leaver.jar.id;
    await leaver.leave();
    expect(leaver.jar.cookie).toContain('Max-Age=0');
    expect(await resolvePortalSession(anonymous(), ended)).toBeNull();
    expect(await leaver.leave()).toEqual({ accepted: true });
    clock = new Date(clock.getTime() + 31 * DAY_MS);
    await pruneSessions(anonymous());
    const { rows } = await database.owner.query(
      'select s.* from candidate_sessions s join candidates c on c.id = s.candidate_id where c.email = $1',
      [email],
    );
    expect(rows).toEqual([]);
    expect(await absent.who()).toBeNull();
  });
});

const inbox = async (): Promise<{ id: string; subject: string }[]> =>
  (await (await fetch(`${mail.inboxUrl}/api/messages?to=${email}`)).json()) as {
    id: string;
    subject: string;
  }[];
