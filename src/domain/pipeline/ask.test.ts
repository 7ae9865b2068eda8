import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  candidates,
  candidateTokens,
  candidateVersions,
  factRequests,
  matchResults,
  notifications,
  outbox,
} from '@/db/schema';
import { mintMailToken } from '@/domain/accounts/mail-token';
import { linkMailOf } from '@/domain/candidates/mails';
import { moveJob } from '@/domain/jobs/commands';
import type { JobAnswers } from '@/domain/jobs/schema';
import type { FlexifitAnswers } from '@/domain/candidates/schema';
import { authorize, type Actor } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { consumeMatchChunk } from '@/domain/matching/consumer';
import { consumeCandidateChanged } from '@/domain/matching/patch';
import { consumeMatchRequest } from '@/domain/matching/runs';
import { consumeFactAnswered } from '@/domain/notifications/consumers/fact-answered';
import { mailOf } from '@/domain/notifications/mails';
import { listNotifications } from '@/domain/notifications/queries';
import { env } from '@/env';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { stubEnvironment } from '@/testing/environment';
import { createMember, type MemberActor } from '@/testing/factories';
import { listedPerson, publishedJob } from '@/testing/listed';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { clearOutbox, deliverAll, type Consumers } from '@/testing/queue';
import { moveCandidacy } from './commands';
import { answerFact, takeBackAnswer } from './commands/answer-fact';
import { cancelFactRequests, requestFacts } from './commands/request-fact';
import { consumeFactRequested } from './consumers/fact-requested';
import { openAsked } from './queries/asked-question';
import { ANSWER_TOLD_MS } from './schema/fact-request';
import { openMatch } from './queries/match';
import { today } from './queries/today';

const NAME = 'Asha Pillai';
const DAY_MS = 86_400_000;

let test: TestDatabase;
let clock: Date;
let worker: Context;
let member: MemberActor;
let jobId: string;

beforeAll(async () => {
  stubEnvironment();
  test = await createTestDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  clock = new Date('2026-11-23T09:00:00.000Z');
  worker = testContext(test.db, WORKER, { now: () => clock });
  await clearOutbox(worker);
  member = await createMember(test.db);
  jobId = await publish();
});

const later = (milliseconds: number): void => {
  clock = new Date(clock.getTime() + milliseconds);
};

const consumers: Consumers = {
  'match-request': consumeMatchRequest,
  'match-chunk': consumeMatchChunk,
  'candidate-changed': consumeCandidateChanged,
  'fact-requested': consumeFactRequested,
  'fact-answered': consumeFactAnswered,
};
/** Everything that waits, each message twice, once nothing can be taken back any more. */
const deliver = async (only: Consumers = consumers) => {
  later(ANSWER_TOLD_MS);
  const topics = await deliverAll(worker, only, 2);
  await clearOutbox(worker);
  return topics;
};

const as = (actor: Actor): Context => testContext(test.db, actor, { now: () => clock });
/** Whoever holds a link; time passes while they are served. */
const anonymous = (): Context => {
  const now = () => {
    later(1);
    return clock;
  };
  return testContext(test.db, { kind: 'anonymous' }, { now });
};
const recruiter = (who: MemberActor = member) => as(who);
const decide = (who: MemberActor = member) => authorize(who, 'candidacy:decide');

const publish = async (job: JobAnswers = accountantJob): Promise<string> => {
  const id = await publishedJob(recruiter(), member, job);
  await deliver();
  return id;
};

interface Someone {
  answers?: FlexifitAnswers;
  /** Of the pool and never shortlisted, so that the employer knows no name. */
  masked?: boolean;
  email?: string | null;
}
const { least_pay: _told, hours: _known, ...others } = fullAnswers;

/** Somebody whose hours and least pay are not known, ranked for the job. */
const person = async ({ answers = others, masked = false, ...given }: Someone = {}): Promise<string> => {
  const email = given.email === undefined ? `${worker.newId()}@people.example` : given.email;
  const { candidateId } = await listedPerson(worker, {
    organizationId: member.organizationId,
    jobId,
    profile: profileOf(NAME, email, ['tally', 'gst']),
    answers,
    source: masked ? 'matched' : 'applied',
    unmasked: !masked,
    inPool: true,
  });
  await consumeCandidateChanged(worker, { candidateId });
  return candidateId;
};

const ask = (candidateId: string, questionId: string | null = 'least_pay', who: MemberActor = member) =>
  askAll(candidateId, questionId === null ? [] : [questionId], who).then(({ batchId, asked: [first] }) => ({
    factRequestId: batchId,
    ...first!,
  }));
const askAll = (candidateId: string, questionIds: string[], who: MemberActor = member) =>
  requestFacts(recruiter(who), decide(who), { jobId, candidateId, questionIds });
const match = (candidateId: string) =>
  openMatch(recruiter(), authorize(member, 'match:read'), { jobId, candidateId });
const stateOf = async (candidateId: string, questionId = 'least_pay') =>
  (await match(candidateId)).asks.questions.find((one) => one.questionId === questionId)?.state;
const requestOf = async (id: string) =>
  (await asWorker(worker, (tx) => tx.select().from(factRequests).where(eq(factRequests.id, id))))[0]!;
const scoreOf = async (candidateId: string): Promise<number> => (await match(candidateId)).score.expected;
const tokensOf = (candidateId: string) =>
  asWorker(worker, (tx) =>
    tx.select().from(candidateTokens).where(eq(candidateTokens.candidateId, candidateId)),
  );
/** Delivers until the mail would leave; gives the secret of its link. */
const mailed = async (candidateId: string): Promise<string> => {
  later(14_000);
  await deliver();
  return mintMailToken(env().APP_SECRET, 'fact_request', (await tokensOf(candidateId)).at(-1)!.id);
};
const mailTo = async (candidateId: string) => {
  const [token] = await tokensOf(candidateId);
  return asWorker(worker, async (tx) => {
    const [found] = await tx.select().from(candidates).where(eq(candidates.id, candidateId));
    return linkMailOf(tx, { token: token!, person: found!, secret: 'abc.def' });
  });
};
const opened = async (token: string) => {
  const { questions, ...page } = await openAsked(anonymous(), { token });
  return { ...page, ...questions[0]!, questions };
};
/** Answers the first question of the link's page, or the one at `index`. */
const give = async (token: string, answer: unknown, index = 0) => {
  const { questions } = await opened(token);
  return answerFact(anonymous(), { token, factRequestId: questions[index]!.factRequestId, answer });
};
const bell = () => listNotifications(recruiter(), authorize(member, 'notification:read'));
/** The one mail that the recruiter gets. */
const noticeMail = () =>
  asWorker(worker, async (tx) => {
    const rows = await tx
      .select()
      .from(notifications)
      .where(and(eq(notifications.userId, member.userId), eq(notifications.channel, 'email')));
    expect(rows).toHaveLength(1);
    return mailOf(tx, rows[0]!);
  });
const pay = { amountMinor: 45_000, currency: 'INR', per: 'hour' };

describe('asking', () => {
  it('takes what is not known, once a pair and question, and says since when it waits', async () => {
    const candidateId = await person();
    expect((await match(candidateId)).asks).toMatchObject({ blocked: null });
    expect(await stateOf(candidateId)).toBe('open');
    const before = await scoreOf(candidateId);
    const { factRequestId, label } = await ask(candidateId);
    expect(label).toBe('Least pay you would take');
    expect(await requestOf(factRequestId)).toMatchObject({ scoreBefore: before, requestedBy: member.userId });
    expect(await stateOf(candidateId)).toBe('asked');
    later(3 * 60 * 60 * 1000);
    await expect(ask(candidateId)).rejects.toMatchObject({
      code: 'conflict',
      message: 'This was asked 3 h ago; the answer has not come yet.',
    });
    await expect(ask(candidateId, 'focus')).rejects.toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: 'questionIds' }] },
    });
    await expect(ask(candidateId, 'resume')).rejects.toMatchObject({ code: 'invalid_input' });
    const { questionId } = await ask(candidateId, null);
    expect(questionId).toBe('hours');
  });

  it('is won by one of two at the same moment', async () => {
    const candidateId = await person();
    const results = await Promise.allSettled([ask(candidateId), ask(candidateId)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', message: 'This was asked just now; the answer has not come yet.' },
    });
  });

  it('finds nobody of another organisation, and nothing to take back there', async () => {
    const candidateId = await person();
    const stranger = await createMember(test.db);
    await expect(ask(candidateId, 'least_pay', stranger)).rejects.toMatchObject({ code: 'not_found' });
    await expect(ask(worker.newId())).rejects.toMatchObject({ code: 'not_found' });
    const { factRequestId } = await ask(candidateId);
    await expect(
      cancelFactRequests(recruiter(stranger), decide(stranger), { batchId: factRequestId }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('leaves at most five questions with a person', async () => {
    const candidateId = await person({ answers: {} });
    const { asks } = await match(candidateId);
    const open = asks.questions.map(({ questionId }) => questionId);
    expect(open.length).toBeGreaterThan(5);
    for (const questionId of open.slice(0, 5)) await ask(candidateId, questionId);
    expect((await match(candidateId)).asks.blocked).toBe('too_many');
    await expect(ask(candidateId, open[5])).rejects.toMatchObject({
      code: 'conflict',
      message: '5 questions to this person wait for an answer. Wait for one of them.',
    });
    // After the links are too old, the same may be asked again.
    later(14 * DAY_MS);
    await ask(candidateId, open[0]);
  });

  it('tells why somebody cannot be asked', async () => {
    const unreachable = await person({ email: null });
    await expect(ask(unreachable)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/no address/),
    });
    const muted = await person();
    await asWorker(worker, (tx) =>
      tx
        .update(candidates)
        .set({ mutedMails: ['fact_requested'] })
        .where(eq(candidates.id, muted)),
    );
    await expect(ask(muted)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/turned such mails off/),
    });
    const rejected = await person();
    const reason = 'other' as const;
    const decision = { jobId, candidateId: rejected, to: 'rejected' as const, reason, note: null };
    await moveCandidacy(recruiter(), decide(), decision);
    expect((await match(rejected)).asks.blocked).toBe('rejected');
    await expect(ask(rejected)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/was rejected/),
    });
    const silent = await person({ answers: { ...others, least_pay: 'unsaid' } });
    expect(await stateOf(silent)).toBe('unsaid');
    await expect(ask(silent)).rejects.toMatchObject({ message: 'This person prefers not to say.' });
  });
});

describe('the mail', () => {
  it('leaves once, after the question can no longer be taken back', async () => {
    const candidateId = await person();
    const { factRequestId } = await ask(candidateId);
    const [row] = await asWorker(worker, (tx) =>
      tx.select().from(outbox).where(eq(outbox.topic, 'fact-requested')),
    );
    expect(row!.notBefore.getTime() - clock.getTime()).toBe(14_000);
    later(12_000);
    await expect(cancelFactRequests(recruiter(), decide(), { batchId: factRequestId })).rejects.toMatchObject(
      {
        code: 'conflict',
        message: 'The mail has left. No answer is needed, and none counts as zero.',
      },
    );
    await deliver();
    expect(await tokensOf(candidateId)).toHaveLength(1);
    const mail = await mailTo(candidateId);
    expect(mail?.subject).toBe('Heron Mills asks one thing about terms');
    expect(mail?.text).toContain('What is the least pay you would take?');
    expect(mail?.text).toContain('/answer#abc.def');
    expect(mail?.text).toContain('never counts as zero');
  });

  it('does not leave for what was taken back', async () => {
    const candidateId = await person();
    const { factRequestId } = await ask(candidateId);
    later(9_000);
    await cancelFactRequests(recruiter(), decide(), { batchId: factRequestId });
    await expect(cancelFactRequests(recruiter(), decide(), { batchId: factRequestId })).rejects.toMatchObject(
      {
        message: 'This question was taken back already.',
      },
    );
    await deliver();
    expect(await tokensOf(candidateId)).toEqual([]);
    expect(await stateOf(candidateId)).toBe('open');
    await ask(candidateId);
  });

  it('tells the masked what stays hidden', async () => {
    const candidateId = await person({ masked: true });
    await ask(candidateId, 'hours');
    await mailed(candidateId);
    const mail = await mailTo(candidateId);
    expect(mail?.text).toContain('Heron Mills sees neither your name nor your address');
    expect(mail?.text).toContain('agreed to be matched');
  });
});

describe('answering', () => {
  it('scores anew, and tells who asked once, with the score before and after', async () => {
    const candidateId = await person();
    const { factRequestId } = await ask(candidateId);
    const before = await scoreOf(candidateId);
    const token = await mailed(candidateId);
    const page = await opened(token);
    expect(page).toMatchObject({
      organizationName: 'Heron Mills',
      jobTitle: 'Accountant, mornings',
      seesName: true,
      question: { kind: 'flexifit', questionId: 'least_pay' },
      answeredAt: null,
    });
    later(60_000);
    await give(token, pay);
    // The notice's own message comes alone and first: it must not tell the old score.
    await deliver({ ...consumers, 'candidate-changed': undefined });
    const after = await scoreOf(candidateId);
    expect(after).toBeGreaterThan(before);
    expect(await requestOf(factRequestId)).toMatchObject({ scoreBefore: before, scoreAfter: after });
    expect((await bell()).items).toMatchObject([
      {
        event: 'fact_answered',
        candidateId,
        jobId,
        group: 'ranked',
        answer: { person: NAME, before, after },
      },
    ]);
    const [was, is] = [Math.floor(before / 100), Math.floor(after / 100)];
    expect((await noticeMail())?.content.subject).toBe(`${NAME} answered: ${was} → ${is}`);
    expect(await stateOf(candidateId)).toBe('answered');
    expect((await today(recruiter(), authorize(member, 'match:read'))).answers).toMatchObject([
      { jobId, count: 1, candidateId, group: 'ranked' },
    ]);

    later(DAY_MS);
    await give(token, { ...pay, amountMinor: 500_000 });
    await deliver();
    expect((await bell()).items).toHaveLength(1);
    expect((await requestOf(factRequestId)).scoreAfter).toBe(await scoreOf(candidateId));
    expect(await scoreOf(candidateId)).toBeLessThan(after);
  });

  it('looks at nothing twice: the same answer again makes no version and no message', async () => {
    const candidateId = await person();
    await ask(candidateId);
    const token = await mailed(candidateId);
    await Promise.all([give(token, pay), give(token, pay)]);
    expect((await deliver()).filter((topic) => topic === 'fact-answered')).toHaveLength(1);
    await give(token, pay);
    expect(await deliver()).toEqual([]);
    const versions = await asWorker(worker, (tx) =>
      tx.select().from(candidateVersions).where(eq(candidateVersions.candidateId, candidateId)),
    );
    expect(versions.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual([1, 2]);
  });

  it('with “prefer not to say” leaves it unknown, and who asked is told', async () => {
    const candidateId = await person();
    const before = await scoreOf(candidateId);
    await ask(candidateId);
    const token = await mailed(candidateId);
    await give(token, 'unsaid');
    await deliver();
    expect(await scoreOf(candidateId)).toBe(before);
    expect(await stateOf(candidateId)).toBe('unsaid');
    expect((await bell()).items).toMatchObject([{ answer: { before, after: before } }]);
    expect((await noticeMail())?.content.subject).toBe(`${NAME} answered: still ${Math.floor(before / 100)}`);
  });

  it('is taken back within ten seconds: open again, the score of before, and nobody is told', async () => {
    const candidateId = await person();
    const before = await scoreOf(candidateId);
    await ask(candidateId);
    const token = await mailed(candidateId);
    const { factRequestId } = await opened(token);
    const back = () => takeBackAnswer(anonymous(), { token, factRequestId });
    later(1000);
    expect(await give(token, pay)).toMatchObject({ undoSeconds: 10 });
    // The score is there at once; the notice, delivered too early, waits.
    await consumeCandidateChanged(worker, { candidateId });
    expect(await scoreOf(candidateId)).toBeGreaterThan(before);
    await consumeFactAnswered(worker, { factRequestId });
    expect((await bell()).items).toEqual([]);
    // Changed meanwhile, it is the first answer's seconds that run, and what comes back is what stood before that one.
    later(4000);
    const changed = { ...pay, amountMinor: 46_000 };
    expect(await give(token, changed)).toMatchObject({ undoSeconds: 6 });
    expect(await give(token, changed)).toMatchObject({ undoSeconds: 6 });
    later(7900);
    await back();
    expect((await opened(token)).answeredAt).toBeNull();
    await deliver();
    expect(await scoreOf(candidateId)).toBe(before);
    expect(await stateOf(candidateId)).toBe('asked');
    expect((await bell()).items).toEqual([]);
    await expect(back()).rejects.toMatchObject({ message: 'This was taken back already.' });

    // Given anew it is told, and then stays.
    await give(token, pay);
    await deliver();
    expect((await bell()).items).toHaveLength(1);
    await expect(back()).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/was told by now/),
    });
    expect(await give(token, { ...pay, amountMinor: 40_000 })).toMatchObject({ undoSeconds: 0 });
  });

  it('is told by a message that left a moment early', async () => {
    const candidateId = await person();
    await ask(candidateId);
    const token = await mailed(candidateId);
    const { factRequestId } = await opened(token);
    await give(token, pay);
    later(ANSWER_TOLD_MS - 1000);
    await consumeFactAnswered(worker, { factRequestId });
    expect((await bell()).items).toHaveLength(1);
  });

  it('of the job’s own question is taken back likewise', async () => {
    jobId = await publish({
      ...accountantJob,
      screening: [{ id: 'q1', text: 'Have you filed GST returns?', kind: 'yes_no', wanted: 'yes' }],
    });
    const candidateId = await person();
    const before = await scoreOf(candidateId);
    await ask(candidateId, 'screening:q1');
    const token = await mailed(candidateId);
    const { factRequestId } = await opened(token);
    later(1000);
    await give(token, 'no');
    later(1000);
    await takeBackAnswer(anonymous(), { token, factRequestId });
    await deliver();
    expect(await scoreOf(candidateId)).toBe(before);
    expect(await stateOf(candidateId, 'screening:q1')).toBe('asked');
    expect((await bell()).items).toEqual([]);
  });

  it('about one language takes no other away', async () => {
    const english = { code: 'en', level: 'C1' } as const;
    const marathi = { code: 'mr', level: 'B1' } as const;
    jobId = await publish({ ...accountantJob, languages: [english] });
    const candidateId = await person();
    await ask(candidateId, 'languages');
    const token = await mailed(candidateId);
    const answersNow = async () =>
      (
        await asWorker(worker, (tx) =>
          tx
            .select({ answers: candidateVersions.answers })
            .from(candidates)
            .innerJoin(candidateVersions, eq(candidateVersions.id, candidates.currentVersionId))
            .where(eq(candidates.id, candidateId)),
        )
      )[0]!.answers.languages;
    await give(token, [marathi]);
    await give(token, [english]);
    expect(await answersNow()).toEqual([english, marathi]);
    await give(token, [{ ...marathi, level: 'B2' }]);
    expect(await answersNow()).toEqual([{ ...marathi, level: 'B2' }, english]);
  });

  it('names the field of what cannot be, and keeps nothing of it', async () => {
    const candidateId = await person();
    await ask(candidateId, 'hours');
    const token = await mailed(candidateId);
    await expect(give(token, { min: 30, max: 20 })).rejects.toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: 'hours.max' }] },
    });
    expect((await opened(token)).answeredAt).toBeNull();
    expect(await deliver()).toEqual([]);
  });

  it('of the job’s own question is kept with the job', async () => {
    jobId = await publish({
      ...accountantJob,
      screening: [{ id: 'q1', text: 'Have you filed GST returns?', kind: 'yes_no', wanted: 'yes' }],
    });
    const candidateId = await person();
    const before = await scoreOf(candidateId);
    await ask(candidateId, 'screening:q1');
    const token = await mailed(candidateId);
    expect((await opened(token)).question).toEqual({
      kind: 'screening',
      questionId: 'q1',
      text: 'Have you filed GST returns?',
      answeredIn: 'yes_no',
    });
    await expect(give(token, 'perhaps')).rejects.toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: 'q1' }] },
    });
    later(1000);
    await give(token, 'unsaid');
    await deliver();
    expect(await scoreOf(candidateId)).toBe(before);
    expect(await stateOf(candidateId, 'screening:q1')).toBe('unsaid');
    later(1000);
    await give(token, 'yes');
    await deliver();
    expect(await scoreOf(candidateId)).toBeGreaterThan(before);
    const { rows } = await test.owner.query<{ answer: string; provenance: string }>(
      'select answer, provenance from screening_answers where candidate_id = $1 order by number',
      [candidateId],
    );
    expect(rows).toEqual([
      { answer: 'unsaid', provenance: 'answered' },
      { answer: 'yes', provenance: 'answered' },
    ]);
  });

  it('of the job’s own question may be written in words: read, never scored, and never asked of the masked', async () => {
    jobId = await publish({
      ...accountantJob,
      screening: [{ id: 'why', text: 'Why this job, in a few words?', kind: 'text', wanted: null }],
    });
    const masked = await person({ masked: true });
    expect(await stateOf(masked, 'screening:why')).toBeUndefined();
    await expect(ask(masked, 'screening:why')).rejects.toMatchObject({ code: 'invalid_input' });

    const candidateId = await person();
    const before = await scoreOf(candidateId);
    const { questions } = (await match(candidateId)).asks;
    // What counts is asked first.
    expect(questions.at(-1)).toMatchObject({ questionId: 'screening:why', counts: false });
    expect(questions.slice(0, -1).every(({ counts }) => counts)).toBe(true);
    await ask(candidateId, 'screening:why');
    const token = await mailed(candidateId);
    expect((await mailTo(candidateId))?.text).toContain('Why this job, in a few words?');
    expect((await opened(token)).question).toMatchObject({ answeredIn: 'text' });
    for (const wrong of ['', '  ', 'x'.repeat(2001), 7, null]) {
      await expect(give(token, wrong)).rejects.toMatchObject({
        code: 'invalid_input',
        details: { issues: [{ path: 'why' }] },
      });
    }
    later(1000);
    await give(token, '  The hours are mine. ');
    await deliver();
    const after = await match(candidateId);
    expect(after.screening).toMatchObject([{ questionId: 'why', answer: 'The hours are mine.' }]);
    expect(after.score.expected).toBe(before);
    expect(await stateOf(candidateId, 'screening:why')).toBe('answered');
    expect((await bell()).items).toMatchObject([{ event: 'fact_answered', answer: { person: NAME } }]);
  });

  it('keeps somebody masked wherever who asked is told', async () => {
    const candidateId = await person({ masked: true });
    await ask(candidateId, 'hours');
    const token = await mailed(candidateId);
    await give(token, { min: 1, max: 2 });
    await deliver();
    const told = await bell();
    expect(told.items[0]?.answer?.person).toMatch(/^Candidate /);
    const mail = await noticeMail();
    expect(mail?.content.subject).toMatch(/^Candidate \S+ answered: \d+ → \d+$/);
    expect(JSON.stringify([told, mail, await match(candidateId)])).not.toContain(NAME);
  });
});

describe('the link', () => {
  it('answers its one question, for fourteen days, and opens nothing else', async () => {
    const candidateId = await person();
    await ask(candidateId, 'hours');
    const token = await mailed(candidateId);
    const asPortal = mintMailToken(env().APP_SECRET, 'portal', (await tokensOf(candidateId))[0]!.id);
    await expect(openAsked(anonymous(), { token: asPortal })).rejects.toMatchObject({ code: 'not_found' });
    await expect(give('x'.repeat(66), pay)).rejects.toMatchObject({ code: 'not_found' });
    later(14 * DAY_MS - 1000);
    await openAsked(anonymous(), { token });
    await give(token, { min: 16, max: 20 });
    // Neither looking nor answering spends it, or proves the address.
    expect((await tokensOf(candidateId))[0]).toMatchObject({ usedAt: null });
    const [found] = await asWorker(worker, (tx) =>
      tx.select().from(candidates).where(eq(candidates.id, candidateId)),
    );
    expect(found?.emailVerifiedAt).toBeNull();
    later(1000);
    await expect(openAsked(anonymous(), { token })).rejects.toMatchObject({
      code: 'conflict',
      message: 'This link is too old.',
    });
    await expect(give(token, { min: 1, max: 2 })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('has nothing to answer once the job is not open', async () => {
    const candidateId = await person();
    await ask(candidateId);
    const token = await mailed(candidateId);
    await moveJob(recruiter(), authorize(member, 'job:write'), { jobId, to: 'paused' });
    await expect(give(token, pay)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/not open/),
    });
    const rows = await asWorker(worker, (tx) =>
      tx.select().from(matchResults).where(eq(matchResults.candidateId, candidateId)),
    );
    expect(new Set(rows.map((row) => row.candidateVersionId)).size).toBe(1);
  });
});

describe('several questions in one mail', () => {
  const answersOf = async (candidateId: string) => {
    const [row] = await asWorker(worker, (tx) =>
      tx
        .select({ answers: candidateVersions.answers })
        .from(candidates)
        .innerJoin(candidateVersions, eq(candidateVersions.id, candidates.currentVersionId))
        .where(eq(candidates.id, candidateId)),
    );
    return row!.answers;
  };
  const wanted = ['least_pay', 'hours'];

  it('go once, are each answered by themselves, and are told once, when the last is in', async () => {
    const candidateId = await person();
    const before = await scoreOf(candidateId);
    const { asked } = await askAll(candidateId, wanted);
    expect(asked.map(({ questionId }) => questionId)).toEqual(wanted);
    expect(await stateOf(candidateId, 'hours')).toBe('asked');
    await expect(askAll(candidateId, ['hours'])).rejects.toMatchObject({ code: 'conflict' });
    const token = await mailed(candidateId);
    expect(await tokensOf(candidateId)).toHaveLength(1);
    expect((await mailTo(candidateId))?.subject).toMatch(/asks 2 things$/);
    expect((await opened(token)).questions).toHaveLength(2);

    later(60_000);
    await give(token, pay);
    expect(await answersOf(candidateId)).toMatchObject({ least_pay: pay });
    await deliver();
    expect((await bell()).items.filter(({ event }) => event === 'fact_answered')).toEqual([]);
    expect(await scoreOf(candidateId)).toBe(before);
    expect((await opened(token)).questions.map(({ answeredAt }) => answeredAt !== null)).toEqual([
      true,
      false,
    ]);

    later(60_000);
    await give(token, { min: 20, max: 30 }, 1);
    const topics = await deliver();
    expect(topics.filter((topic) => topic === 'fact-answered').length).toBeGreaterThan(0);
    const [notice, ...more] = (await bell()).items.filter(({ event }) => event === 'fact_answered');
    expect(more).toEqual([]);
    const after = await scoreOf(candidateId);
    expect(after).not.toBe(before);
    expect(notice).toMatchObject({ count: 2, answer: { before, after } });
    expect((await noticeMail())?.content.text.replaceAll('\n', ' ')).toContain('is answered');
    // The message that waited for quiet finds everything told.
    later(20 * 60_000);
    await deliver();
    expect((await bell()).items.filter(({ event }) => event === 'fact_answered')).toHaveLength(1);
  });

  it('of which some stay open are told after ten quiet minutes, with what came', async () => {
    const candidateId = await person();
    await askAll(candidateId, [...wanted]);
    const token = await mailed(candidateId);
    const told = async () => (await bell()).items.filter(({ event }) => event === 'fact_answered');
    await give(token, pay);
    await consumeFactAnswered(worker, { factRequestId: (await opened(token)).factRequestId });
    expect(await told()).toEqual([]);
    later(11 * 60_000);
    await deliver();
    expect(await told()).toMatchObject([{ count: 1 }]);
    expect((await noticeMail())?.content.text.replaceAll('\n', ' ')).toContain('answered 1 of the 2 things');
    expect(await stateOf(candidateId)).toBe('answered');
    expect(await stateOf(candidateId, 'hours')).toBe('asked');
    // The one that comes late is scored, and nobody is told twice.
    later(60 * 60_000);
    const before = await scoreOf(candidateId);
    await give(token, { min: 2, max: 4 }, 1);
    await deliver();
    expect(await scoreOf(candidateId)).not.toBe(before);
    expect(await told()).toHaveLength(1);
  });

  it('are taken back together, and count each toward the most that wait', async () => {
    const candidateId = await person();
    const { batchId } = await askAll(candidateId, [...wanted]);
    await cancelFactRequests(recruiter(), decide(), { batchId });
    expect(await stateOf(candidateId)).toBe('open');
    expect(await stateOf(candidateId, 'hours')).toBe('open');
    await askAll(candidateId, [...wanted]);
    await expect(askAll(candidateId, ['least_pay', 'focus'])).rejects.toMatchObject({ code: 'conflict' });
  });

  it('belong to their link: another’s is not answered by it', async () => {
    const [one, other] = [await person(), await person()];
    await askAll(one, [...wanted]);
    await askAll(other, [...wanted]);
    const token = await mailed(one);
    const theirs = (
      await asWorker(worker, (tx) =>
        tx.select().from(factRequests).where(eq(factRequests.candidateId, other)),
      )
    )[0]!;
    await expect(
      answerFact(anonymous(), { token, factRequestId: theirs.id, answer: pay }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
