import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { addPerson } from '@/domain/candidates/commands';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { consumeMatchChunk } from '@/domain/matching/consumer';
import { consumeCandidateChanged } from '@/domain/matching/patch';
import { consumeMatchRequest } from '@/domain/matching/runs';
import { consumeRunFinished } from '@/domain/notifications/consumer';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { stubEnvironment } from '@/testing/environment';
import { createMember, type MemberActor } from '@/testing/factories';
import { goingAway } from '@/testing/outage';
import { accountantJob, fullAnswers, profileOf } from '@/testing/people';
import { serve, type TestServer } from '@/testing/server';
import { createDatabase, withDatabase } from '../../../local/database';
import { freePort } from '../../../local/ports';
import { startQstash, type Qstash } from '../../../local/qstash/server';
import type { SettingsPatch } from '../../../local/qstash/settings';
import { authorize } from './actor';
import { consumeTopic } from './consume';
import type { Context } from './context';
import { consumeDeadLetter } from './dead-letters';
import { drainOutbox, enqueue } from './outbox';
import type { Topic } from './topics';
import { asWorker } from './transaction';

const JOBS = 40;
const TOKEN = 'a token of tests';
const KEYS = { currentSigningKey: 'sig_current_of_tests', nextSigningKey: 'sig_next_of_tests' };

let database: TestDatabase;
let qstash: Qstash;
let app: TestServer;
let worker: Context;
let member: MemberActor;
/** Every delivery that reached a consumer: `<topic> <body>`. */
const delivered: string[] = [];

let sweeps = 0;
/** The minutely sweep, each time later than any lease taken before. */
const sweep = (): Promise<number> => {
  sweeps += 1;
  const ahead = sweeps * 31_000;
  return drainOutbox({ ...worker, now: () => new Date(Date.now() + ahead) });
};

/** The routes of the queue, as the application has them: what a consumer enqueued leaves once it has answered. */
const consume = async (request: Request): Promise<Response> => {
  const body = await request.clone().text();
  const topic = request.url.split('/').at(-1) as Topic;
  delivered.push(`${topic} ${body}`);
  const drain = (ctx: Context): void => void drainOutbox(ctx).catch(() => undefined);
  switch (topic) {
    case 'match-request':
      return consumeTopic(request, topic, consumeMatchRequest, drain);
    case 'match-chunk':
      return consumeTopic(request, topic, consumeMatchChunk, drain);
    case 'run-finished':
      return consumeTopic(request, topic, consumeRunFinished, drain);
    case 'candidate-changed':
      return consumeTopic(request, topic, consumeCandidateChanged, drain);
    case 'dead-letter':
      return consumeTopic(request, topic, consumeDeadLetter, drain);
    default:
      // Mails are another test's: they are taken and nothing is done.
      return consumeTopic(request, topic, async () => undefined, drain);
  }
};

beforeAll(async () => {
  // The SDK writes every refusal to the console.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  database = await createTestDatabase();
  const databaseUrl = withDatabase(inject('postgres').ownerUrl, `qstash_${randomUUID().slice(0, 8)}`);
  await createDatabase(databaseUrl);
  qstash = await startQstash({ port: await freePort(), databaseUrl, token: TOKEN, ...KEYS });
  app = await serve(consume);
  stubEnvironment({
    APP_URL: app.url,
    DATABASE_URL: database.appUrl,
    NEON_WS_PROXY: inject('postgres').neonWsProxy,
    QSTASH_URL: qstash.url,
    QSTASH_TOKEN: TOKEN,
    QSTASH_CURRENT_SIGNING_KEY: KEYS.currentSigningKey,
    QSTASH_NEXT_SIGNING_KEY: KEYS.nextSigningKey,
  });
  worker = testContext(database.db, WORKER, { now: () => new Date() });
  member = await createMember(database.db);
});
afterAll(async () => {
  await qstash.stop();
  await app.stop();
  await database.close();
});

const local = async (method: string, path: string, body?: SettingsPatch): Promise<unknown> => {
  const response = await fetch(`${qstash.url}/local/${path}`, {
    method,
    headers: { authorization: `Bearer ${TOKEN}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return response.json();
};

const count = async (query: string): Promise<number> =>
  Number((await database.owner.query<{ n: string }>(`select count(*) as n from ${query}`)).rows[0]?.n);

/** Sweeps until neither the outbox nor the queue holds anything. */
const settled = (): Promise<void> =>
  expect
    .poll(
      async () => {
        await sweep();
        const { due, waiting, active } = (await local('GET', 'stats')) as Record<string, number>;
        return { due, waiting, active, unsent: await count('outbox where sent_at is null') };
      },
      { timeout: 60_000, interval: 100 },
    )
    .toEqual({ due: 0, waiting: 0, active: 0, unsent: 0 });

const bring = (name: string): Promise<string> =>
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

const publishNew = async (): Promise<string> => {
  const ctx = { ...worker, actor: member };
  const grant = authorize(member, 'job:write');
  const { jobId } = await createJob(ctx, grant, { title: 'Accountant', role: null });
  const { revision } = await saveDraft(ctx, grant, { jobId, revision: 1, answers: accountantJob });
  await publishJob(ctx, grant, { jobId, revision });
  return jobId;
};

/** Jobs whose ranking is not exactly one current, finished run with each of `people` once. */
const wrongJobs = (people: number): Promise<number> =>
  count(`jobs j where j.state = 'open' and (
    not exists (select from match_runs r where r.id = j.current_run_id and r.state = 'succeeded'
      and r.chunks_done = r.chunks and r.scored + r.patches = ${people})
    or exists (select from match_runs r where r.job_id = j.id and r.state <> 'succeeded')
    or (select count(*) from match_results m where m.run_id = j.current_run_id) <> ${people}
    or (select count(*) from announcements a where a.job_id = j.id) <> ${people}
    or (select count(*) from candidacies c where c.job_id = j.id) <> ${people})`);

it(
  'loses nothing and does nothing twice while publishes fail, deliveries repeat, answers get lost and order breaks',
  { timeout: 90_000 },
  async () => {
    await local('PATCH', 'settings', {
      timeScale: 0.01,
      faults: { seed: 20_261_124, duplicate: 0.15, dropAck: 0.15, reorder: 0.3, failPublish: 0.05 },
    });
    await bring('Asha Pillai');
    await bring('Ravi Menon');
    await Promise.all(Array.from({ length: JOBS }, publishNew));
    await settled();
    expect(await wrongJobs(2)).toBe(0);
    expect(await count('match_runs')).toBe(JOBS);

    const late = await bring('Kiran Shah');
    await asWorker(worker, (tx) => enqueue(worker, tx, 'candidate-changed', { candidateId: late }));
    await settled();
    expect(await wrongJobs(3)).toBe(0);
    // The newcomer is put into the runs that there are.
    expect(await count('match_runs')).toBe(JOBS);
    expect(await count('match_runs where patches = 1')).toBe(JOBS);
    // Told once in the bell and once by mail of each run and of each newcomer.
    expect(await count('notifications')).toBe(4 * JOBS);
    const told = '(select distinct data->>$$runId$$, data->>$$patch$$, channel from notifications) told';
    expect(await count(told)).toBe(4 * JOBS);

    const published = await count('outbox');
    expect(published).toBeGreaterThan(200);
    // The faults did strike, in the shares asked for.
    expect(new Set(delivered).size).toBeGreaterThanOrEqual(published);
    expect(delivered.length / published).toBeGreaterThan(1.2);
    expect(await count('outbox where attempts > 1')).toBeGreaterThan(0);
  },
);

it('sends again what was published when the process died, and the queue takes it as one', async () => {
  await local('PATCH', 'settings', {
    timeScale: 1,
    faults: { duplicate: 0, dropAck: 0, reorder: 0, failPublish: 0 },
  });
  await settled();
  delivered.length = 0;
  const jobId = await publishNew();
  const first = () => delivered.filter((line) => line.startsWith('match-request') && line.includes(jobId));

  const died = drainOutbox({ ...worker, db: goingAway(worker.db, 1) });
  await expect(died).rejects.toMatchObject({ cause: { message: 'the process died' } });
  await expect.poll(() => first().length, { timeout: 10_000 }).toBe(1);
  const unsent = `outbox where sent_at is null and payload->>'jobId' = '${jobId}'`;
  expect(await count(unsent)).toBe(1);
  // Its lease holds others off until it ends.
  await drainOutbox(worker);
  expect(await count(unsent)).toBe(1);
  await settled();
  expect(await count(unsent)).toBe(0);
  expect(await count(`outbox where attempts = 2 and payload->>'jobId' = '${jobId}'`)).toBe(1);
  expect(first()).toHaveLength(1);
  expect(await count(`match_runs where job_id = '${jobId}'`)).toBe(1);
});
