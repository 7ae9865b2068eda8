import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { list } from '@vercel/blob';
import { handleUpload, type HandleUploadBody } from '@vercel/blob/client';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { stubEnvironment } from '@/testing/environment';
import { serve, type TestServer } from '@/testing/server';
import { startBlob, type BlobServer } from '../../../../../local/blob/server';
import { freePort } from '../../../../../local/ports';
import { sendFile, type Sending } from './send-file';

const TOKEN = 'vercel_blob_rw_tests_0123456789abcdef';
const holder = { applicationId: 'a', key: 'k' };
/** Larger than what one packet takes, so that a cut leaves a part behind. */
const bytes = new Uint8Array(2_000_000).fill(65);
const file = new File([bytes], 'asha.txt');

let blob: BlobServer;
let dir: string;
let app: TestServer;

beforeAll(async () => {
  // The SDK writes every broken connection to the console.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  dir = await mkdtemp(join(tmpdir(), 'blob-'));
  blob = await startBlob({ dir, port: await freePort(), token: TOKEN });
  app = await serve(async (request) =>
    Response.json(
      await handleUpload({
        token: TOKEN,
        request,
        body: (await request.json()) as HandleUploadBody,
        onBeforeGenerateToken: () => Promise.resolve({ allowedContentTypes: ['text/plain'] }),
      }),
    ),
  );
  stubEnvironment({
    BLOB_READ_WRITE_TOKEN: TOKEN,
    VERCEL_BLOB_API_URL: blob.apiUrl,
    VERCEL_BLOB_RETRIES: '0',
  });
});
afterAll(async () => {
  await app.stop();
  await blob.stop();
  await rm(dir, { recursive: true });
});

/** One sending with what it told, in order; a place of its own for each try. */
const send = async (prefix: string, changes: Partial<Sending> = {}) => {
  const told: string[] = [];
  let places = 0;
  const end = await sendFile(holder, file, {
    offer: () => {
      places += 1;
      told.push('offered');
      return Promise.resolve({
        accepted: true,
        path: `${prefix}/${places}.txt`,
        contentType: 'text/plain',
        revision: 1,
      });
    },
    confirm: () => Promise.resolve(told.push('confirmed')),
    tokenUrl: `${app.url}/api/uploads/application`,
    signal: new AbortController().signal,
    onOffered: () => Promise.resolve(),
    onProgress: () => undefined,
    onBroken: () => void told.push('broken'),
    isOnline: () => true,
    onOffline: () => () => undefined,
    connection: () => Promise.resolve(),
    ...changes,
  });
  const { blobs } = await list({ prefix: `${prefix}/`, token: TOKEN });
  return { end: end.kind, told, stored: blobs.map(({ pathname, size }) => [pathname, size]) };
};

it('goes on by itself when the connection breaks while bytes travel, and arrives whole', async () => {
  blob.cutUploads(2);
  expect(await send('twice')).toEqual({
    end: 'arrived',
    told: ['offered', 'broken', 'offered', 'broken', 'offered', 'confirmed'],
    stored: [['twice/3.txt', bytes.length]],
  });
});

it('is given up after five tries with a connection, never while there is none', async () => {
  blob.cutUploads(5);
  expect(await send('five')).toMatchObject({ end: 'lost', stored: [] });
  let offline = 7;
  blob.cutUploads(7);
  const waited = await send('offline', {
    isOnline: () => offline === 0,
    connection: () => Promise.resolve(void (offline -= 1)),
  });
  expect(waited).toMatchObject({ end: 'arrived', stored: [['offline/8.txt', bytes.length]] });
});

it('breaks a try off when the device goes offline, and goes on when it is back', async () => {
  let goOffline = (): void => undefined;
  let [tries, listening] = [0, 0];
  const resumed = await send('away', {
    onOffline: (goes) => {
      goOffline = goes;
      listening += 1;
      return () => (listening -= 1);
    },
    onOffered: () => {
      tries += 1;
      if (tries === 1) goOffline();
      return Promise.resolve();
    },
  });
  expect(resumed).toEqual({
    end: 'arrived',
    told: ['offered', 'broken', 'offered', 'confirmed'],
    stored: [['away/2.txt', bytes.length]],
  });
  expect(listening).toBe(0);
});

it('stops when another file takes its place', async () => {
  const control = new AbortController();
  blob.cutUploads(1);
  const stopped = await send('stopped', {
    signal: control.signal,
    connection: () => Promise.resolve(control.abort()),
  });
  expect(stopped).toEqual({ end: 'stopped', told: ['offered', 'broken'], stored: [] });
});

it('tells no progress of a file that has arrived', async () => {
  let arrived = false;
  let [during, after] = [0, 0];
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  try {
    await send('progress', {
      onProgress: () => void (arrived ? (after += 1) : (during += 1)),
      confirm: () => Promise.resolve((arrived = true)),
    });
    // What the SDK held back is told now.
    vi.runOnlyPendingTimers();
  } finally {
    vi.useRealTimers();
  }
  expect(during).toBeGreaterThan(0);
  expect(after).toBe(0);
});
