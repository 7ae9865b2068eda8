import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { put } from '@vercel/blob';
import { handleUpload, upload, type HandleUploadBody } from '@vercel/blob/client';
import PdfDocument from 'pdfkit';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { saveAnswers } from '@/domain/candidates/commands';
import { saveOwnProfile } from '@/domain/candidates/commands/own-facts';
import { editableOf } from '@/domain/candidates/edits';
import type { CandidateProfile } from '@/domain/candidates/schema';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { authorize, authorizeCandidate } from '@/domain/kernel/actor';
import { consumeTopic } from '@/domain/kernel/consume';
import type { Context } from '@/domain/kernel/context';
import { drainOutbox } from '@/domain/kernel/outbox';
import type { Topic } from '@/domain/kernel/topics';
import { consumeMatchChunk } from '@/domain/matching/consumer';
import { consumeMatchRequest } from '@/domain/matching/runs';
import { consumeImportFinished } from '@/domain/notifications/consumer';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { stubEnvironment } from '@/testing/environment';
import { createMember, type MemberActor } from '@/testing/factories';
import { accountantJob } from '@/testing/people';
import { serve, type TestServer } from '@/testing/server';
import { startBlob, type BlobServer } from '../../../local/blob/server';
import { createDatabase, withDatabase } from '../../../local/database';
import { freePort } from '../../../local/ports';
import { startQstash, type Qstash } from '../../../local/qstash/server';
import { parseIsolated } from './adapter';
import { abandonUploads, authorizeUpload, confirmUpload, createImport, receiveUpload } from './commands';
import { consumeResumeParse, reconcileImports } from './consumer';
import { getImport, missingUploads } from './queries';

const MINUTE_MS = 60_000;
const QUEUE_TOKEN = 'a token of tests';
const KEYS = { currentSigningKey: 'sig_current_of_tests', nextSigningKey: 'sig_next_of_tests' };
const STORE_TOKEN = 'vercel_blob_rw_tests_0123456789abcdef';

let database: TestDatabase;
let qstash: Qstash;
let blob: BlobServer;
let blobDir: string;
let blobPort: number;
let app: TestServer;
let worker: Context;
let member: MemberActor;
let ctx: Context;
/** Every delivery that reached a consumer: `<topic> <body>`. */
const delivered: string[] = [];

const drain = (): void => void drainOutbox(worker).catch(() => undefined);

/** The application's half of an upload, as its route has it: a token for one item, then the store's confirmation. */
const answerUpload = async (request: Request): Promise<Response> =>
  Response.json(
    await handleUpload({
      token: STORE_TOKEN,
      request,
      body: (await request.json()) as HandleUploadBody,
      onBeforeGenerateToken: async (_pathname, itemId) => {
        const allowed = await authorizeUpload(ctx, authorize(member, 'candidate:write'), { itemId: itemId! });
        return {
          allowedContentTypes: allowed.contentTypes,
          maximumSizeInBytes: allowed.maximumBytes,
          allowOverwrite: true,
          tokenPayload: itemId,
        };
      },
      onUploadCompleted: async ({ tokenPayload }) => {
        await receiveUpload(worker, { itemId: tokenPayload! });
        drain();
      },
    }),
  );

const answer = async (request: Request): Promise<Response> => {
  const topic = request.url.split('/').at(-1) as Topic | 'uploads';
  if (topic === 'uploads') return answerUpload(request);
  delivered.push(`${topic} ${await request.clone().text()}`);
  switch (topic) {
    case 'resume-parse':
      return consumeTopic(request, topic, consumeResumeParse, drain);
    case 'match-request':
      return consumeTopic(request, topic, consumeMatchRequest, drain);
    case 'match-chunk':
      return consumeTopic(request, topic, consumeMatchChunk, drain);
    case 'import-finished':
      return consumeTopic(request, topic, consumeImportFinished, drain);
    default:
      return consumeTopic(request, topic, async () => undefined, drain);
  }
};

beforeAll(async () => {
  // The SDKs write every refusal to the console.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  database = await createTestDatabase();
  const databaseUrl = withDatabase(inject('postgres').ownerUrl, `qstash_${randomUUID().slice(0, 8)}`);
  await createDatabase(databaseUrl);
  // Whatever is sent arrives twice.
  const settings = { timeScale: 0.01, faults: { seed: 1, duplicate: 1 } };
  const port = await freePort();
  qstash = await startQstash({ port, databaseUrl, token: QUEUE_TOKEN, ...KEYS, settings });
  blobDir = await mkdtemp(join(tmpdir(), 'blob-'));
  blobPort = await freePort();
  blob = await startBlob({ dir: blobDir, port: blobPort, token: STORE_TOKEN });
  app = await serve(answer);
  stubEnvironment({
    APP_URL: app.url,
    DATABASE_URL: database.appUrl,
    NEON_WS_PROXY: inject('postgres').neonWsProxy,
    QSTASH_URL: qstash.url,
    QSTASH_TOKEN: QUEUE_TOKEN,
    QSTASH_CURRENT_SIGNING_KEY: KEYS.currentSigningKey,
    QSTASH_NEXT_SIGNING_KEY: KEYS.nextSigningKey,
    BLOB_READ_WRITE_TOKEN: STORE_TOKEN,
    VERCEL_BLOB_API_URL: blob.apiUrl,
    VERCEL_BLOB_CALLBACK_URL: app.url,
    VERCEL_BLOB_RETRIES: '0',
  });
  worker = testContext(database.db, WORKER, { now: () => new Date() });
  // The reader's first child takes its time to start.
  await parseIsolated(text(suresh), { filename: 'suresh.txt', asOf: '2026-11' });
}, 60_000);
afterAll(async () => {
  await qstash.stop();
  await app.stop();
  await blob.stop();
  await database.close();
  await rm(blobDir, { recursive: true });
});
beforeEach(async () => {
  member = await createMember(database.db);
  ctx = { ...worker, actor: member };
});

const later = (minutes: number): Context => ({
  ...worker,
  now: () => new Date(Date.now() + minutes * MINUTE_MS),
});

const count = async (query: string): Promise<number> =>
  Number((await database.owner.query<{ n: string }>(`select count(*) as n from ${query}`)).rows[0]?.n);

/** Sweeps, later than anything a test made due, until neither the outbox nor the queue holds anything. */
const settled = (): Promise<void> =>
  expect
    .poll(
      async () => {
        await drainOutbox(later(60));
        const headers = { authorization: `Bearer ${QUEUE_TOKEN}` };
        const stats = (await (await fetch(`${qstash.url}/local/stats`, { headers })).json()) as object;
        return { ...stats, unsent: await count('outbox where sent_at is null') };
      },
      { timeout: 40_000, interval: 100 },
    )
    .toMatchObject({ due: 0, waiting: 0, active: 0, unsent: 0 });

const publish = async (): Promise<string> => {
  const grant = authorize(member, 'job:write');
  const { jobId } = await createJob(ctx, grant, { title: 'Accountant', role: null });
  const { revision } = await saveDraft(ctx, grant, { jobId, revision: 1, answers: accountantJob });
  await publishJob(ctx, grant, { jobId, revision });
  await settled();
  return jobId;
};

interface GivenFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** As the browser says; default: as it is. */
  size?: number;
}

const demo = (name: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(readFileSync(join('demo', 'resumes', name)));
const text = (content: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(content);
const suresh = readFileSync(join('demo', 'resumes', 'suresh-pillai.txt'), 'utf8');

const lockedPdf = async (): Promise<Uint8Array<ArrayBuffer>> => {
  const document = new PdfDocument({ userPassword: 'open sesame', pdfVersion: '1.7' });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  document.text('Asha Pillai, accountant').end();
  await once(document, 'end');
  return Uint8Array.from(Buffer.concat(parts));
};

/** Opens an import and uploads its files as the browser does. Returns the names of those the store did not take. */
const bring = async (
  files: readonly GivenFile[],
  staysBehind: readonly string[] = [],
): Promise<{ importId: string; items: { id: string; fileName: string }[]; refused: string[] }> => {
  const grant = authorize(member, 'candidate:write');
  const { importId, items } = await createImport(ctx, grant, {
    jobId: null,
    lawfulBasis: 'consent',
    files: files.map(({ name, bytes, size }) => ({ name, size: size ?? bytes.length })),
  });
  const refused: string[] = [];
  const send = async (item: (typeof items)[number], bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    if (item.blobPath === null || item.contentType === null || staysBehind.includes(item.fileName)) return;
    try {
      await upload(item.blobPath, new Blob([bytes]), {
        access: 'private',
        handleUploadUrl: `${app.url}/api/uploads`,
        clientPayload: item.id,
        contentType: item.contentType,
      });
    } catch {
      refused.push(item.fileName);
      return;
    }
    // The browser says so too, at about the same time as the store.
    await confirmUpload(ctx, grant, { itemId: item.id });
  };
  await Promise.all(items.map((item, index) => send(item, files[index]!.bytes)));
  return { importId, items, refused };
};

/** The files of an import: name → state, or the reason of a failed one. */
const outcomes = async (importId: string): Promise<Record<string, string>> => {
  const { items } = await getImport(ctx, authorize(member, 'candidate:read'), { importId });
  return Object.fromEntries(
    items.map(({ fileName, state, problem }) => [fileName, problem?.reason ?? state]),
  );
};
const stateOf = async (importId: string): Promise<string> =>
  (await getImport(ctx, authorize(member, 'candidate:read'), { importId })).state;

const mine = (table: string): string => `${table} where organization_id = '${member.organizationId}'`;

describe('an import, every message of it delivered twice', { timeout: 60_000 }, () => {
  it('reads each file into a person once, names what is wrong with the others, and has the job ranked', async () => {
    const jobId = await publish();
    const fresh = suresh.replace('June 2024', 'March 2024');
    const { importId, refused } = await bring(
      [
        { name: 'shobha.pdf', bytes: demo('shobha-iyer.pdf') },
        { name: 'shobha-again.pdf', bytes: demo('shobha-iyer.pdf') },
        { name: 'suresh.txt', bytes: text(suresh) },
        { name: 'suresh-newer.txt', bytes: text(fresh) },
        { name: 'anjali.docx', bytes: demo('anjali-kadam.docx') },
        { name: 'nothing.pdf', bytes: text('') },
        { name: 'huge.pdf', bytes: text(''), size: 6_000_000 },
        { name: 'table.xlsx', bytes: text('x') },
        { name: 'locked.pdf', bytes: await lockedPdf() },
        { name: 'photo.pdf', bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]) },
        { name: 'poem.txt', bytes: text('The rain came late.\nThe looms stood still.\n'.repeat(10)) },
        { name: 'liar.pdf', bytes: new Uint8Array(6_000_000), size: 1000 },
        { name: 'left-behind.pdf', bytes: demo('nitin-gaikwad.pdf') },
      ],
      ['left-behind.pdf'],
    );
    expect(refused).toEqual(['liar.pdf']);
    await settled();
    expect(await outcomes(importId)).toMatchObject({
      'anjali.docx': 'parsed',
      'nothing.pdf': 'empty',
      'huge.pdf': 'too_large',
      'table.xlsx': 'unsupported_type',
      'locked.pdf': 'encrypted',
      'photo.pdf': 'type_mismatch',
      'poem.txt': 'not_a_resume',
      'liar.pdf': 'waiting',
      'left-behind.pdf': 'waiting',
    });
    const waiting = await missingUploads(ctx, authorize(member, 'candidate:write'), { importId });
    expect(waiting).toMatchObject([
      { fileName: 'liar.pdf', size: 1000, contentType: 'application/pdf' },
      { fileName: 'left-behind.pdf', contentType: 'application/pdf' },
    ]);
    for (const { id, blobPath } of waiting) expect(blobPath).toContain(`${member.organizationId}/${id}`);
    await reconcileImports(later(29));
    expect(await stateOf(importId)).toBe('receiving');
    expect(await count(mine('match_runs'))).toBe(1);
    await reconcileImports(later(31));
    await reconcileImports(later(31));
    await settled();
    expect(await stateOf(importId)).toBe('finished');
    const ended = await outcomes(importId);
    expect([ended['liar.pdf'], ended['left-behind.pdf']]).toEqual(['not_uploaded', 'not_uploaded']);

    // The same bytes, or another file with the same address, is the same person.
    const { items } = await getImport(ctx, authorize(member, 'candidate:read'), { importId });
    const pair = (one: string, other: string) =>
      items.filter(({ fileName }) => [one, other].includes(fileName));
    for (const twins of [pair('shobha.pdf', 'shobha-again.pdf'), pair('suresh.txt', 'suresh-newer.txt')]) {
      expect(twins.map(({ state }) => state).toSorted()).toEqual(['duplicate', 'parsed']);
      expect(twins[0]?.candidateId).toBe(twins[1]?.candidateId);
    }
    expect(new Set(items.map(({ candidateName }) => candidateName))).toEqual(
      new Set(['Shobha Iyer', 'Suresh Pillai', 'Anjali Kadam', null]),
    );
    expect(await count(mine('candidates'))).toBe(3);
    expect(await count(mine('resumes'))).toBe(4);
    expect(await count(mine('candidate_versions'))).toBe(4);
    expect(await count(`${mine('audit_log')} and action in ('resume.parsed', 'resume.duplicate')`)).toBe(5);
    expect(await count(`${mine('audit_log')} and action = 'resume.failed'`)).toBe(3);

    const runs = await database.owner.query(
      `select r.trigger, r.state, r.scored, (select count(*)::int from match_results m where m.run_id = r.id) as kept
       from match_runs r where r.job_id = $1 order by r.created_at`,
      [jobId],
    );
    expect(runs.rows).toEqual([
      { trigger: 'job', state: 'succeeded', scored: 0, kept: 0 },
      { trigger: 'import', state: 'succeeded', scored: 3, kept: 3 },
    ]);
    expect(await count(`candidacies where job_id = '${jobId}' and source = 'imported'`)).toBe(3);
    const notices = await database.owner.query(
      `select channel, state, (data->>'count')::int as count from notifications where user_id = $1 and event = 'import_finished'`,
      [member.userId],
    );
    expect(notices.rows).toEqual([{ channel: 'in_app', state: 'delivered', count: 5 }]);

    const times = new Map<string, number>();
    for (const line of delivered) times.set(line, (times.get(line) ?? 0) + 1);
    const parses = [...times].filter(([line]) => line.startsWith('resume-parse'));
    expect(parses).toHaveLength(8);
    expect(Math.min(...times.values())).toBeGreaterThanOrEqual(2);
  });

  it('keeps what a person answered when a newer résumé of theirs comes', async () => {
    const first = await bring([{ name: 'suresh.txt', bytes: text(suresh) }]);
    await settled();
    const grant = authorize(member, 'candidate:write');
    const read = async (importId: string) =>
      (await getImport(ctx, authorize(member, 'candidate:read'), { importId })).items[0]!;
    const candidateId = (await read(first.importId)).candidateId!;
    await saveAnswers(ctx, grant, { candidateId, answers: { hours: { min: 10, max: 20 } } });
    const newer = suresh.replace('Junior Accountant, Backwater', 'Senior Accountant, Backwater');
    const second = await bring([{ name: 'suresh-2026.txt', bytes: text(newer) }]);
    await settled();
    expect(await read(second.importId)).toMatchObject({ state: 'duplicate', candidateId });
    const { rows } = await database.owner.query(
      `select v.number, v.answers, r.file_name from candidates c
       join candidate_versions v on v.id = c.current_version_id join resumes r on r.id = c.current_resume_id
       where c.id = $1`,
      [candidateId],
    );
    expect(rows).toEqual([
      { number: 3, answers: { hours: { min: 10, max: 20 } }, file_name: 'suresh-2026.txt' },
    ]);
  });

  it('leaves what a person put right in the portal when a newer résumé of theirs comes, and adds what is new', async () => {
    await bring([{ name: 'suresh.txt', bytes: text(suresh) }]);
    await settled();
    const standing = async () =>
      (
        await database.owner.query<{ id: string; version_id: string; profile: CandidateProfile }>(
          `select c.id, v.id as version_id, v.profile from candidates c
           join candidate_versions v on v.id = c.current_version_id where c.organization_id = $1`,
          [member.organizationId],
        )
      ).rows[0]!;
    const { id: candidateId, version_id: versionId, profile } = await standing();
    await database.owner.query('update candidates set email_verified_at = now() where id = $1', [
      candidateId,
    ]);
    const form = editableOf(profile);
    const [removed] = form.skills;
    const actor = { kind: 'candidate' as const, candidateId };
    await saveOwnProfile({ ...worker, actor }, authorizeCandidate(actor), {
      versionId,
      edits: {
        phone: '+91 98765 00002',
        skills: form.skills.slice(1),
        experience: form.experience.map((entry, at) =>
          at === 0 ? { ...entry, title: 'Finance lead' } : entry,
        ),
        confirmed: [],
      },
    });
    const newer = suresh.replace('Junior Accountant, Backwater', 'Senior Accountant, Backwater');
    await bring([{ name: 'suresh-2026.txt', bytes: text(`${newer}\nCopyediting\n`) }]);
    await settled();
    const after = (await standing()).profile;
    expect(after.phone).toMatchObject({ value: '+91 98765 00002', provenance: 'corrected' });
    expect(after.experience[0]).toMatchObject({ title: 'Finance lead', provenance: 'corrected' });
    expect(after.skills.map(({ skillId }) => skillId)).not.toContain(removed?.skillId);
    expect(after.experience).toHaveLength(profile.experience.length);
  });

  it('ends when whoever began it gives up on the rest, which is named', async () => {
    const { importId, items } = await bring(
      [
        { name: 'suresh.txt', bytes: text(suresh) },
        { name: 'left-behind.pdf', bytes: demo('nitin-gaikwad.pdf') },
      ],
      ['left-behind.pdf'],
    );
    await settled();
    const grant = authorize(member, 'candidate:write');
    expect(await abandonUploads(ctx, grant, { importId })).toEqual({ abandoned: 1 });
    expect(await abandonUploads(ctx, grant, { importId })).toEqual({ abandoned: 0 });
    await settled();
    expect(await outcomes(importId)).toEqual({ 'suresh.txt': 'parsed', 'left-behind.pdf': 'not_uploaded' });
    expect(await stateOf(importId)).toBe('finished');
    // Bytes that come after all find their place closed.
    const late = items.find(({ fileName }) => fileName === 'left-behind.pdf')!;
    await expect(authorizeUpload(ctx, grant, { itemId: late.id })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await confirmUpload(ctx, grant, { itemId: late.id })).toEqual({ state: 'failed' });
    await settled();
    expect(await count(mine('candidates'))).toBe(1);
  });
});

describe('one file', { timeout: 60_000 }, () => {
  const nameless = suresh.replace(/^Email:.*\n/m, '');

  it('in two imports at the same moment is one person, also without an address', async () => {
    const holder = await database.owner.connect();
    const waiting = `pg_locks where not granted and locktype in ('relation', 'advisory')
      and database = (select oid from pg_database where datname = current_database())`;
    const imports: string[] = [];
    try {
      // Nobody can finish meanwhile, so both have looked before either has written.
      await holder.query('begin; lock table resumes in exclusive mode');
      for (const name of ['one.txt', 'two.txt'])
        imports.push((await bring([{ name, bytes: text(nameless) }])).importId);
      await expect.poll(() => count(waiting), { timeout: 20_000 }).toBe(2);
    } finally {
      await holder.query('rollback');
      holder.release();
    }
    await settled();
    const states = await Promise.all(imports.map(outcomes));
    expect(states.flatMap((files) => Object.values(files)).toSorted()).toEqual(['duplicate', 'parsed']);
    expect(await count(mine('candidates'))).toBe(1);
    expect(await count(mine('resumes'))).toBe(1);
  });

  it('whose store is away is read when the store is back; one that is never read ends by name', async () => {
    const grant = authorize(member, 'candidate:write');
    const { importId, items } = await createImport(ctx, grant, {
      jobId: null,
      lawfulBasis: 'consent',
      files: ['back.txt', 'never.txt'].map((name) => ({ name, size: 1000 })),
    });
    for (const { blobPath, fileName } of items)
      await put(blobPath!, `${nameless}\n${fileName}`, { access: 'private', token: STORE_TOKEN });
    await blob.stop();
    for (const { id } of items) await receiveUpload(worker, { itemId: id });
    await settled();
    expect(await outcomes(importId)).toEqual({ 'back.txt': 'received', 'never.txt': 'received' });

    blob = await startBlob({ dir: blobDir, port: blobPort, token: STORE_TOKEN });
    await consumeResumeParse(worker, { itemId: items[0]!.id });
    await reconcileImports(later(9));
    expect(await outcomes(importId)).toEqual({ 'back.txt': 'parsed', 'never.txt': 'received' });
    await reconcileImports(later(11));
    expect(await outcomes(importId)).toEqual({ 'back.txt': 'parsed', 'never.txt': 'took_too_long' });
    expect(await stateOf(importId)).toBe('finished');
    // A message that comes after all changes nothing.
    await consumeResumeParse(worker, { itemId: items[1]!.id });
    expect(await count(mine('candidates'))).toBe(1);
  });
});
