import { createHash, createHmac, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { matchRuns } from '@/db/schema';
import { createJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { consumeMatchRequest } from '@/domain/matching/runs';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { stubEnvironment } from '@/testing/environment';
import { createMember } from '@/testing/factories';
import { accountantJob } from '@/testing/people';
import { authorize } from './actor';
import { consumeTopic } from './consume';
import { DomainError, notFound } from './errors';
import { newId } from './ids';
import { asWorker } from './transaction';

const APP_URL = 'https://flexibees.example';
const CURRENT = 'sig_current_key_of_tests';
const NEXT = 'sig_next_key_of_tests';
/** QStash's development server signs with it; it is printed in its manual. */
const PUBLIC_DEVELOPMENT_KEY = 'sig_7kYjw48mhY7kAjqNGcy6cr29RJ6r';
const TOPIC = 'match-request';
const URL_OF_TOPIC = `${APP_URL}/api/queue/${TOPIC}`;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  stubEnvironment({
    APP_URL,
    DATABASE_URL: database.appUrl,
    NEON_WS_PROXY: inject('postgres').neonWsProxy,
    QSTASH_CURRENT_SIGNING_KEY: CURRENT,
    QSTASH_NEXT_SIGNING_KEY: NEXT,
  });
});
afterAll(() => database.close());

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

interface Forgery {
  key?: string;
  header?: object;
  claims?: object;
  /** Seconds that the signer's clock is ahead. */
  skew?: number;
  /** The body that is hashed into the token, when it is not the one that is sent. */
  signedBody?: string;
}

/** A signature as QStash makes it (HS256), but for what `forgery` changes. */
const sign = (body: string, forgery: Forgery = {}): string => {
  const { key = CURRENT, header, claims, skew = 0, signedBody = body } = forgery;
  const now = Math.floor(Date.now() / 1000) + skew;
  const content = [
    encode({ alg: 'HS256', typ: 'JWT', ...header }),
    encode({
      iss: 'Upstash',
      sub: URL_OF_TOPIC,
      exp: now + 300,
      nbf: now,
      iat: now,
      jti: `jwt_${randomUUID()}`,
      body: `${createHash('sha256').update(signedBody).digest('base64url')}=`,
      ...claims,
    }),
  ].join('.');
  return `${content}.${createHmac('sha256', key).update(content).digest('base64url')}`;
};

const payload = () => JSON.stringify({ requestId: newId(), jobId: newId(), trigger: 'manual' });

let consumed: unknown[];
let afterwards: number;
beforeEach(() => {
  consumed = [];
  afterwards = 0;
});

type Consumer = Parameters<typeof consumeTopic<typeof TOPIC>>[2];
const keep: Consumer = async (_ctx, given) => void consumed.push(given);

const deliver = (body: string, signature: string | null, consumer: Consumer = keep): Promise<Response> =>
  consumeTopic(
    new Request(URL_OF_TOPIC, {
      method: 'POST',
      body,
      headers: signature === null ? {} : { 'upstash-signature': signature },
    }),
    TOPIC,
    consumer,
    () => {
      afterwards += 1;
    },
  );

describe('a callback', () => {
  it.each<[string, Forgery]>([
    ['signed with the current key', {}],
    ['signed with the next key, after a rotation', { key: NEXT }],
    ['by a clock three seconds ahead', { skew: 3 }],
  ])('%s is consumed', async (_name, forgery) => {
    const body = payload();
    const response = await deliver(body, sign(body, forgery));
    expect(response.status).toBe(200);
    expect(consumed).toEqual([JSON.parse(body)]);
    expect(afterwards).toBe(1);
  });

  it.each<[string, Forgery]>([
    ['signed for another topic', { claims: { sub: `${APP_URL}/api/queue/match-chunk` } }],
    ['signed for another host', { claims: { sub: `https://evil.example/api/queue/${TOPIC}` } }],
    ['signed for the address with a query', { claims: { sub: `${URL_OF_TOPIC}?a=1` } }],
    ['of another issuer', { claims: { iss: 'Somebody' } }],
    ['of no issuer', { claims: { iss: undefined } }],
    ['whose body was changed on the way', { signedBody: '{"requestId":"another"}' }],
    ['whose token names no body', { claims: { body: undefined } }],
    ['whose token is not signed at all', { header: { alg: 'none' } }],
    ['that is over', { skew: -360 }],
    ['that is not valid yet', { skew: 60 }],
    ['signed by a stranger', { key: 'sig_of_a_stranger' }],
    ['signed with the public development key', { key: PUBLIC_DEVELOPMENT_KEY }],
  ])('%s is refused and nothing runs', async (_name, forgery) => {
    const body = payload();
    expect((await deliver(body, sign(body, forgery))).status).toBe(401);
    expect([consumed, afterwards]).toEqual([[], 0]);
  });

  it.each([
    ['no signature', null],
    ['an empty signature', ''],
    ['a signature that is no token', 'a.b.c'],
    [
      'an unsigned token',
      `${sign('{}', { header: { alg: 'none' } })
        .split('.')
        .slice(0, 2)
        .join('.')}.`,
    ],
  ])('with %s is refused', async (_name, signature) => {
    expect((await deliver('{}', signature)).status).toBe(401);
    expect(consumed).toEqual([]);
  });

  it.each([
    ['no JSON', '{"requestId":'],
    ['another shape', '{"runId":"x"}'],
    ['no ids', '{"requestId":"1","jobId":"2","trigger":"manual"}'],
    ['a trigger nobody knows', payload().replace('manual', 'magic')],
    ['nothing', ''],
  ])('whose signed body holds %s is given up at once', async (_name, body) => {
    const response = await deliver(body, sign(body));
    expect(response.status).toBe(489);
    expect(response.headers.get('upstash-nonretryable-error')).toBe('true');
    expect(consumed).toEqual([]);
  });

  it.each([
    ['a thing that is gone', notFound('This job'), 489],
    ['an input that never gets better', new DomainError('invalid_input', 'No.'), 489],
    ['somebody else at work', new DomainError('conflict', 'Somebody changed it.'), 500],
    ['a failure nobody expected', new Error('password of the database: x'), 500],
  ])('that meets %s', async (_name, error, status) => {
    const body = payload();
    const response = await deliver(body, sign(body), () => Promise.reject(error));
    expect(response.status).toBe(status);
    expect(response.headers.get('upstash-nonretryable-error')).toBe(status === 489 ? 'true' : null);
    expect(await response.text()).not.toContain(error.message);
    expect(afterwards).toBe(1);
  });

  it('that is replayed changes nothing: the request itself is the key', async () => {
    const member = await createMember(database.db);
    const ctx = testContext(database.db, member);
    const worker = testContext(database.db, WORKER);
    const grant = authorize(member, 'job:write');
    const { jobId } = await createJob(ctx, grant, { title: 'Accountant', role: null });
    const { revision } = await saveDraft(ctx, grant, { jobId, revision: 1, answers: accountantJob });
    await publishJob(ctx, grant, { jobId, revision });
    const body = JSON.stringify({ requestId: newId(), jobId, trigger: 'manual' });
    const signature = sign(body);
    const runs = () =>
      asWorker(worker, (tx) => tx.select().from(matchRuns).where(eq(matchRuns.jobId, jobId)));

    expect((await deliver(body, signature, consumeMatchRequest)).status).toBe(200);
    const once = await runs();
    expect(once).toHaveLength(1);
    expect((await deliver(body, signature, consumeMatchRequest)).status).toBe(200);
    expect(await runs()).toEqual(once);
  });
});
