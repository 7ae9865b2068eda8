import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addPerson } from '@/domain/candidates/commands';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { consumeMatchChunk } from '@/domain/matching/consumer';
import { consumeCandidateChanged } from '@/domain/matching/patch';
import { consumeMatchRequest } from '@/domain/matching/runs';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { stubEnvironment } from '@/testing/environment';
import { createMember, type MemberActor } from '@/testing/factories';
import { goingAway } from '@/testing/outage';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { clearOutbox, deliverAll, type Consumers } from '@/testing/queue';
import { startMail, type MailServer } from '../../../local/mail/server';
import { freePort } from '../../../local/ports';
import { consumeNotificationSend, consumeRunFinished, reconcileMails } from './consumer';

const MINUTE_MS = 60_000;

let database: TestDatabase;
let mail: MailServer;
let dir: string;
let clock: Date;
let worker: Context;

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
beforeEach(async () => {
  clock = new Date('2026-11-23T09:00:00.000Z');
  worker = testContext(database.db, WORKER, { now: () => clock });
  await clearOutbox(worker);
});

const later = (minutes: number): void => {
  clock = new Date(clock.getTime() + minutes * MINUTE_MS);
};

/** All but the mails themselves, which each test delivers in its own way. */
const matching: Consumers = {
  'match-request': consumeMatchRequest,
  'match-chunk': consumeMatchChunk,
  'candidate-changed': consumeCandidateChanged,
  'run-finished': consumeRunFinished,
};
const everything: Consumers = { ...matching, 'notification-send': consumeNotificationSend };

const bring = (member: MemberActor, name: string): Promise<string> =>
  asWorker(worker, (tx) =>
    addPerson(worker, tx, {
      organizationId: member.organizationId,
      lawfulBasis: 'consent',
      poolConsentAt: null,
      profile: profileOf(name, `${worker.newId()}@people.example`, ['tally', 'gst']),
      answers: fullAnswers,
      resumeId: null,
      parserVersion: null,
    }),
  );

const publish = async (member: MemberActor): Promise<void> => {
  const ctx = { ...worker, actor: member };
  const grant = authorize(member, 'job:write');
  const { jobId } = await createJob(ctx, grant, { title: 'Accountant', role: null });
  const { revision } = await saveDraft(ctx, grant, { jobId, revision: 1, answers: accountantJob });
  await publishJob(ctx, grant, { jobId, revision });
};

/** A recruiter with an address that the mail sink treats by its beginning, an open job and one strong match. */
const recruiter = async (prefix = ''): Promise<{ member: MemberActor; email: string }> => {
  const member = await createMember(database.db);
  const email = `${prefix}${member.userId}@heron.example`;
  await moveTo(member, email);
  await bring(member, 'Asha Pillai');
  await publish(member);
  return { member, email };
};

const moveTo = (member: MemberActor, email: string): Promise<unknown> =>
  database.owner.query('update users set email = $2 where id = $1', [member.userId, email]);

interface MailRow {
  id: string;
  state: string;
  attempts: number;
  providerId: string | null;
  lastError: string | null;
}
const mailsOf = async (member: MemberActor): Promise<MailRow[]> =>
  (
    await database.owner.query<MailRow>(
      `select id, state, attempts, provider_id as "providerId", last_error as "lastError"
       from notifications where user_id = $1 and channel = 'email' order by created_at, id`,
      [member.userId],
    )
  ).rows;
const onlyMail = async (member: MemberActor): Promise<MailRow> => {
  const [row, ...others] = await mailsOf(member);
  expect(others).toEqual([]);
  return row!;
};

interface Received {
  id: string;
  subject: string;
  text: string;
  headers: Record<string, string>;
}
/** What a mailbox holds, oldest first. */
const inboxOf = async (email: string): Promise<Received[]> => {
  const list = (await (
    await fetch(`${mail.inboxUrl}/api/messages?to=${encodeURIComponent(email)}`)
  ).json()) as { id: string }[];
  const read = async ({ id }: { id: string }) =>
    (await (await fetch(`${mail.inboxUrl}/api/messages/${id}`)).json()) as Received;
  return Promise.all(list.toReversed().map(read));
};

describe('a mail about a run', () => {
  it('is sent once however often everything is delivered, and again for the next run with what is new', async () => {
    const { member, email } = await recruiter();
    await deliverAll(worker, everything, 2);
    const [first, ...others] = await inboxOf(email);
    expect(others).toEqual([]);
    expect(first?.subject).toContain('Accountant');
    expect(first?.text).toContain('Asha Pillai');
    const row = await onlyMail(member);
    expect(row).toMatchObject({ state: 'sent', attempts: 1, lastError: null });
    expect(row.providerId).toBe(`<notification-${row.id}@localhost>`);
    expect(first?.headers['message-id']).toContain(row.providerId);

    await clearOutbox(worker);
    later(5);
    const late = await bring(member, 'Kiran Shah');
    await consumeCandidateChanged(worker, { candidateId: late });
    await deliverAll(worker, everything, 2);
    const received = await inboxOf(email);
    expect(received).toHaveLength(2);
    expect(received[1]?.text).toContain('Kiran Shah');
    expect(received[1]?.text).not.toContain('Asha Pillai');

    // A run that brings nobody new tells nothing.
    await clearOutbox(worker);
    later(5);
    await consumeCandidateChanged(worker, { candidateId: late });
    await deliverAll(worker, everything, 2);
    expect(await inboxOf(email)).toHaveLength(2);
    expect(await mailsOf(member)).toHaveLength(2);
  });

  it('is sent once when several deliveries come at the same moment', async () => {
    const { member, email } = await recruiter();
    await deliverAll(worker, matching);
    const { id } = await onlyMail(member);
    await Promise.all(
      Array.from({ length: 6 }, () => consumeNotificationSend(worker, { notificationId: id })),
    );
    expect(await inboxOf(email)).toHaveLength(1);
    expect(await onlyMail(member)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('goes to nobody who has left: it ends as dead, without an attempt at the provider', async () => {
    const { member, email } = await recruiter();
    await deliverAll(worker, matching);
    await database.owner.query('update users set disabled_at = now() where id = $1', [member.userId]);
    const { id } = await onlyMail(member);
    await consumeNotificationSend(worker, { notificationId: id });
    expect(await onlyMail(member)).toMatchObject({ state: 'dead', lastError: 'nobody to send it to' });
    expect(await inboxOf(email)).toEqual([]);
  });
});

describe('a process that dies while it sends', () => {
  /** What the sweep puts into the outbox, delivered once. */
  const sweep = async (): Promise<number> => {
    await clearOutbox(worker);
    await reconcileMails(worker);
    return (await deliverAll(worker, everything)).length;
  };
  const dyingSend = async (member: MemberActor): Promise<void> => {
    await deliverAll(worker, matching);
    const { id } = await onlyMail(member);
    const dying = { ...worker, db: goingAway(worker.db, 1) };
    const died = consumeNotificationSend(dying, { notificationId: id });
    await expect(died).rejects.toMatchObject({ cause: { message: 'the process died' } });
    expect(await onlyMail(member)).toMatchObject({ state: 'sending', attempts: 1 });
  };

  it('before the mail left: the sweep takes it up after two minutes, not earlier, and it arrives once', async () => {
    // The provider takes nothing from it, and the process dies before it can say so.
    const { member, email } = await recruiter('defer+');
    await dyingSend(member);
    const address = email.replace('defer+', '');
    await moveTo(member, address);

    later(1);
    expect(await sweep()).toBe(0);
    await consumeNotificationSend(worker, { notificationId: (await onlyMail(member)).id });
    expect(await onlyMail(member)).toMatchObject({ state: 'sending', attempts: 1 });
    expect(await inboxOf(address)).toEqual([]);

    later(1);
    expect(await sweep()).toBe(1);
    expect(await onlyMail(member)).toMatchObject({ state: 'sent', attempts: 2 });
    later(60);
    expect(await sweep()).toBe(0);
    expect(await inboxOf(address)).toHaveLength(1);
    expect(await inboxOf(email)).toEqual([]);
  });

  it('after the mail left: it is recorded as maybe sent, and a second one carries the same Message-ID', async () => {
    const { member, email } = await recruiter();
    await dyingSend(member);
    expect(await inboxOf(email)).toHaveLength(1);

    later(2);
    await clearOutbox(worker);
    await reconcileMails(worker);
    expect(await onlyMail(member)).toMatchObject({
      state: 'failed',
      lastError: 'its sender went away: it may have been sent',
    });
    await deliverAll(worker, everything);
    const ids = (await inboxOf(email)).map(({ headers }) => headers['message-id']);
    expect(ids).toEqual([ids[0], ids[0]]);
    expect(await onlyMail(member)).toMatchObject({ state: 'sent', attempts: 2 });
  });
});

describe('a mailbox that refuses', () => {
  it('for now: is tried again and again for an hour, then given up; the others get their mail', async () => {
    const refused = await recruiter('defer+');
    const other = await recruiter();
    await deliverAll(worker, matching);
    const send = async (member: MemberActor): Promise<unknown> =>
      consumeNotificationSend(worker, { notificationId: (await onlyMail(member)).id }).catch(
        (error: unknown) => error,
      );

    // The queue's four deliveries of a message; then the sweep sends another every ten minutes.
    const states: string[] = [];
    for (let round = 1; round <= 12; round += 1) {
      for (let delivery = 0; delivery < 4; delivery += 1) {
        const failure = await send(refused.member);
        const { state, attempts, lastError } = await onlyMail(refused.member);
        if (round <= 6) expect(attempts).toBe((round - 1) * 4 + delivery + 1);
        if (state === 'failed') expect(failure).toMatchObject({ name: 'MailError', outcome: 'not_sent' });
        else expect(failure).toBeUndefined();
        expect(lastError).toContain('451');
        expect(lastError).not.toContain('heron');
        states.push(state);
      }
      if (round === 1) await send(other.member);
      later(10);
      await clearOutbox(worker);
      await reconcileMails(worker);
      const again = await deliverAll(worker, {});
      expect(again).toEqual(round < 6 ? ['notification-send'] : []);
    }
    expect(states).toEqual([...Array(23).fill('failed'), ...Array(25).fill('dead')]);
    expect(await onlyMail(refused.member)).toMatchObject({ state: 'dead', attempts: 24 });
    expect(await inboxOf(refused.email)).toEqual([]);
    expect(await inboxOf(other.email)).toHaveLength(1);
    expect(await onlyMail(other.member)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('for good: is given up at once, the line says why and not who, and the others get their mail', async () => {
    const refused = await recruiter('refuse+');
    const other = await recruiter();
    await deliverAll(worker, everything);
    const row = await onlyMail(refused.member);
    expect(row).toMatchObject({ state: 'dead', attempts: 1, providerId: null });
    expect(row.lastError).toContain('550');
    expect(row.lastError).not.toContain('heron');
    expect(await inboxOf(other.email)).toHaveLength(1);

    later(60);
    await clearOutbox(worker);
    await reconcileMails(worker);
    expect(await deliverAll(worker, everything)).toEqual([]);
    await consumeNotificationSend(worker, { notificationId: row.id });
    expect(await onlyMail(refused.member)).toEqual(row);
    expect(await inboxOf(refused.email)).toEqual([]);
  });
});
