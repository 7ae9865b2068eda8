import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { candidacies, candidateFeatures, candidates, receipts } from '@/db/schema';
import { saveOwnAnswers, saveOwnProfile, undoOwnChange } from '@/domain/candidates/commands/own-facts';
import { savePreferences, setPoolConsent } from '@/domain/candidates/commands/preferences';
import { getOwnData } from '@/domain/candidates/queries/own-data';
import { getOwnFacts } from '@/domain/candidates/queries/own-facts';
import { authorize, authorizeCandidate, type Actor } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { consumeMatchChunk } from '@/domain/matching/consumer';
import { consumeCandidateChanged } from '@/domain/matching/patch';
import { consumeMatchRequest } from '@/domain/matching/runs';
import { consumeContestAnswered, consumeContestOpened } from '@/domain/notifications/consumers/contests';
import { consumeApplicationWithdrawn } from '@/domain/notifications/consumers/withdrawals';
import { listNotifications } from '@/domain/notifications/queries';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { stubEnvironment } from '@/testing/environment';
import { createMember, type MemberActor } from '@/testing/factories';
import { listedPerson, publishedJob } from '@/testing/listed';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { clearOutbox, deliverAll, type Consumers } from '@/testing/queue';
import { moveCandidacy } from './commands';
import { answerContest, openContest } from './commands/contest';
import { saveOwnScreeningAnswer } from './commands/own-screening';
import { undoWithdrawal, withdraw } from './commands/withdraw';
import { openMatch } from './queries/match';
import { openMirror } from './queries/mirror';
import { listOwnCandidacies } from './queries/own-candidacies';
import { today } from './queries/today';
import type { Stage } from './schema';

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

const consumers: Consumers = {
  'match-request': consumeMatchRequest,
  'match-chunk': consumeMatchChunk,
  'candidate-changed': consumeCandidateChanged,
  'contest-opened': consumeContestOpened,
  'contest-answered': consumeContestAnswered,
  'application-withdrawn': consumeApplicationWithdrawn,
};
const deliver = async () => {
  const topics = await deliverAll(worker, consumers, 2);
  await clearOutbox(worker);
  return topics;
};

const as = (actor: Actor): Context => testContext(test.db, actor, { now: () => clock });
const recruiter = () => as(member);
const decide = () => authorize(member, 'candidacy:decide');

const publish = async (answers = accountantJob): Promise<string> => {
  const id = await publishedJob(recruiter(), member, answers);
  await deliver();
  return id;
};

/** Somebody who applied for the job, ranked, with the portal open. */
const applicant = async (source: 'applied' | 'matched' = 'applied', unmasked = source === 'applied') => {
  const { candidateId, candidacyId } = await listedPerson(worker, {
    organizationId: member.organizationId,
    jobId,
    profile: profileOf('Asha Pillai', `${worker.newId()}@people.example`, ['tally', 'gst']),
    answers: { ...fullAnswers, least_pay: 'unsaid' },
    source,
    unmasked,
    inPool: source === 'matched',
  });
  await consumeCandidateChanged(worker, { candidateId });
  const actor: Actor = { kind: 'candidate', candidateId };
  return { candidateId, candidacyId, ctx: as(actor), own: authorizeCandidate(actor) };
};
type Applicant = Awaited<ReturnType<typeof applicant>>;

const recruitersView = ({ candidateId }: Applicant) =>
  openMatch(recruiter(), authorize(member, 'match:read'), { jobId, candidateId });
const mirror = ({ ctx, own, candidacyId }: Applicant) => openMirror(ctx, own, { candidacyId });
const stageOf = async ({ candidacyId }: Applicant): Promise<Stage | undefined> =>
  (await asWorker(worker, (tx) => tx.select().from(candidacies).where(eq(candidacies.id, candidacyId))))[0]
    ?.stage;
const bell = async () =>
  (await listNotifications(recruiter(), authorize(member, 'notification:read'))).items.map(
    ({ event }) => event,
  );
const mailsTo = async (column: 'user_id' | 'candidate_id', id: string): Promise<string[]> =>
  (
    await test.owner.query<{ event: string }>(
      `select event from notifications where ${column} = $1 and channel = 'email' order by created_at`,
      [id],
    )
  ).rows.map(({ event }) => event);

describe('the mirror', () => {
  it('holds the recruiter’s explanation byte by byte, and the same receipt', async () => {
    const asha = await applicant();
    const theirs = await recruitersView(asha);
    const own = await mirror(asha);
    const { score, factors, gates, overlay, raises } = theirs;
    expect(factors.length).toBeGreaterThan(5);
    expect(JSON.stringify(own.explanation)).toBe(JSON.stringify({ score, factors, gates, overlay, raises }));
    expect(own.receipt).toEqual(theirs.receipt);
    expect(own.receipt?.hash).toMatch(/^[0-9a-f]{12}$/);
    expect(own.state).toBe('scored');
    expect(own.neverCounts).toEqual(expect.arrayContaining(['Education']));
  });

  it('answers for another person’s application, and for a job whose employer may not see the name, as for none', async () => {
    const [asha, ben, masked] = [await applicant(), await applicant(), await applicant('matched')];
    const absent = { code: 'not_found', message: 'This application was not found.' };
    for (const candidacyId of [ben.candidacyId, worker.newId()]) {
      await expect(openMirror(asha.ctx, asha.own, { candidacyId })).rejects.toMatchObject(absent);
      await expect(withdraw(asha.ctx, asha.own, { candidacyId })).rejects.toMatchObject(absent);
      await expect(
        openContest(asha.ctx, asha.own, { candidacyId, factor: null, message: 'No.' }),
      ).rejects.toMatchObject(absent);
    }
    await expect(mirror(masked)).rejects.toMatchObject(absent);
    expect(await listOwnCandidacies(masked.ctx, masked.own)).toEqual([]);
    expect(await stageOf(ben)).toBe('new');
    const shortlisted = await applicant('matched');
    const { candidateId } = shortlisted;
    const move = { jobId, candidateId, to: 'shortlisted', reason: null, note: 'good' } as const;
    await moveCandidacy(recruiter(), decide(), move);
    expect((await mirror(shortlisted)).application.stage).toBe('shortlisted');
  });

  it('shows an answer’s new score once it is scored, and the old one again after undo', async () => {
    const asha = await applicant();
    const before = (await mirror(asha)).explanation!.score;
    const { versionId } = await saveOwnAnswers(asha.ctx, asha.own, {
      answers: { least_pay: fullAnswers.least_pay, hours: { min: 2, max: 4 } },
    });
    const meanwhile = await mirror(asha);
    expect(meanwhile.state).toBe('computing');
    expect(meanwhile.explanation?.score).toEqual(before);
    await deliver();
    const after = await mirror(asha);
    expect(after.state).toBe('scored');
    expect(after.explanation!.score.expected).toBeLessThan(before.expected);
    expect(after.explanation!.score.expected).toBe((await recruitersView(asha)).score.expected);

    const undone = await undoOwnChange(asha.ctx, asha.own, { versionId });
    await deliver();
    expect((await mirror(asha)).explanation?.score).toEqual(before);
    const facts = await getOwnFacts(asha.ctx, asha.own);
    expect(facts).toMatchObject({ versionId: undone.versionId, answers: { least_pay: 'unsaid' } });
    await expect(undoOwnChange(asha.ctx, asha.own, { versionId })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('a fact', () => {
  it('is put right in a new version, counts as corrected, and is as it was after undo', async () => {
    const asha = await applicant();
    const { skills } = await mirror(asha);
    expect(skills).toMatchObject([
      { skillId: 'tally', asked: 2, held: { level: 3, provenance: 'imported' } },
      { skillId: 'gst', asked: 2 },
    ]);
    const { versionId, profile } = await getOwnFacts(asha.ctx, asha.own);
    const lower = profile.skills.map((skill) => (skill.skillId === 'tally' ? { ...skill, level: 1 } : skill));
    const edits = { skills: lower } as Parameters<typeof saveOwnProfile>[2]['edits'];
    const changed = await saveOwnProfile(asha.ctx, asha.own, { versionId, edits });
    await deliver();
    const after = await mirror(asha);
    expect(after.skills[0]?.held).toMatchObject({ level: 1, provenance: 'corrected' });
    expect(after.skills[1]?.held?.provenance).toBe('imported');
    expect(after.explanation).toMatchObject({ score: (await recruitersView(asha)).score });
    const { rows } = await test.owner.query<{ email: string; name: string }>(
      'select name, email from candidates where id = $1',
      [asha.candidateId],
    );
    expect(rows).toMatchObject([{ name: 'Asha Pillai', email: profile.email }]);

    const again = saveOwnProfile(asha.ctx, asha.own, { versionId, edits });
    await expect(again).rejects.toMatchObject({ code: 'conflict' });
    await undoOwnChange(asha.ctx, asha.own, { versionId: changed.versionId });
    await deliver();
    expect((await mirror(asha)).skills[0]?.held).toMatchObject({ level: 3, provenance: 'imported' });
  });

  it('of a job’s own question is answered by its applicant only, as the question asks', async () => {
    const screening = [{ id: 'laptop', text: 'Do you have a laptop?', kind: 'yes_no', wanted: 'yes' }];
    jobId = await publish({ ...accountantJob, screening } as typeof accountantJob);
    const [asha, ben] = [await applicant(), await applicant()];
    const input = { candidacyId: asha.candidacyId, questionId: 'laptop', answer: 'yes' };
    await saveOwnScreeningAnswer(asha.ctx, asha.own, input);
    await deliver();
    expect((await mirror(asha)).questions).toMatchObject([{ id: 'laptop', answer: 'yes' }]);
    expect((await recruitersView(asha)).screening).toMatchObject([{ answer: 'yes' }]);
    await expect(saveOwnScreeningAnswer(ben.ctx, ben.own, input)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(
      saveOwnScreeningAnswer(asha.ctx, asha.own, { ...input, answer: 'maybe' }),
    ).rejects.toMatchObject({ code: 'invalid_input', details: { issues: [{ path: 'answer' }] } });
  });
});

describe('contesting', () => {
  it('waits for a person until somebody answers in words, and tells both sides once', async () => {
    const asha = await applicant();
    const { candidacyId, candidateId } = asha;
    const input = { candidacyId, factor: 'hours', message: 'I said 20 hours.' } as const;
    const { contestId } = await openContest(asha.ctx, asha.own, input);
    await deliver();
    expect(await bell()).toEqual(['contest_opened']);
    expect(await mailsTo('user_id', member.userId)).toEqual(['contest_opened']);
    const seen = await today(recruiter(), authorize(member, 'match:read'));
    expect(seen.contests).toMatchObject([
      { contest: { contestId }, jobId, candidateId, name: 'Asha Pillai', group: 'ranked' },
    ]);
    expect((await recruitersView(asha)).contests).toMatchObject([
      { contestId, factor: 'hours', answer: null },
    ]);

    const answer = { contestId, outcome: 'upheld', answer: 'The form said four.' } as const;
    await answerContest(recruiter(), decide(), answer);
    await deliver();
    expect(await mailsTo('candidate_id', candidateId)).toEqual(['contest_answered']);
    expect((await mirror(asha)).contests).toMatchObject([
      { contestId, outcome: 'upheld', answer: 'The form said four.' },
    ]);
    expect((await today(recruiter(), authorize(member, 'match:read'))).contests).toEqual([]);
    await expect(answerContest(recruiter(), decide(), answer)).rejects.toMatchObject({
      code: 'conflict',
      message: 'Somebody answered this already.',
    });
    const kept = await asWorker(worker, (tx) =>
      tx.select().from(receipts).where(eq(receipts.candidateId, candidateId)),
    );
    expect(kept).toHaveLength(1);
  });

  it('is open once a job, also when it is sent twice at the same moment', async () => {
    const asha = await applicant();
    const input = { candidacyId: asha.candidacyId, factor: null, message: 'This is wrong.' };
    const both = await Promise.allSettled([
      openContest(asha.ctx, asha.own, input),
      openContest(asha.ctx, asha.own, input),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
  });

  it('of another organisation answers as one that does not exist', async () => {
    const asha = await applicant();
    const input = { candidacyId: asha.candidacyId, factor: null, message: 'This is wrong.' };
    const { contestId } = await openContest(asha.ctx, asha.own, input);
    const other = await createMember(test.db);
    await expect(
      answerContest(as(other), authorize(other, 'candidacy:decide'), {
        contestId,
        outcome: 'upheld',
        answer: 'No.',
      }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('mails no answer to a person who turned that off; the portal shows it all the same', async () => {
    const asha = await applicant();
    await savePreferences(asha.ctx, asha.own, {
      mutedMails: ['contest_answered'],
      timeZone: 'Asia/Kolkata',
      locale: 'en-GB',
    });
    const input = { candidacyId: asha.candidacyId, factor: null, message: 'This is wrong.' };
    const { contestId } = await openContest(asha.ctx, asha.own, input);
    await answerContest(recruiter(), decide(), { contestId, outcome: 'corrected', answer: 'Put right.' });
    await deliver();
    expect(await mailsTo('candidate_id', asha.candidateId)).toEqual([]);
    expect((await mirror(asha)).contests).toMatchObject([{ outcome: 'corrected' }]);
    expect((await getOwnData(asha.ctx, asha.own)).preferences).toMatchObject({ locale: 'en-GB' });
  });
});

describe('withdrawing', () => {
  it('tells the recruiter once, leaves the ranking, and nobody moves the person on', async () => {
    const asha = await applicant();
    const { candidacyId, candidateId } = asha;
    await withdraw(asha.ctx, asha.own, { candidacyId });
    const { rows: early } = await test.owner.query<{ held: boolean }>(
      "select not_before > $1 as held from outbox where topic in ('application-withdrawn', 'candidate-changed')",
      [new Date(clock.getTime() + 10_000)],
    );
    expect(early.map(({ held }) => held)).toEqual([true, true]);
    await deliver();
    expect(await bell()).toEqual(['application_withdrawn']);
    await expect(recruitersView(asha)).rejects.toMatchObject({ code: 'not_found' });
    expect(await mirror(asha)).toMatchObject({ state: 'resting', application: { stage: 'withdrawn' } });
    const move = { jobId, candidateId, to: 'interview', reason: null, note: null } as const;
    await expect(moveCandidacy(recruiter(), decide(), move)).rejects.toMatchObject({
      code: 'conflict',
      message: 'This person withdrew. They may apply again; until then they stay there.',
    });
    const { rows } = await test.owner.query(
      'select from_stage, to_stage, user_id from stage_events where candidacy_id = $1',
      [candidacyId],
    );
    expect(rows).toEqual([{ from_stage: 'new', to_stage: 'withdrawn', user_id: null }]);
  });

  it('is taken back before anybody is told, and then nobody is', async () => {
    const asha = await applicant();
    const { candidacyId, candidateId } = asha;
    const move = { jobId, candidateId, to: 'interview', reason: null, note: null } as const;
    await moveCandidacy(recruiter(), decide(), move);
    await withdraw(asha.ctx, asha.own, { candidacyId });
    clock = new Date(clock.getTime() + 9_000);
    await undoWithdrawal(asha.ctx, asha.own, { candidacyId });
    await deliver();
    expect(await stageOf(asha)).toBe('interview');
    expect(await bell()).toEqual([]);
    await expect(undoWithdrawal(asha.ctx, asha.own, { candidacyId })).rejects.toMatchObject({
      code: 'conflict',
      message: 'You have not withdrawn.',
    });
  });

  it('stands once the employer has been told, and happens once', async () => {
    const asha = await applicant();
    const { candidacyId } = asha;
    const both = await Promise.allSettled([
      withdraw(asha.ctx, asha.own, { candidacyId }),
      withdraw(asha.ctx, asha.own, { candidacyId }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    clock = new Date(clock.getTime() + 12_001);
    await expect(undoWithdrawal(asha.ctx, asha.own, { candidacyId })).rejects.toMatchObject({
      code: 'conflict',
      message: 'The employer has been told. You can apply again.',
    });
    expect(await stageOf(asha)).toBe('withdrawn');
  });
});

describe('the pool', () => {
  it('is left at once, and its rankings with it', async () => {
    const asha = await applicant('matched', true);
    expect((await recruitersView(asha)).score.expected).toBeGreaterThan(0);
    await setPoolConsent(asha.ctx, asha.own, { consent: false });
    const [features] = await asWorker(worker, (tx) =>
      tx.select().from(candidateFeatures).where(eq(candidateFeatures.candidateId, asha.candidateId)),
    );
    expect(features?.inPool).toBe(false);
    await deliver();
    await expect(recruitersView(asha)).rejects.toMatchObject({ code: 'not_found' });
    const [person] = await asWorker(worker, (tx) =>
      tx.select().from(candidates).where(eq(candidates.id, asha.candidateId)),
    );
    expect(person?.poolConsentAt).toBeNull();
    await setPoolConsent(asha.ctx, asha.own, { consent: true });
    await deliver();
    expect((await mirror(asha)).state).toBe('scored');
  });
});
