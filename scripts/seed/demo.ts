import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { upload } from '@vercel/blob/client';
import { TRPCClientError } from '@trpc/client';
import type { PeoplePage } from '@/domain/candidates/schema';
import { env } from '@/env';
import { loadJobs, loadPeople, resumeFile } from '../../demo/load';
import { DEMO_EMPLOYER, type Person } from '../../demo/schema';
import { seedAdmin } from './admin';
import { openSession, until, type SeedSession } from './session';

export const DEMO_USER = {
  name: 'Ishita Bhatt',
  email: 'ishita@kestrelfoods.example',
  password: 'mornings in Pune',
} as const;

const PARALLEL = 4;

const confirmAddress = async (session: SeedSession): Promise<void> => {
  const inbox = env().MAIL_INBOX_URL;
  if (inbox === undefined)
    throw new Error('MAIL_INBOX_URL is not set: the demo confirms its address by mail.');
  const links = async (): Promise<string[]> => {
    const response = await fetch(`${inbox}/api/messages?to=${encodeURIComponent(DEMO_USER.email)}`);
    return [...(await response.text()).matchAll(/\/verify#([\w.-]+)/g)].map(([, token = '']) => token);
  };
  const tried = new Set<string>();
  await until('a confirmation mail of this sign-up', 60, async () => {
    for (const token of await links()) {
      if (tried.has(token)) continue;
      tried.add(token);
      if (await confirmsWith(session, token)) return true;
    }
    return null;
  });
};

/** A mailbox may hold links of an earlier database, which this one does not know, and links that were used. */
const confirmsWith = async (session: SeedSession, token: string): Promise<boolean> => {
  try {
    await session.api.accounts.verifyEmail.mutate({ token, password: DEMO_USER.password });
    return true;
  } catch (error) {
    if (error instanceof TRPCClientError && [404, 409].includes(Number(error.data?.httpStatus))) return false;
    throw error;
  }
};

const signIn = async (session: SeedSession): Promise<boolean> => {
  try {
    const { status } = await session.api.accounts.signIn.mutate(DEMO_USER);
    if (status === 'signed_in') return true;
    // A start that was ended between sign-up and confirmation may have left only links that are too old.
    await session.api.accounts.resendVerification.mutate({ email: DEMO_USER.email });
    await confirmAddress(session);
    return (await session.api.accounts.signIn.mutate(DEMO_USER)).status === 'signed_in';
  } catch (error) {
    if (error instanceof TRPCClientError && error.data?.httpStatus === 401) return false;
    throw error;
  }
};

/** Signs the demo employer up through the product, confirms the address from the mail, and signs in. */
const openDemoSession = async (): Promise<SeedSession> => {
  const session = openSession();
  if (await signIn(session)) return session;
  await session.api.accounts.signUp.mutate({
    ...DEMO_USER,
    organizationName: DEMO_EMPLOYER.name,
    timeZone: DEMO_EMPLOYER.timeZone,
  });
  await confirmAddress(session);
  if (!(await signIn(session))) throw new Error('The demo employer cannot sign in.');
  return session;
};

const importResumes = async (session: SeedSession, paths: string[]): Promise<string> => {
  const files = paths.map((path) => ({ name: basename(path), bytes: readFileSync(path) }));
  const { importId, items } = await session.api.imports.create.mutate({
    jobId: null,
    lawfulBasis: 'consent',
    files: files.map(({ name, bytes }) => ({ name, size: bytes.length })),
  });
  const queue = [...items.entries()];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, item] = next;
      const bytes = files[index]?.bytes;
      if (bytes === undefined || item.blobPath === null || item.contentType === null) continue;
      await upload(item.blobPath, new Blob([bytes]), {
        access: 'private',
        handleUploadUrl: `${env().APP_URL}/api/uploads`,
        clientPayload: item.id,
        contentType: item.contentType,
        headers: { cookie: session.cookies(), origin: env().APP_URL },
      });
      await session.api.imports.confirmUpload.mutate({ itemId: item.id });
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  return importId;
};

/** Enters the answers of people who have none yet, as a recruiter who was told them would. */
const enterAnswers = async ({ api }: SeedSession, people: Person[]): Promise<void> => {
  const open = new Map<string, string>();
  for (let cursor: PeoplePage['nextCursor'] = null; ;) {
    const page: PeoplePage = await api.people.list.query({ cursor });
    for (const { id, email, answered } of page.items)
      if (email !== null && answered === 0) open.set(email, id);
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  for (const { email, answers } of people) {
    const candidateId = open.get(email);
    if (candidateId !== undefined && answers != null)
      await api.people.saveAnswers.mutate({ candidateId, answers });
  }
};

/**
 * The demo employer with its jobs and people, brought through the served application as a recruiter would: sign-up and
 * mail, upload, parsing, the questionnaire, publishing. Run again, it finds its own work and adds only what is missing.
 */
export const seedDemo = async (say: (line: string) => void): Promise<void> => {
  await seedAdmin();
  const session = await openDemoSession();
  const { api } = session;
  const people = loadPeople();
  if ((await api.imports.list.query()).length === 0) {
    say(`Importing ${people.length} résumés …`);
    const importId = await importResumes(
      session,
      people.map((person) => join('demo', 'resumes', resumeFile(person))),
    );
    await until('the résumés to be read', 180, async () =>
      (await api.imports.get.query({ importId })).state === 'finished' ? true : null,
    );
    const { counts } = await api.imports.get.query({ importId });
    say(`  ${counts.parsed} read, ${counts.duplicate} known, ${counts.failed} not read.`);
  }
  await enterAnswers(session, people);
  const titles = new Set((await api.jobs.list.query({})).map((job) => job.title));
  const jobs = loadJobs().filter(({ answers }) => !titles.has(answers.title ?? ''));
  for (const { answers } of jobs) {
    const { jobId } = await api.jobs.create.mutate({
      title: answers.title ?? 'Job',
      role: answers.role ?? null,
    });
    const { revision } = await api.jobs.saveDraft.mutate({ jobId, revision: 1, answers });
    await api.jobs.publish.mutate({ jobId, revision });
  }
  if (jobs.length > 0) say(`Published ${jobs.length} jobs.`);
  await until('the rankings', 120, async () => {
    const open = await api.jobs.list.query({ states: ['open'] });
    return open.some((job) => job.computing) ? null : true;
  });
  say('Every job is ranked.');
};
