import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { put } from '@vercel/blob';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { notifications, resumes } from '@/db/schema';
import { addPerson, lockPerson } from '@/domain/candidates/commands';
import type { CandidateProfile } from '@/domain/candidates/schema';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { authorize, authorizeCandidate } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { consumeMatchChunk } from '@/domain/matching/consumer';
import { consumeMatchRequest } from '@/domain/matching/runs';
import { consumeRunFinished } from '@/domain/notifications/consumer';
import { strongMatchesMail } from '@/domain/notifications/mails/strong-matches';
import { moveCandidacy } from './commands';
import { openMatch } from './queries/match';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { stubEnvironment } from '@/testing/environment';
import { createMember, type MemberActor } from '@/testing/factories';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { deliverAll } from '@/testing/queue';
import { NO_EFFECTS } from '@/trpc/context';
import { createCaller } from '@/trpc/root';
import { openOwnResume, openResume } from '@/domain/resumes/queries';
import { startBlob, type BlobServer } from '../../../local/blob/server';
import { freePort } from '../../../local/ports';

let test: TestDatabase;
let worker: Context;
let blob: BlobServer;
let blobDir: string;
const STORE_TOKEN = 'vercel_blob_rw_tests_0123456789abcdef';

beforeAll(async () => {
  blobDir = await mkdtemp(join(tmpdir(), 'blob-'));
  blob = await startBlob({ dir: blobDir, port: await freePort(), token: STORE_TOKEN });
  stubEnvironment({ BLOB_READ_WRITE_TOKEN: STORE_TOKEN, VERCEL_BLOB_API_URL: blob.apiUrl });
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
});
afterAll(async () => {
  await blob.stop();
  await test.close();
  await rm(blobDir, { recursive: true });
});

const EMAIL = 'meera.joshi@people.example';
const PHONE = '+91 98200 12345';
const FILE = 'meera-joshi.pdf';
const TEXT = [
  'Meera Joshi',
  `${EMAIL} | ${PHONE} | https://folio.example/mj`,
  'Meera Joshi, Accountant, Joshi & Associates, 2019 – present',
  'Kept the books in Tally',
  'B.Com, University of Pune, 2007',
].join('\n');
const spanOf = (passage: string) => ({
  start: TEXT.indexOf(passage),
  end: TEXT.indexOf(passage) + passage.length,
});
const job = 'Meera Joshi, Accountant, Joshi & Associates, 2019 – present';

/** A person of the pool whose own words name them wherever a person can write. */
const poolPerson = async (email = EMAIL): Promise<string> => {
  const base = profileOf('Meera Joshi', email, ['tally', 'gst']);
  const profile: CandidateProfile = {
    ...base,
    phone: { value: PHONE, provenance: 'parsed', confidence: 1, span: null },
    skills: base.skills.map((skill) => ({ ...skill, spans: [spanOf('Tally')] })),
    experience: base.experience.map((entry) => ({
      ...entry,
      title: 'Accountant Meera Joshi',
      company: 'Joshi & Associates',
      roleId: 'accountant',
      span: spanOf(job),
    })),
  };
  const resumeId = worker.newId();
  return asWorker(worker, async (tx) => {
    const candidateId = await addPerson(worker, tx, {
      organizationId: null,
      lawfulBasis: 'consent',
      poolConsentAt: worker.now(),
      profile,
      answers: { ...fullAnswers, licences: ['CA, issued to Meera Joshi'] },
      resumeId,
      parserVersion: '0',
    });
    await lockPerson(tx, candidateId);
    await tx.insert(resumes).values({
      id: resumeId,
      organizationId: null,
      candidateId,
      blobPath: `resumes/pool/${resumeId}.pdf`,
      fileName: FILE,
      contentType: 'application/pdf',
      size: 1,
      sha256: resumeId,
      parserVersion: '0',
      createdAt: worker.now(),
      parsed: {
        parserVersion: '0',
        text: TEXT,
        pages: 1,
        blocks: [{ kind: 'name', span: spanOf('Meera Joshi') }],
        name: { value: 'Meera Joshi', confidence: 1, span: spanOf('Meera Joshi') },
        email: { value: EMAIL, confidence: 1, span: spanOf(EMAIL) },
        phone: { value: PHONE, confidence: 1, span: spanOf(PHONE) },
        location: null,
        skills: [],
        experience: [],
        education: [
          {
            school: 'University of Pune',
            degree: 'B.Com',
            start: null,
            end: '2007',
            span: spanOf('B.Com, University of Pune, 2007'),
            confidence: 1,
          },
        ],
        languages: [],
        licences: [],
        totalMonths: null,
      },
    });
    return candidateId;
  });
};

const questions = [
  { id: 'ready', text: 'Can you start in a month?', kind: 'yes_no' as const, wanted: 'yes' as const },
  { id: 'why', text: 'Why this job, in a few words?', kind: 'text' as const, wanted: null },
];

const publish = async (ctx: Context, member: MemberActor): Promise<string> => {
  const grant = authorize(member, 'job:write');
  const { jobId } = await createJob(ctx, grant, { title: 'Accountant', role: null });
  const answers = { ...accountantJob, role: 'accountant', screening: questions };
  const { revision } = await saveDraft(ctx, grant, { jobId, revision: 1, answers });
  await publishJob(ctx, grant, { jobId, revision });
  await deliverAll(worker, {
    'match-request': consumeMatchRequest,
    'match-chunk': consumeMatchChunk,
    'run-finished': consumeRunFinished,
  });
  return jobId;
};

/** The mail about strong matches that this member would get now. */
const mailTo = (member: MemberActor) =>
  asWorker(worker, async (tx) => {
    const notices = await tx.select().from(notifications).where(eq(notifications.userId, member.userId));
    const mail = notices.find(({ channel }) => channel === 'email');
    return mail === undefined ? null : strongMatchesMail(tx, mail);
  });

/** Everything a member's screens are told. */
const told = (api: ReturnType<typeof createCaller>, jobId: string, candidateId: string) =>
  Promise.all([
    api.pipeline.matches({ jobId, group: 'ranked' }),
    api.pipeline.match({ jobId, candidateId }),
    api.pipeline.today(),
    api.people.list({}),
    api.jobs.list({}),
    api.notifications.list(),
    api.pipeline.history({ jobId, candidateId }),
  ]);

/** Ids and hashes are made anew each time, and may hold any digits. */
const withoutIds = (text: string): string => text.replaceAll(/[0-9a-f-]{12,}/g, '');

it('tells nothing of who a person of the pool is until they are shortlisted, in any field of any answer', async () => {
  const candidateId = await poolPerson();
  const member = await createMember(test.db);
  const ctx = testContext(test.db, member);
  const api = createCaller({
    ...ctx,
    session: null,
    candidateId: null,
    portalSessionId: null,
    clientAddress: '10.0.0.1',
    sameOrigin: true,
    ...NO_EFFECTS,
  });
  const jobId = await publish(ctx, member);
  await api.people.saveScreeningAnswer({ jobId, candidateId, questionId: 'ready', answer: 'yes' });
  await api.people.saveScreeningAnswer({
    jobId,
    candidateId,
    questionId: 'why',
    answer: 'I, Meera, live nearby',
  });

  const masked = await told(api, jobId, candidateId);
  const mail = JSON.stringify(await mailTo(member));
  expect(mail).toContain('Accountant ••••• •••••');
  const text = withoutIds(JSON.stringify(masked) + mail);
  for (const secret of [/meera/i, /joshi/i, /people\.example/i, /98200/, /folio/i, /2007/, /nearby/, /450/]) {
    expect(text).not.toMatch(secret);
  }
  const [ranking, match, today] = masked;
  expect(ranking.rows).toMatchObject([{ candidateId, name: null, headline: 'Accountant ••••• •••••' }]);
  expect(match.person).toMatchObject({ name: null, email: null, phone: null });
  expect(match.resume?.file).toBeNull();
  expect(match.resume?.text).toHaveLength(TEXT.length);
  expect(match.resume?.text).toContain('Kept the books in Tally');
  expect(match.answers.find(({ id }) => id === 'licences')?.answer).toBe('CA, issued to ••••• •••••');
  expect(match.screening).toMatchObject([{ questionId: 'ready', answer: 'yes' }]);
  const passages = match.factors.flatMap(({ evidence }) => evidence);
  expect(passages).toContainEqual(expect.objectContaining({ label: 'Accountant ••••• •••••' }));
  expect(passages).toContainEqual(
    expect.objectContaining({ detail: expect.stringContaining('••••• & Associates') as string }),
  );
  expect(today.fresh).toMatchObject([{ candidateId, name: null }]);
  await expect(api.people.get({ candidateId })).rejects.toMatchObject({ code: 'NOT_FOUND' });

  await api.pipeline.move({ jobId, candidateId, to: 'shortlisted' });
  const [shown, open] = await told(api, jobId, candidateId);
  expect(shown.rows).toMatchObject([{ name: 'Meera Joshi', headline: 'Accountant Meera Joshi' }]);
  expect(open.person).toMatchObject({ name: 'Meera Joshi', email: EMAIL, phone: PHONE });
  expect(open.resume?.text).toBe(TEXT);
  expect(open.screening).toMatchObject([{ answer: 'yes' }, { answer: 'I, Meera, live nearby' }]);
  // The least pay is never shown as a number, to nobody's employer.
  expect(withoutIds(JSON.stringify(open))).not.toMatch(/450/);
});

it('gives the file of a person of the pool to their employer only while they are shown, and to themselves always', async () => {
  const candidateId = await poolPerson('meera.j@people.example');
  const member = await createMember(test.db);
  const [ctx, stranger] = [testContext(test.db, member), await createMember(test.db)];
  const jobId = await publish(ctx, member);
  const [resume] = await asWorker(worker, (tx) =>
    tx.select().from(resumes).where(eq(resumes.candidateId, candidateId)),
  );
  const resumeId = resume!.id;
  await put(resume!.blobPath, 'the file itself', { access: 'private', token: STORE_TOKEN });
  const read = async (whose: MemberActor): Promise<string> => {
    const grant = authorize(whose, 'candidate:read');
    return new Response((await openResume(testContext(test.db, whose), grant, { resumeId })).body).text();
  };
  const move = (to: 'shortlisted' | 'new') =>
    moveCandidacy(ctx, authorize(member, 'candidacy:decide'), {
      jobId,
      candidateId,
      to,
      reason: null,
      note: null,
    });

  await expect(read(member)).rejects.toMatchObject({ code: 'not_found' });
  await move('shortlisted');
  expect(await read(member)).toBe('the file itself');
  const { resume: view } = await openMatch(ctx, authorize(member, 'match:read'), { jobId, candidateId });
  expect(view?.file).toEqual({ id: resumeId, fileName: FILE, contentType: 'application/pdf' });
  await expect(read(stranger)).rejects.toMatchObject({ code: 'not_found' });
  await move('new');
  await expect(read(member)).rejects.toMatchObject({ code: 'not_found' });

  const own = async (whose: string): Promise<string> => {
    const actor = { kind: 'candidate' as const, candidateId: whose };
    const file = await openOwnResume(testContext(test.db, actor), authorizeCandidate(actor), { resumeId });
    return new Response(file.body).text();
  };
  expect(await own(candidateId)).toBe('the file itself');
  await expect(own(worker.newId())).rejects.toMatchObject({ code: 'not_found' });
});
