import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { put } from '@vercel/blob';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { candidates, candidateVersions, jobs, matchRuns, resumes } from '@/db/schema';
import { addPerson } from '@/domain/candidates/commands';
import { applyEdits, editableOf } from '@/domain/candidates/edits';
import { profileFromParse } from '@/domain/candidates/from-parse';
import { loadCatalog } from '@/domain/catalog/load';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { consumeMatchChunk } from '@/domain/matching/consumer';
import { consumeMatchRequest } from '@/domain/matching/runs';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { stubEnvironment } from '@/testing/environment';
import { createMember, type MemberActor } from '@/testing/factories';
import { accountantJob, fullAnswers } from '@/testing/people';
import { clearOutbox, deliverAll, type Consumers } from '@/testing/queue';
import { startBlob, type BlobServer } from '../../../local/blob/server';
import { freePort } from '../../../local/ports';
import { parseIsolated } from './adapter';
import { consumeReparse, startReparse } from './consumers/reparse';
import { PARSER_VERSION } from './parse/version';

const TOKEN = 'vercel_blob_rw_tests_0123456789abcdef';
const resumeOf = (email: string): string => `Asha Pillai
${email} | +91 98765 43210 | Pune, India

SUMMARY
Accountant for small firms.

EXPERIENCE
Accountant, Nandi Stationers
Jan 2019 - Present
- Bookkeeping in Tally and GST returns

SKILLS
Tally, GST, Excel
`;

let test: TestDatabase;
let worker: Context;
let member: MemberActor;
let blob: BlobServer;
let dir: string;

beforeAll(async () => {
  test = await createTestDatabase();
  dir = await mkdtemp(join(tmpdir(), 'blob-'));
  blob = await startBlob({ dir, port: await freePort(), token: TOKEN });
  stubEnvironment({
    BLOB_READ_WRITE_TOKEN: TOKEN,
    VERCEL_BLOB_API_URL: blob.apiUrl,
    VERCEL_BLOB_RETRIES: '0',
  });
  worker = testContext(test.db, WORKER);
  member = await createMember(test.db);
}, 60_000);
afterAll(async () => {
  await blob.stop();
  await test.close();
  await rm(dir, { recursive: true });
});

const consumers: Consumers = {
  reparse: consumeReparse,
  'match-request': consumeMatchRequest,
  'match-chunk': consumeMatchChunk,
};

/** A person in whose résumé an older parser found no address and no telephone; not `stored` = its file is gone. */
const bring = async (email: string, stored = true): Promise<string> => {
  const text = resumeOf(email);
  const outcome = await parseIsolated(Buffer.from(text), { filename: 'asha.txt', asOf: '2026-11' });
  if (!outcome.ok) throw new Error(outcome.reason);
  const resumeId = worker.newId();
  const blobPath = `resumes/${resumeId}.txt`;
  if (stored) {
    await put(blobPath, text, { access: 'private', token: TOKEN, addRandomSuffix: false });
  }
  const parsed = { ...outcome.resume, parserVersion: '0.9.0', phone: null };
  const read = profileFromParse(parsed, loadCatalog(), '2026-11');
  const form = editableOf(read);
  const edits = {
    ...form,
    name: 'Asha R Pillai',
    skills: form.skills.filter(({ skillId }) => skillId !== 'excel'),
  };
  const profile = applyEdits(read, edits, loadCatalog(), '2026-11');
  return asWorker(worker, async (tx) => {
    const { organizationId } = member;
    const candidateId = await addPerson(worker, tx, {
      organizationId,
      lawfulBasis: 'consent',
      poolConsentAt: null,
      profile: { ...profile, email: null },
      answers: fullAnswers,
      resumeId,
      parserVersion: '0.9.0',
    });
    await tx.insert(resumes).values({
      id: resumeId,
      organizationId,
      candidateId,
      blobPath,
      fileName: 'asha.txt',
      contentType: 'text/plain',
      size: text.length,
      sha256: resumeId,
      parsed,
      parserVersion: '0.9.0',
      createdAt: worker.now(),
    });
    return candidateId;
  });
};

const personOf = async (candidateId: string) => {
  const [row] = await asWorker(worker, (tx) =>
    tx
      .select()
      .from(candidates)
      .innerJoin(candidateVersions, eq(candidateVersions.id, candidates.currentVersionId))
      .where(eq(candidates.id, candidateId)),
  );
  return row!;
};

it('reads older readings anew, keeps what people corrected, and ranks each open job once more', async () => {
  const people = await Promise.all(Array.from({ length: 28 }, (_, n) => bring(`asha${n}@example.com`)));
  const twin = await bring('asha0@example.com');
  const lost = await bring('lost@example.com', false);
  const merged = await bring('merged@example.com');
  await asWorker(worker, (tx) =>
    tx.update(candidates).set({ mergedIntoId: twin }).where(eq(candidates.id, merged)),
  );
  const ctx = testContext(test.db, member);
  const grant = authorize(member, 'job:write');
  const { jobId } = await createJob(ctx, grant, { title: 'Accountant', role: null });
  const { revision } = await saveDraft(ctx, grant, { jobId, revision: 1, answers: accountantJob });
  await publishJob(ctx, grant, { jobId, revision });
  await deliverAll(worker, consumers);
  await clearOutbox(worker);

  await startReparse(worker);
  await startReparse(worker);
  await deliverAll(worker, consumers, 2);

  for (const id of people) {
    const { candidates: person, candidate_versions: version } = await personOf(id);
    expect(version).toMatchObject({ number: 2, parserVersion: PARSER_VERSION });
    expect(person.name).toBe('Asha R Pillai');
    expect(person.phone).toBe('+919876543210');
    expect(person.email).toMatch(/^asha\d+@/);
    expect(person.skillIds).not.toContain('excel');
    expect(person.skillIds).toEqual(expect.arrayContaining(['tally', 'gst']));
  }
  // Two files with one address: neither person loses it to the other.
  expect((await personOf(twin)).candidates).toMatchObject({ email: null, phone: '+919876543210' });
  // Whoever was merged into another is nobody's reading any more.
  expect((await personOf(merged)).candidate_versions.number).toBe(1);
  const { candidates: kept, candidate_versions: version } = await personOf(lost);
  expect(version.number).toBe(1);
  const [reading] = await asWorker(worker, (tx) =>
    tx.select().from(resumes).where(eq(resumes.id, kept.currentResumeId!)),
  );
  expect(reading?.failedParserVersion).toBe(PARSER_VERSION);

  const runs = await asWorker(worker, (tx) => tx.select().from(matchRuns).where(eq(matchRuns.jobId, jobId)));
  expect(runs.map(({ trigger, state }) => [trigger, state])).toEqual([
    ['job', 'succeeded'],
    ['reparse', 'succeeded'],
  ]);
  const [job] = await asWorker(worker, (tx) => tx.select().from(jobs).where(eq(jobs.id, jobId)));
  expect(job?.currentRunId).toBe(runs[1]?.id);

  await clearOutbox(worker);
  await startReparse(worker);
  expect(await deliverAll(worker, consumers)).toEqual([]);
}, 60_000);
