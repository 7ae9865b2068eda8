import { randomUUID } from 'node:crypto';
import { Client, Receiver as Verifier } from '@upstash/qstash';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { createDatabase, withDatabase } from './database';
import { freePort } from './ports';
import { type Answer, type Received, type Receiver, startReceiver } from './qstash/receiver';
import { type Qstash, startQstash } from './qstash/server';

// Against the hosted service, by hand: CONTRACT_QSTASH_URL, CONTRACT_QSTASH_TOKEN, CONTRACT_QSTASH_CURRENT_SIGNING_KEY,
// CONTRACT_QSTASH_NEXT_SIGNING_KEY, and CONTRACT_RECEIVER_URL, a public address that leads to CONTRACT_RECEIVER_PORT.
const { env } = process;
const hosted = env['CONTRACT_QSTASH_URL'];
const timeout = hosted === undefined ? 15_000 : 60_000;
/** How long a second of the service lasts, in seconds. */
const scale = hosted === undefined ? 0.02 : 1;
const signingKeys = {
  currentSigningKey: env['CONTRACT_QSTASH_CURRENT_SIGNING_KEY'] ?? 'sig_the_current_key',
  nextSigningKey: env['CONTRACT_QSTASH_NEXT_SIGNING_KEY'] ?? 'sig_the_next_key',
};
const verifier = new Verifier({ ...signingKeys, devMode: false });

let receiver: Receiver;
let base: string;
let standIn: Qstash | undefined;
let client: Client;
let underWay = 0;
let mostUnderWay = 0;
/** Deliveries to /limited wait for it. */
let gate = Promise.withResolvers<void>();

const answer = async ({ path, headers }: Received): Promise<Answer> => {
  const retried = Number(headers['upstash-retried']);
  if (path.startsWith('/limited')) {
    underWay += 1;
    mostUnderWay = Math.max(mostUnderWay, underWay);
    await gate.promise;
    underWay -= 1;
  }
  if (path.startsWith('/flaky')) return { status: retried < 2 ? 500 : 200 };
  if (path.startsWith('/busy'))
    return retried < 1 ? { status: 429, headers: { 'retry-after': '2' } } : { status: 200 };
  if (path.startsWith('/broken')) return { status: 500, body: 'boom' };
  if (path.startsWith('/poison')) return { status: 489, headers: { 'Upstash-NonRetryable-Error': 'true' } };
  return { status: 200, body: 'fine' };
};

// The SDK writes every refusal to the console.
vi.spyOn(console, 'error').mockImplementation(() => undefined);

beforeAll(async () => {
  receiver = await startReceiver(answer, Number(env['CONTRACT_RECEIVER_PORT'] ?? 0));
  base = env['CONTRACT_RECEIVER_URL'] ?? receiver.url;
  let url = hosted;
  if (url === undefined) {
    const databaseUrl = withDatabase(inject('postgres').ownerUrl, `qstash_${randomUUID().slice(0, 8)}`);
    await createDatabase(databaseUrl);
    standIn = await startQstash({
      port: await freePort(),
      databaseUrl,
      token: 'a token',
      ...signingKeys,
      settings: { timeScale: scale },
    });
    url = standIn.url;
  }
  const token = env['CONTRACT_QSTASH_TOKEN'] ?? 'a token';
  client = new Client({ baseUrl: url, token, retry: false, enableTelemetry: false, devMode: false });
});
afterAll(async () => {
  await standIn?.stop();
  await receiver.stop();
});

const arrived = async (path: string, count = 1): Promise<Received[]> => {
  await expect.poll(() => receiver.to(path), { timeout }).toHaveLength(count);
  return receiver.to(path);
};

test('delivers body, forwarded headers and the destination’s own query unchanged, with a signature for that URL', async () => {
  const path = '/plain?a=1&b=x//y&c=%20';
  const { messageId } = await client.publishJSON({
    url: base + path,
    body: { word: 'né' },
    headers: { 'X-Trace': 'abc' },
    label: ['one', 'two'],
  });
  const [request] = await arrived(path);
  expect(request!.body).toBe('{"word":"né"}');
  expect(request!.headers).toMatchObject({
    'content-type': 'application/json',
    'x-trace': 'abc',
    'upstash-message-id': messageId,
    'upstash-retried': '0',
    'upstash-label': 'one,two',
  });
  const signature = request!.headers['upstash-signature']!;
  const good = { signature, body: request!.body, url: base + path };
  expect(await verifier.verify(good)).toBe(true);
  await expect(verifier.verify({ ...good, url: `${base}/other` })).rejects.toThrow('invalid subject');
  await expect(verifier.verify({ ...good, body: `${good.body} ` })).rejects.toThrow(
    'body hash does not match',
  );
  const stranger = new Verifier({ currentSigningKey: 'sig_x', nextSigningKey: 'sig_y', devMode: false });
  await expect(stranger.verify(good)).rejects.toThrow('signature verification failed');
  const rotated = new Verifier({
    ...signingKeys,
    currentSigningKey: 'sig_newer',
    nextSigningKey: signingKeys.currentSigningKey,
    devMode: false,
  });
  expect(await rotated.verify(good)).toBe(true);
});

test('publishes a deduplication id once, and equal content once when asked to', async () => {
  const id = randomUUID();
  const path = `/once/${id}`;
  const [first, second] = [
    await client.publishJSON({ url: base + path, body: 1, deduplicationId: id }),
    await client.publishJSON({ url: base + path, body: 2, deduplicationId: id }),
  ];
  expect(second).toEqual({ messageId: first.messageId, deduplicated: true });
  const twins = await client.batchJSON(
    ['b1', 'b1', 'b2'].map((deduplicationId) => ({
      url: base + path,
      body: 3,
      deduplicationId: id + deduplicationId,
    })),
  );
  expect(twins.map((receipt) => 'deduplicated' in receipt)).toEqual([false, true, false]);
  const same = { url: `${base}${path}/content`, body: { id }, contentBasedDeduplication: true };
  const [one, two] = [await client.publishJSON(same), await client.publishJSON(same)];
  expect(two.messageId).toBe(one.messageId);
  await arrived(path, 3);
  await arrived(`${path}/content`);
});

test('waits for a delay and for a point in time', async () => {
  const start = Date.now();
  await client.publishJSON({ url: `${base}/delayed`, body: {}, delay: '5s' });
  await client.publishJSON({ url: `${base}/not-before`, body: {}, notBefore: Math.ceil(start / 1000) + 5 });
  const [delayed] = await arrived('/delayed');
  const [later] = await arrived('/not-before');
  expect(delayed!.at - start).toBeGreaterThanOrEqual(5000 * scale);
  expect(later!.at - start).toBeGreaterThanOrEqual(4000 * scale);
});

test('tries again after a failure, as late as the destination or the publisher asks', async () => {
  await client.publishJSON({ url: `${base}/flaky`, body: {}, retryDelay: 'pow(2, retried) * 1000' });
  const tries = await arrived('/flaky', 3);
  expect(tries.map(({ headers }) => headers['upstash-retried'])).toEqual(['0', '1', '2']);
  expect(new Set(tries.map(({ headers }) => headers['upstash-message-id'])).size).toBe(1);
  const { messageId } = await client.publishJSON({ url: `${base}/busy`, body: {} });
  await arrived('/busy', 2);
  const { logs } = await client.logs({ filter: { messageId } });
  const retry = logs.find(({ state }) => state === 'RETRY');
  // The destination asks for 2 s; the default back-off would be 12 s.
  const wait = (retry!.nextDeliveryTime! - retry!.time) / scale;
  expect(wait).toBeGreaterThan(1500);
  expect(wait).toBeLessThan(4000);
});

test('hands a message that stays broken to the dead letters, calls back once, and redrives it', async () => {
  const path = `/broken/${randomUUID()}`;
  const back = `/failed/${randomUUID()}`;
  const { messageId } = await client.publishJSON({
    url: base + path,
    body: { x: 1 },
    retries: 1,
    retryDelay: '1000',
    failureCallback: base + back,
  });
  const [call] = await arrived(back);
  const result = JSON.parse(call!.body);
  expect(result).toMatchObject({
    status: 500,
    sourceMessageId: messageId,
    retried: 1,
    maxRetries: 1,
    url: base + path,
  });
  expect(Buffer.from(result.body, 'base64').toString()).toBe('boom');
  expect(Buffer.from(result.sourceBody, 'base64').toString()).toBe('{"x":1}');
  const { messages } = await client.dlq.listMessages({ filter: { messageId } });
  expect(messages).toMatchObject([
    { dlqId: result.dlqId, responseStatus: 500, responseBody: 'boom', body: '{"x":1}' },
  ]);
  const { responses } = await client.dlq.retry(result.dlqId);
  expect(responses).toHaveLength(1);
  expect(await client.dlq.listMessages({ filter: { messageId } })).toMatchObject({ messages: [] });
  await arrived(path, 4);
  await arrived(back, 2);
  const again = await client.dlq.listMessages({ filter: { url: base + path } });
  expect(await client.dlq.delete({ dlqIds: again.messages.map(({ dlqId }) => dlqId) })).toMatchObject({
    deleted: 1,
  });
});

test('does not try a poison message again', async () => {
  const path = `/poison/${randomUUID()}`;
  const { messageId } = await client.publishJSON({ url: base + path, body: {}, retries: 3 });
  const dead = async (): Promise<number> =>
    (await client.dlq.listMessages({ filter: { messageId } })).messages.length;
  await expect.poll(dead, { timeout }).toBe(1);
  expect(receiver.to(path)).toHaveLength(1);
});

test('tells the callback what the destination answered, with headers of its own', async () => {
  await client.publishJSON({
    url: `${base}/source`,
    body: {},
    callback: `${base}/callback`,
    headers: { 'Upstash-Callback-Forward-X-Context': '42' },
  });
  const [call] = await arrived('/callback');
  expect(call!.headers['x-context']).toBe('42');
  expect(JSON.parse(call!.body)).toMatchObject({ status: 200, body: Buffer.from('fine').toString('base64') });
});

test('sends to every endpoint of a URL group', async () => {
  const name = `group-${randomUUID()}`;
  const endpoints = ['/group-a', '/group-b'].map((path) => ({ name: path.slice(1), url: base + path }));
  await client.urlGroups.addEndpoints({ name, endpoints });
  const receipts = await client.publishJSON({ urlGroup: name, body: 1, deduplicationId: name });
  expect(receipts.map(({ url }) => url)).toEqual(endpoints.map(({ url }) => url));
  await arrived('/group-a');
  expect((await arrived('/group-b'))[0]!.headers['upstash-topic-name']).toBe(name);
  await client.urlGroups.removeEndpoints({ name, endpoints: [{ name: 'group-a' }] });
  expect((await client.urlGroups.get(name)).endpoints).toMatchObject([{ name: 'group-b' }]);
  await client.urlGroups.delete(name);
  await expect(client.urlGroups.get(name)).rejects.toMatchObject({ status: 404 });
});

test('a queue delivers in order, also past a message that needs retries; paused it delivers nothing', async () => {
  const queue = client.queue({ queueName: `queue-${randomUUID()}` });
  const path = `/queue/${randomUUID()}`;
  await queue.upsert({ parallelism: 1, paused: true });
  for (const index of [0, 1, 2, 3])
    await queue.enqueueJSON({
      url: index === 1 ? `${base}/flaky${path}` : base + path,
      body: index,
      retryDelay: '1000',
    });
  expect(await queue.get()).toMatchObject({ lag: 4, paused: true, parallelism: 1 });
  expect(receiver.to(path)).toEqual([]);
  await queue.resume();
  await arrived(path, 3);
  const order = receiver.received
    .filter((request) => request.path.endsWith(path))
    .map(({ body }) => Number(body));
  expect(order).toEqual([0, 1, 1, 1, 2, 3]);
  await queue.delete();
});

test('flow control lets no more run side by side than it says', async () => {
  const path = `/limited/${randomUUID()}`;
  const flowControl = { key: randomUUID(), parallelism: 3 };
  gate = Promise.withResolvers();
  await client.batchJSON(Array.from({ length: 40 }, (_, body) => ({ url: base + path, body, flowControl })));
  await arrived(path, 3);
  expect(await client.flowControl.get(flowControl.key)).toMatchObject({
    parallelismCount: 3,
    waitListSize: 37,
  });
  gate.resolve();
  await arrived(path, 40);
  expect(mostUnderWay).toBe(3);
});

test('flow control lets no more start in a period than it says, and can be paused', async () => {
  const url = `${base}/rated/${randomUUID()}`;
  const flowControl = { key: randomUUID(), rate: 4, period: '10s' } as const;
  await client.flowControl.pause(flowControl.key);
  await client.batchJSON(Array.from({ length: 12 }, (_, body) => ({ url, body, flowControl })));
  expect(await client.flowControl.get(flowControl.key)).toMatchObject({ isPaused: true, waitListSize: 12 });
  await client.flowControl.resume(flowControl.key);
  await arrived(new URL(url).pathname, 12);
  const { logs } = await client.logs({ filter: { url, state: 'ACTIVE' } });
  const starts = logs.map(({ time }) => time).toSorted((one, two) => one - two);
  const pauses = [4, 8].map((index) => (starts[index]! - starts[index - 1]!) / scale);
  for (const pause of pauses) expect(pause, 'a period of 10 s ends first').toBeGreaterThan(7000);
});

test('cancels what waits, by id and by label', async () => {
  const label = randomUUID();
  const later = { url: `${base}/never`, body: { z: 1 }, delay: '2h', label } as const;
  const { messageId } = await client.publishJSON(later);
  expect(await client.messages.get(messageId)).toMatchObject({
    messageId,
    body: '{"z":1}',
    label,
    url: later.url,
  });
  expect(await client.messages.cancel(messageId)).toEqual({ cancelled: 1 });
  await expect(client.messages.get(messageId)).rejects.toMatchObject({ status: 404 });
  await client.batchJSON([{ ...later }, { ...later }]);
  expect(await client.messages.cancel({ filter: { label } })).toEqual({ cancelled: 2 });
  expect(receiver.to('/never')).toEqual([]);
});

test('keeps a log of what happened to a message', async () => {
  const { messageId } = await client.publishJSON({ url: `${base}/flaky/log`, body: {}, retryDelay: '1000' });
  const states = async () =>
    (await client.logs({ filter: { messageId } })).logs.map(({ state }) => state).toReversed();
  const failed = ['ACTIVE', 'ERROR', 'RETRY'];
  await expect.poll(states, { timeout }).toEqual(['CREATED', ...failed, ...failed, 'ACTIVE', 'DELIVERED']);
});

test('schedules run in their zone, can be paused, and keep one id', async () => {
  const scheduleId = randomUUID();
  const cron = 'CRON_TZ=Asia/Kolkata 30 2 * * *';
  const create = { destination: `${base}/nightly`, cron, scheduleId, body: '{"s":1}' };
  expect(await client.schedules.create(create)).toEqual({ scheduleId });
  await client.schedules.create(create);
  const list = await client.schedules.list();
  expect(list.filter((schedule) => schedule.scheduleId === scheduleId)).toHaveLength(1);
  await client.schedules.pause({ schedule: scheduleId });
  const schedule = await client.schedules.get(scheduleId);
  expect(schedule).toMatchObject({
    isPaused: true,
    cron,
    destination: create.destination,
    body: '{"s":1}',
    retries: 3,
  });
  const next = 'nextScheduleTime' in schedule ? Number(schedule.nextScheduleTime) : 0;
  expect(new Date(next).toISOString()).toMatch(/T21:00:00.000Z$/);
  await client.schedules.resume({ schedule: scheduleId });
  await client.schedules.delete(scheduleId);
  await expect(client.schedules.get(scheduleId)).rejects.toMatchObject({ status: 404 });
});

test('refuses what makes no sense', async () => {
  const stranger = new Client({
    baseUrl: hosted ?? standIn!.url,
    token: 'wrong',
    retry: false,
    devMode: false,
  });
  const bad: [Promise<unknown>, number][] = [
    [client.publish({ url: base, headers: { 'Upstash-Retries': 'many' } }), 400],
    [client.publish({ url: base, headers: { 'Upstash-Retry-Delay': 'process.exit(1)' } }), 400],
    [client.publish({ url: base, callback: 'ftp://example.com' }), 400],
    [client.schedules.create({ destination: base, cron: 'every day' }), 400],
    [client.publish({ url: base, body: 'x'.repeat(1_100_000) }), 413],
    [client.publish({ urlGroup: 'unknown-group', body: 'x' }), 404],
    [client.messages.get('msg_unknown'), 404],
    [stranger.publish({ url: base, body: 'x' }), 401],
  ];
  const outcomes = await Promise.allSettled(bad.map(([refused]) => refused));
  const statuses = outcomes.map((outcome) =>
    outcome.status === 'rejected' ? outcome.reason.status : 'accepted',
  );
  expect(statuses).toEqual(bad.map(([, status]) => status));
});

test('in a batch, one bad message does not hold up the others', async () => {
  const path = `/batch/${randomUUID()}`;
  const receipts = await client.batch([
    { url: base + path, body: '1' },
    { url: base + path, body: '2', headers: { 'Upstash-Retries': 'many' } },
    { url: base + path, body: '3' },
  ]);
  expect(receipts).toMatchObject([
    { messageId: expect.any(String) },
    { error: expect.any(String) },
    { messageId: expect.any(String) },
  ]);
  expect((await arrived(path, 2)).map(({ body }) => body).toSorted()).toEqual(['1', '3']);
});
