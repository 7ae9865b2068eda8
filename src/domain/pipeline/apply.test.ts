import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  applications,
  candidacies,
  candidateFeatures,
  candidates,
  candidateTokens,
  candidateVersions,
  jobs,
  matchRuns,
  notifications,
  screeningAnswers,
  stageEvents,
} from '@/db/schema';
import { editableOf } from '@/domain/candidates/edits';
import { mintMailToken } from '@/domain/accounts/mail-token';
import { applicationSentMail } from '@/domain/candidates/mails/application-sent';
import { moveJob } from '@/domain/jobs/commands';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { consumeMatchChunk } from '@/domain/matching/consumer';
import { consumeCandidateChanged } from '@/domain/matching/patch';
import { consumeMatchRequest } from '@/domain/matching/runs';
import { consumeApplicationReceived } from '@/domain/notifications/consumers/application-received';
import { env } from '@/env';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { stubEnvironment } from '@/testing/environment';
import { createMember, type MemberActor } from '@/testing/factories';
import { publishedJob } from '@/testing/listed';
import { accountantJob, fullAnswers } from '@/testing/people';
import { clearOutbox, deliverAll, type Consumers } from '@/testing/queue';
import { beginApplication, offerFile, saveApplication, submitApplication } from './commands/apply';
import { openApplication } from './commands/open-application';
import { consumeApplicationConfirmed, consumeApplicationSubmitted } from './consumers/application-submitted';
import { getApplication } from './queries/application';
import { listMatches } from './queries/ranking';

let test: TestDatabase;
let worker: Context;
let member: MemberActor;
let visitor: Context;
stubEnvironment();
beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
  visitor = testContext(test.db, { kind: 'anonymous' });
});
afterAll(() => test.close());
beforeEach(async () => {
  await clearOutbox(worker);
  member = await createMember(test.db);
});

const consumers: Consumers = {
  'match-request': consumeMatchRequest,
  'match-chunk': consumeMatchChunk,
  'candidate-changed': consumeCandidateChanged,
  'application-submitted': consumeApplicationSubmitted,
  'application-confirmed': consumeApplicationConfirmed,
  'application-received': consumeApplicationReceived,
};

const question = {
  id: 'q1',
  text: 'Can you start in December?',
  kind: 'yes_no' as const,
  wanted: 'yes' as const,
};

const publish = async (): Promise<string> => {
  const answers = { ...accountantJob, screening: [question] };
  const jobId = await publishedJob(testContext(test.db, member), member, answers);
  await deliverAll(worker, consumers);
  await clearOutbox(worker);
  return jobId;
};

const formOf = (email: string, name = 'Asha Pillai', pool = false) => ({
  profile: {
    ...editableOf(null),
    name,
    email,
    skills: [
      { from: null, skillId: 'tally', level: 3 },
      { from: null, skillId: 'gst', level: 3 },
    ],
    experience: [
      { from: null, title: 'Accountant', company: 'Nandi Stationers', start: '2019-01', end: 'present' },
    ],
  },
  answers: fullAnswers,
  screening: { q1: 'yes', invented: 'x' },
  consents: { application: true, pool },
});

/** Applies with a form and delivers what follows, each message twice. */
const apply = async (jobId: string, form: unknown): Promise<string> => {
  const key = await beginApplication(visitor, { jobId });
  await submitApplication(visitor, { ...key, form });
  await deliverAll(worker, consumers, 2);
  await clearOutbox(worker);
  return key.applicationId;
};

const rows = <T>(read: (tx: Parameters<Parameters<typeof asWorker>[1]>[0]) => Promise<T[]>): Promise<T[]> =>
  asWorker(worker, read);
const peopleWith = (email: string) =>
  rows((tx) => tx.select().from(candidates).where(eq(candidates.email, email)));
const list = (jobId: string) =>
  listMatches(testContext(test.db, member), authorize(member, 'match:read'), {
    jobId,
    group: 'ranked',
    bands: [],
    minimumScore: 0,
    stage: 'open',
  });

/** Opens the link of an application's mail, as its reader would. */
const open = async (applicationId: string): Promise<string[]> => {
  const [token] = await rows((tx) =>
    tx.select().from(candidateTokens).where(eq(candidateTokens.aboutId, applicationId)),
  );
  const cookies: string[] = [];
  const browser = { ...visitor, candidateId: null, portalSessionId: null };
  const setCookie = (cookie: string): void => void cookies.push(cookie);
  const secret = mintMailToken(env().APP_SECRET, 'application', token!.id);
  await openApplication({ ...browser, setCookie }, { token: secret });
  await deliverAll(worker, consumers, 2);
  await clearOutbox(worker);
  return cookies;
};

describe('an application', () => {
  it('becomes one person, ranked under their name, whose recruiter is told once', async () => {
    const jobId = await publish();
    const applicationId = await apply(jobId, formOf('Asha@One.example'));
    const [person, ...twins] = await peopleWith('asha@one.example');
    expect(twins).toEqual([]);
    expect(person).toMatchObject({ organizationId: null, poolConsentAt: null, emailVerifiedAt: null });
    const ranking = await list(jobId);
    expect(ranking.rows).toMatchObject([{ candidateId: person!.id, name: 'Asha Pillai', isNew: true }]);
    const answers = await rows((tx) =>
      tx.select().from(screeningAnswers).where(eq(screeningAnswers.candidateId, person!.id)),
    );
    expect(answers.map(({ questionId, answer, provenance }) => [questionId, answer, provenance])).toEqual([
      ['q1', 'yes', 'answered'],
    ]);
    const told = await rows((tx) =>
      tx.select().from(notifications).where(eq(notifications.userId, member.userId)),
    );
    expect(told.filter(({ event }) => event === 'application_received')).toHaveLength(1);
    const tokens = await rows((tx) =>
      tx.select().from(candidateTokens).where(eq(candidateTokens.aboutId, applicationId)),
    );
    expect(tokens).toHaveLength(1);
  });

  it('is scored for its own job only, until the person confirms that they want to be matched', async () => {
    const [applied, other] = [await publish(), await publish()];
    const applicationId = await apply(applied, formOf('pool@one.example', 'Pooja Nair', true));
    expect((await list(other)).rows).toEqual([]);
    expect(await open(applicationId)).toHaveLength(1);
    const [person] = await peopleWith('pool@one.example');
    expect(person!.poolConsentAt).not.toBeNull();
    expect(person!.emailVerifiedAt).not.toBeNull();
    expect((await list(other)).rows.map((row) => row.candidateId)).toEqual([person!.id]);
  });

  it('by somebody who typed a known address shows and changes nothing of that person until its link is opened', async () => {
    const [first, second] = [await publish(), await publish()];
    await open(await apply(first, formOf('known@one.example', 'Asha Pillai', true)));
    const form = formOf('known@one.example', 'Asha R Pillai');
    const again = await apply(second, form);
    const [person, ...twins] = await peopleWith('known@one.example');
    expect(twins).toEqual([]);
    expect(person!.name).toBe('Asha Pillai');
    const stands = async () => {
      const [candidacy] = await rows((tx) =>
        tx
          .select()
          .from(candidacies)
          .where(and(eq(candidacies.jobId, second), eq(candidacies.candidateId, person!.id))),
      );
      const answers = await rows((tx) =>
        tx
          .select()
          .from(screeningAnswers)
          .where(and(eq(screeningAnswers.jobId, second), eq(screeningAnswers.candidateId, person!.id))),
      );
      const told = await rows((tx) =>
        tx
          .select()
          .from(notifications)
          .where(
            and(eq(notifications.userId, member.userId), eq(notifications.event, 'application_received')),
          ),
      );
      return {
        source: candidacy?.source,
        named: candidacy?.unmaskedAt != null,
        answers: answers.map(({ answer }) => answer),
        told: told.filter(({ data }) => data.jobId === second).length,
      };
    };
    // Of the pool, they are matched as before: behind their mask, and told to nobody as an applicant.
    expect(await stands()).toEqual({ source: 'matched', named: false, answers: [], told: 0 });
    const named = async () =>
      (await list(second)).rows
        .filter(({ candidateId }) => candidateId === person!.id)
        .map(({ name }) => name);
    expect(await named()).toEqual([null]);
    const mailed = async () => {
      const [token] = await rows((tx) =>
        tx.select().from(candidateTokens).where(eq(candidateTokens.aboutId, again)),
      );
      const link = { token: token!, person: person!, secret: 'secret' };
      return asWorker(worker, (tx) => applicationSentMail(tx, link));
    };
    expect(await mailed()).toMatchObject({ subject: expect.stringMatching(/^Confirm your application/) });
    await open(again);
    expect(await mailed()).toMatchObject({ subject: expect.stringMatching(/^Your application/) });
    expect(await named()).toEqual(['Asha R Pillai']);
    const [changed] = await peopleWith('known@one.example');
    expect(changed).toMatchObject({ id: person!.id, name: 'Asha R Pillai' });
    expect(await stands()).toEqual({ source: 'applied', named: true, answers: ['yes'], told: 1 });
    const versions = await rows((tx) =>
      tx.select().from(candidateVersions).where(eq(candidateVersions.candidateId, person!.id)),
    );
    expect(Math.max(...versions.map(({ number }) => number))).toBe(3);
  });

  it('of a person of no pool is not even listed before its link is opened', async () => {
    const [first, second] = [await publish(), await publish()];
    await apply(first, formOf('unseen@one.example'));
    const again = await apply(second, formOf('unseen@one.example'));
    const [person] = await peopleWith('unseen@one.example');
    const isListed = async () =>
      (await list(second)).rows.some(({ candidateId }) => candidateId === person!.id);
    expect(await isListed()).toBe(false);
    await open(again);
    expect(await isListed()).toBe(true);
  });

  it('is taken in while a run of the job lists the person for the first time', async () => {
    const jobId = await publish();
    await open(await apply(await publish(), formOf('both@one.example')));
    const [person] = await peopleWith('both@one.example');
    const applicationId = await apply(jobId, formOf('both@one.example'));
    await asWorker(worker, (tx) =>
      tx.update(candidateFeatures).set({ inPool: true }).where(eq(candidateFeatures.candidateId, person!.id)),
    );
    await consumeMatchRequest(worker, { requestId: worker.newId(), jobId, trigger: 'manual' });
    const [run] = await rows((tx) =>
      tx
        .select()
        .from(matchRuns)
        .where(and(eq(matchRuns.jobId, jobId), eq(matchRuns.state, 'queued'))),
    );
    let confirming: Promise<void> = Promise.resolve();
    await asWorker(worker, async (tx) => {
      await tx.select().from(jobs).where(eq(jobs.id, jobId)).for('update');
      confirming = consumeApplicationConfirmed(worker, { applicationId });
      const waits = `select count(*)::int as waits from pg_locks where not granted
        and pid in (select pid from pg_stat_activity where datname = current_database())`;
      await expect
        .poll(async () => (await test.owner.query(waits)).rows[0], { timeout: 10_000 })
        .toEqual({ waits: 1 });
      await consumeMatchChunk({ ...worker, tx }, { runId: run!.id, chunk: 0 });
    });
    await confirming;
    const pair = and(eq(candidacies.jobId, jobId), eq(candidacies.candidateId, person!.id));
    expect(await rows((tx) => tx.select().from(candidacies).where(pair))).toMatchObject([
      { source: 'applied' },
    ]);
  });

  it('again after a withdrawal opens the candidacy again', async () => {
    const jobId = await publish();
    await apply(jobId, formOf('back@one.example'));
    const [person] = await peopleWith('back@one.example');
    const pair = and(eq(candidacies.jobId, jobId), eq(candidacies.candidateId, person!.id));
    await asWorker(worker, (tx) => tx.update(candidacies).set({ stage: 'withdrawn' }).where(pair));
    const again = await apply(jobId, formOf('back@one.example'));
    expect(await rows((tx) => tx.select().from(candidacies).where(pair))).toMatchObject([
      { stage: 'withdrawn' },
    ]);
    await open(again);
    const [candidacy, ...more] = await rows((tx) => tx.select().from(candidacies).where(pair));
    expect(more).toEqual([]);
    expect(candidacy).toMatchObject({ stage: 'new', source: 'applied' });
    const events = await rows((tx) =>
      tx.select().from(stageEvents).where(eq(stageEvents.candidacyId, candidacy!.id)),
    );
    expect(events).toMatchObject([{ from: 'withdrawn', to: 'new', userId: null }]);
  });

  it('keeps what was typed, names what is wrong at its field, and is sent once', async () => {
    const jobId = await publish();
    const key = await beginApplication(visitor, { jobId });
    const typed = { profile: { name: '' }, screening: { q1: 'no' } };
    const { revision } = await saveApplication(visitor, { ...key, revision: 1, draft: typed });
    const again = await saveApplication(visitor, { ...key, revision: 1, draft: typed });
    expect(again.revision, 'the answer to the first was lost').toBe(revision);
    await expect(saveApplication(visitor, { ...key, revision: 1, draft: {} })).rejects.toMatchObject({
      code: 'conflict',
    });
    const wrong = formOf('not an address', '');
    const refused = submitApplication(visitor, {
      ...key,
      form: { ...wrong, consents: { application: false, pool: false } },
    });
    await expect(refused).rejects.toMatchObject({
      code: 'invalid_input',
      details: {
        issues: ['profile.name', 'profile.email', 'consents.application'].map((path) =>
          expect.objectContaining({ path }),
        ),
      },
    });
    expect(await getApplication(visitor, key)).toMatchObject({ state: 'draft', draft: typed, revision });
    const form = formOf('once@one.example');
    expect(await submitApplication(visitor, { ...key, form })).toEqual({ state: 'submitted' });
    expect(await submitApplication(visitor, { ...key, form })).toEqual({ state: 'submitted' });
    await expect(saveApplication(visitor, { ...key, revision, draft: {} })).rejects.toMatchObject({
      code: 'conflict',
    });
    await deliverAll(worker, consumers, 2);
    expect(await peopleWith('once@one.example')).toHaveLength(1);
  });

  it('opens to its own key alone, and to no job that left the board', async () => {
    const jobId = await publish();
    const key = await beginApplication(visitor, { jobId });
    const other = await beginApplication(visitor, { jobId });
    const stolen = { applicationId: key.applicationId, key: other.key };
    const missing = { applicationId: worker.newId(), key: other.key };
    const attempt = (claim: typeof key) => getApplication(visitor, claim).catch((error: unknown) => error);
    expect(await attempt(stolen)).toEqual(await attempt(missing));
    const ctx = testContext(test.db, member);
    await moveJob(ctx, authorize(member, 'job:write'), { jobId, to: 'closed' });
    await expect(beginApplication(visitor, { jobId })).rejects.toMatchObject({ code: 'not_found' });
    const late = submitApplication(visitor, { ...key, form: formOf('late@one.example') });
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
    expect(await getApplication(visitor, key)).toMatchObject({ state: 'draft' });
  });

  it('says why a file will not do before its bytes travel, and replaces one by another', async () => {
    const key = await beginApplication(visitor, { jobId: await publish() });
    const offer = (name: string, size: number) => offerFile(visitor, { ...key, name, size });
    expect(await offer('asha.exe', 10)).toMatchObject({
      accepted: false,
      problem: { reason: 'unsupported_type' },
    });
    expect(await offer('asha.pdf', 0)).toMatchObject({ problem: { reason: 'empty' } });
    expect(await offer('asha.pdf', 6_000_000)).toMatchObject({
      problem: { reason: 'too_large', title: 'Larger than 5 MB' },
    });
    const [first, second] = [await offer('asha.pdf', 10), await offer('asha.docx', 10)];
    expect([first.accepted, second.accepted]).toEqual([true, true]);
    const [row] = await rows((tx) =>
      tx.select().from(applications).where(eq(applications.id, key.applicationId)),
    );
    expect(row).toMatchObject({ fileState: 'waiting', fileName: 'asha.docx' });
  });
});
