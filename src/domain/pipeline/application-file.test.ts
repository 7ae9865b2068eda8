import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { list, put } from '@vercel/blob';
import { eq } from 'drizzle-orm';
import { handleUpload, upload, type HandleUploadBody } from '@vercel/blob/client';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { editableOf } from '@/domain/candidates/edits';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { parseIsolated } from '@/domain/resumes/adapter';
import { applications, resumes } from '@/db/schema';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { stubEnvironment } from '@/testing/environment';
import { createMember } from '@/testing/factories';
import { accountantJob } from '@/testing/people';
import { clearOutbox, deliverAll } from '@/testing/queue';
import { serve, type TestServer } from '@/testing/server';
import { startBlob, type BlobServer } from '../../../local/blob/server';
import { freePort } from '../../../local/ports';
import {
  authorizeApplicationUpload,
  beginApplication,
  confirmFile,
  dropFile,
  offerFile,
  receiveApplicationFile,
  saveApplication,
  submitApplication,
} from './commands/apply';
import { pruneDrafts } from './consumers/application-drafts';
import { consumeApplicationFiles } from './consumers/application-files';
import { consumeApplicationParse } from './consumers/application-parse';
import { consumeApplicationSubmitted } from './consumers/application-submitted';
import { getApplication } from './queries/application';

const STORE_TOKEN = 'vercel_blob_rw_tests_0123456789abcdef';
const DAY_MS = 86_400_000;
const NOW = new Date('2026-11-23T09:00:00.000Z');

let test: TestDatabase;
let blob: BlobServer;
let blobDir: string;
let app: TestServer;
let worker: Context;
let visitor: Context;
let jobId: string;

/** The application's half of an upload, as its route has it: a token for whoever holds the key, then the confirmation. */
const answer = async (request: Request): Promise<Response> =>
  Response.json(
    await handleUpload({
      token: STORE_TOKEN,
      request,
      body: (await request.json()) as HandleUploadBody,
      onBeforeGenerateToken: async (_pathname, claim) => {
        const [applicationId, key] = claim!.split(':');
        const holder = { applicationId: applicationId!, key: key! };
        const allowed = await authorizeApplicationUpload(visitor, holder);
        return {
          allowedContentTypes: allowed.contentTypes,
          maximumSizeInBytes: allowed.maximumBytes,
          allowOverwrite: true,
          tokenPayload: applicationId,
        };
      },
      onUploadCompleted: ({ blob, tokenPayload }) =>
        receiveApplicationFile(worker, { applicationId: tokenPayload!, path: blob.pathname }),
    }),
  );

beforeAll(async () => {
  // The SDKs write every refusal to the console.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  test = await createTestDatabase();
  blobDir = await mkdtemp(join(tmpdir(), 'blob-'));
  blob = await startBlob({ dir: blobDir, port: await freePort(), token: STORE_TOKEN });
  app = await serve(answer);
  stubEnvironment({
    APP_URL: app.url,
    BLOB_READ_WRITE_TOKEN: STORE_TOKEN,
    VERCEL_BLOB_API_URL: blob.apiUrl,
    VERCEL_BLOB_CALLBACK_URL: app.url,
    VERCEL_BLOB_RETRIES: '0',
  });
  worker = testContext(test.db, WORKER);
  visitor = testContext(test.db, { kind: 'anonymous' });
  const member = await createMember(test.db);
  const [ctx, grant] = [testContext(test.db, member), authorize(member, 'job:write')];
  jobId = (await createJob(ctx, grant, { title: 'Accountant', role: null })).jobId;
  const { revision } = await saveDraft(ctx, grant, { jobId, revision: 1, answers: accountantJob });
  await publishJob(ctx, grant, { jobId, revision });
  // The reader's first child takes its time to start.
  await parseIsolated(demo('suresh-pillai.txt'), { filename: 'suresh.txt', asOf: '2026-11' });
}, 60_000);
afterAll(async () => {
  await app.stop();
  await blob.stop();
  await test.close();
  await rm(blobDir, { recursive: true });
});
beforeEach(() => clearOutbox(worker));

type Key = Awaited<ReturnType<typeof beginApplication>>;
const demo = (name: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(readFileSync(join('demo', 'resumes', name)));

/** Offers a file and sends its bytes to the store as the browser does; resolves with where they went. */
const send = async (key: Key, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const offer = await offerFile(visitor, { ...key, name, size: bytes.length });
  if (!offer.accepted) throw new Error(offer.problem.title);
  await upload(offer.path, new Blob([bytes]), {
    access: 'private',
    handleUploadUrl: `${app.url}/api/uploads/application`,
    clientPayload: `${key.applicationId}:${key.key}`,
    contentType: offer.contentType,
  });
  await confirmFile(visitor, key);
  return offer.path;
};

/** Every message twice, as a queue that repeats itself would. */
const parseAll = (): Promise<unknown> =>
  deliverAll(worker, { 'application-parse': consumeApplicationParse }, 2);
const stored = async ({ applicationId }: Key): Promise<string[]> =>
  (await list({ prefix: `applications/${applicationId}/` })).blobs.map(({ pathname }) => pathname);

/** Sends an application with a résumé as it was read; it is taken in. Resolves with where the file is. */
const sendAll = async (key: Key, email: string): Promise<string> => {
  const path = await send(key, 'shobha.pdf', demo('shobha-iyer.pdf'));
  await parseAll();
  await submitAll(key, email);
  return path;
};

const submitAll = async (key: Key, email: string): Promise<void> => {
  const { read } = await getApplication(visitor, key);
  const form = {
    profile: { ...read!.profile, email },
    answers: {},
    screening: {},
    consents: { application: true, pool: false },
  };
  await submitApplication(visitor, { ...key, form });
  await deliverAll(worker, { 'application-submitted': consumeApplicationSubmitted }, 2);
};
const tidyAll = (): Promise<unknown> =>
  deliverAll(worker, { 'application-files': consumeApplicationFiles }, 2);

describe('a résumé of an applicant', () => {
  it('is read once into the facts of the form, however often it is confirmed and delivered', async () => {
    const key = await beginApplication(visitor, { jobId });
    await send(key, 'shobha.pdf', demo('shobha-iyer.pdf'));
    await confirmFile(visitor, key);
    expect(await getApplication(visitor, key)).toMatchObject({ file: { state: 'received' }, read: null });
    await parseAll();
    const { file, read } = await getApplication(visitor, key);
    expect(file).toEqual({ state: 'parsed', name: 'shobha.pdf', problem: null });
    expect(read!.profile).toMatchObject({ name: 'Shobha Iyer', email: expect.stringContaining('@') });
    expect(read!.profile.experience.length).toBeGreaterThan(0);
    expect(read!.profile.skills.map(({ from }) => from)).toEqual(read!.profile.skills.map((_, at) => at));
  });

  it('that took the place of another one is the one that is read, and what was typed stays', async () => {
    const key = await beginApplication(visitor, { jobId });
    await send(key, 'shobha.pdf', demo('shobha-iyer.pdf'));
    await parseAll();
    const first = await getApplication(visitor, key);
    const typed = { profile: { phone: '+91 98200 00000', skills: first.read!.profile.skills.slice(0, 2) } };
    const { revision } = await saveApplication(visitor, { ...key, revision: first.revision, draft: typed });
    await send(key, 'suresh.txt', demo('suresh-pillai.txt'));
    await parseAll();
    const second = await getApplication(visitor, key);
    expect(second).toMatchObject({ file: { name: 'suresh.txt' }, revision: revision + 1 });
    expect(second.read!.profile.name).toBe('Suresh Pillai');
    expect(second.draft.profile).toEqual({
      phone: '+91 98200 00000',
      skills: typed.profile.skills.map((skill) => ({ ...skill, from: null })),
    });
  });

  it('that arrived while an older one was being read is not overwritten by it', async () => {
    const key = await beginApplication(visitor, { jobId });
    await send(key, 'shobha.pdf', demo('shobha-iyer.pdf'));
    // Another file is there, its row not yet visible, when the reading of the first one begins; it commits before that ends.
    const replacing = await test.owner.connect();
    await replacing.query('begin');
    await replacing.query(`update applications set blob_path = blob_path || '.second' where id = $1`, [
      key.applicationId,
    ]);
    const reading = consumeApplicationParse(worker, key);
    const waiting = () =>
      test.owner.query(
        `select 1 from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()`,
      );
    await expect.poll(async () => (await waiting()).rowCount, { timeout: 15_000 }).toBe(1);
    await replacing.query('commit');
    replacing.release();
    await reading;
    expect(await getApplication(visitor, key)).toMatchObject({ file: { state: 'received' }, read: null });
  });

  it('that took the place of another one is waited for, whatever the store says late of the other', async () => {
    const key = await beginApplication(visitor, { jobId });
    const offers = [
      await offerFile(visitor, { ...key, name: 'one.txt', size: 4 }),
      await offerFile(visitor, { ...key, name: 'two.txt', size: 4 }),
    ];
    const [first, second] = offers.map((offer) => (offer.accepted ? offer.path : ''));
    await receiveApplicationFile(worker, { ...key, path: first! });
    expect((await getApplication(visitor, key)).file.state).toBe('waiting');
    await receiveApplicationFile(worker, { ...key, path: second! });
    expect((await getApplication(visitor, key)).file.state).toBe('received');
  });

  it('that cannot be read says why, and the form goes on by hand', async () => {
    const key = await beginApplication(visitor, { jobId });
    await send(key, 'photo.pdf', new TextEncoder().encode('this is no PDF'));
    await parseAll();
    expect(await getApplication(visitor, key)).toMatchObject({
      state: 'draft',
      file: { state: 'failed', problem: { reason: 'type_mismatch', advice: expect.stringContaining('PDF') } },
      read: null,
    });
  });

  it('that never arrives keeps nothing from being sent once it is given up', async () => {
    const key = await beginApplication(visitor, { jobId });
    await offerFile(visitor, { ...key, name: 'asha.pdf', size: 10 });
    const form = {
      profile: { ...editableOf(null), name: 'Asha Pillai', email: 'hand@file.example' },
      answers: { hours: { min: 10 } },
      screening: {},
      consents: { application: true, pool: false },
    };
    const issuesOf = (error: { details: { issues: { path: string }[] } }) =>
      error.details.issues.map(({ path }) => path);
    const refused = await submitApplication(visitor, { ...key, form }).catch(issuesOf);
    expect(refused).toEqual(['answers.hours.max', 'file']);
    await dropFile(visitor, key);
    const complete = { ...form, answers: { hours: { min: 10, max: 12 } } };
    expect(await submitApplication(visitor, { ...key, form: complete })).toEqual({ state: 'submitted' });
  });

  it('is given to nobody without the key', async () => {
    const [mine, other] = [
      await beginApplication(visitor, { jobId }),
      await beginApplication(visitor, { jobId }),
    ];
    await offerFile(visitor, { ...mine, name: 'a.txt', size: 4 });
    const stolen = { applicationId: mine.applicationId, key: other.key };
    await expect(authorizeApplicationUpload(visitor, stolen)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('becomes the résumé of the person who sends it', async () => {
    const key = await beginApplication(visitor, { jobId });
    const path = await sendAll(key, 'shobha@file.example');
    const rows = await asWorker(worker, (tx) => tx.select().from(resumes).where(eq(resumes.blobPath, path)));
    expect(rows).toMatchObject([{ fileName: 'shobha.pdf', organizationId: null }]);
  });
});

describe('files that an application was not sent with', () => {
  it('are deleted once it is taken in; the one it was sent with stays, and so do those of drafts', async () => {
    const [sent, draft] = [
      await beginApplication(visitor, { jobId }),
      await beginApplication(visitor, { jobId }),
    ];
    await send(sent, 'suresh.txt', demo('suresh-pillai.txt'));
    await send(draft, 'suresh.txt', demo('suresh-pillai.txt'));
    await send(draft, 'suresh.txt', demo('suresh-pillai.txt'));
    const path = await sendAll(sent, 'replaced@file.example');
    expect(await stored(sent)).toHaveLength(2);
    await consumeApplicationFiles(worker, draft);
    await tidyAll();
    expect([await stored(sent), (await stored(draft)).length]).toEqual([[path], 2]);
  });

  it('go when it was sent without any, and those that arrive late go as well', async () => {
    const key = await beginApplication(visitor, { jobId });
    await send(key, 'photo.pdf', new TextEncoder().encode('this is no PDF'));
    await parseAll();
    const offer = await offerFile(visitor, { ...key, name: 'late.txt', size: 4 });
    await dropFile(visitor, key);
    const form = {
      profile: { ...editableOf(null), name: 'Asha Pillai', email: 'late@file.example' },
      answers: {},
      screening: {},
      consents: { application: true, pool: false },
    };
    await submitApplication(visitor, { ...key, form });
    await deliverAll(worker, { 'application-submitted': consumeApplicationSubmitted }, 2);
    await tidyAll();
    expect(await stored(key)).toEqual([]);

    await clearOutbox(worker);
    if (!offer.accepted) throw new Error(offer.problem.title);
    await put(offer.path, 'late', { access: 'private', token: STORE_TOKEN });
    await receiveApplicationFile(worker, { ...key, path: offer.path });
    await tidyAll();
    expect(await stored(key)).toEqual([]);
  });

  it('wait while the store does not answer: the message comes again', async () => {
    const key = await beginApplication(visitor, { jobId });
    await send(key, 'suresh.txt', demo('suresh-pillai.txt'));
    const path = await sendAll(key, 'away@file.example');
    await blob.stop();
    await expect(consumeApplicationFiles(worker, key)).rejects.toThrow(/fetch failed/);
    blob = await startBlob({ dir: blobDir, port: Number(new URL(blob.apiUrl).port), token: STORE_TOKEN });
    await consumeApplicationFiles(worker, key);
    expect(await stored(key)).toEqual([path]);
  });
});

describe('a draft that nobody touches', () => {
  const onDay = (day: number): Context => ({ ...worker, now: () => new Date(NOW.getTime() + day * DAY_MS) });
  const exists = async (key: Key): Promise<boolean> =>
    (await asWorker(worker, (tx) => tx.select({ id: applications.id }).from(applications))).some(
      ({ id }) => id === key.applicationId,
    );

  it('is deleted after seven days with every file of it; sent ones and younger ones stay', async () => {
    const left = await beginApplication(visitor, { jobId });
    await send(left, 'shobha.pdf', demo('shobha-iyer.pdf'));
    await send(left, 'suresh.txt', demo('suresh-pillai.txt'));
    expect(await stored(left)).toHaveLength(2);
    const young = await beginApplication(onDayVisitor(3), { jobId });
    const sent = await beginApplication(visitor, { jobId });
    const path = await sendAll(sent, 'sent@file.example');
    await pruneDrafts(onDay(6.9));
    expect([await exists(left), await exists(young)]).toEqual([true, true]);
    await pruneDrafts(onDay(7.1));
    expect([await exists(left), await exists(young)]).toEqual([false, true]);
    expect(await stored(left)).toEqual([]);
    expect([await exists(sent), await stored(sent)]).toEqual([true, [path]]);
  });

  it('stays while its files cannot be deleted', async () => {
    const left = await beginApplication(visitor, { jobId });
    await send(left, 'suresh.txt', demo('suresh-pillai.txt'));
    await blob.stop();
    await expect(pruneDrafts(onDay(30))).rejects.toThrow(/fetch failed/);
    expect(await exists(left)).toBe(true);
    blob = await startBlob({ dir: blobDir, port: Number(new URL(blob.apiUrl).port), token: STORE_TOKEN });
    await pruneDrafts(onDay(30));
    expect(await exists(left)).toBe(false);
  });

  const onDayVisitor = (day: number): Context => ({ ...onDay(day), actor: visitor.actor });
});
