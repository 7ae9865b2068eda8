import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  BlobAccessError,
  BlobNotFoundError,
  BlobPreconditionFailedError,
  completeMultipartUpload,
  copy,
  createMultipartUpload,
  del,
  head,
  list,
  put,
  rename,
  uploadPart,
} from '@vercel/blob';
import {
  generateClientTokenFromReadWriteToken,
  handleUpload,
  put as clientPut,
  upload,
} from '@vercel/blob/client';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type BlobServer, startBlob } from './blob/server';
import { freePort } from './ports';

// Against a hosted private store, by hand: CONTRACT_BLOB_READ_WRITE_TOKEN, and CONTRACT_CALLBACK_URL, a public address
// that leads to CONTRACT_CALLBACK_PORT.
const hosted = process.env['CONTRACT_BLOB_READ_WRITE_TOKEN'];
const token = hosted ?? 'vercel_blob_rw_teststore_0123456789abcdef';
const access = 'private';
const timeout = 15_000;
const folder = `contract/${randomUUID()}/`;

let dir: string;
let port: number;
let standIn: BlobServer | undefined;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'flexibees-blob-'));
  vi.stubEnv('BLOB_READ_WRITE_TOKEN', token);
  if (hosted !== undefined) return;
  port = await freePort();
  standIn = await startBlob({ dir, port, token });
  vi.stubEnv('VERCEL_BLOB_API_URL', standIn.apiUrl);
  vi.stubEnv('VERCEL_BLOB_RETRIES', '0');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await standIn?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const authorised = { authorization: `Bearer ${token}` };
const read = async (name: string, headers: Record<string, string> = authorised): Promise<Response> =>
  fetch((await head(folder + name)).url, { headers });

test('stores text, bytes and streams, and gives them back to the holder of the token alone', async () => {
  const bytes = randomBytes(1000);
  await put(`${folder}text.txt`, 'grüße', { access });
  await put(`${folder}bytes.bin`, bytes, { access });
  await put(`${folder}stream.pdf`, Readable.from([Buffer.from('abc'), Buffer.from('def')]), { access });
  expect(await (await read('text.txt')).text()).toBe('grüße');
  expect(Buffer.from(await (await read('bytes.bin')).arrayBuffer())).toEqual(bytes);
  const pdf = await read('stream.pdf');
  expect([await pdf.text(), pdf.headers.get('content-type')]).toEqual(['abcdef', 'application/pdf']);
  expect((await read('text.txt', {})).status).toBe(403);
  expect((await read('text.txt', { authorization: 'Bearer vercel_blob_rw_teststore_wrong' })).status).toBe(
    403,
  );
});

test('keeps names with any character', async () => {
  const name = `${folder}a ü#?%2F&.json`;
  const { url } = await put(name, '{}', { access, contentType: 'application/json' });
  expect(await head(url)).toMatchObject({ pathname: name, contentType: 'application/json', size: 2 });
  expect(await (await fetch(url, { headers: authorised })).text()).toBe('{}');
  await expect(put(`${folder}../escape.txt`, 'x', { access })).rejects.toThrow('invalid pathname');
});

test('adds a random suffix, refuses to overwrite unless told to', async () => {
  const { pathname } = await put(`${folder}cv.pdf`, 'x', { access, addRandomSuffix: true });
  expect(pathname).toMatch(/cv-\w{30}\.pdf$/);
  await put(`${folder}once.txt`, 'one', { access });
  await expect(put(`${folder}once.txt`, 'two', { access })).rejects.toThrow('already exists');
  await put(`${folder}once.txt`, 'two', { access, allowOverwrite: true });
  expect(await (await read('once.txt')).text()).toBe('two');
  await expect(put(`${folder}public.txt`, 'x', { access: 'public' })).rejects.toThrow('private store');
});

test('writes and deletes on condition that nobody else did meanwhile', async () => {
  const first = await put(`${folder}shared.txt`, 'v1', { access });
  const second = await put(`${folder}shared.txt`, 'v2', { access, ifMatch: first.etag });
  expect(second.etag).not.toBe(first.etag);
  await expect(put(`${folder}shared.txt`, 'v3', { access, ifMatch: first.etag })).rejects.toThrow(
    BlobPreconditionFailedError,
  );
  await expect(del(`${folder}shared.txt`, { ifMatch: first.etag })).rejects.toThrow(
    BlobPreconditionFailedError,
  );
  const racing = ['a', 'b', 'c'].map((text) =>
    put(`${folder}shared.txt`, text, { access, ifMatch: second.etag }),
  );
  const won = (await Promise.allSettled(racing)).filter(({ status }) => status === 'fulfilled');
  expect(won).toHaveLength(1);
  await del(`${folder}shared.txt`, { ifMatch: (await head(`${folder}shared.txt`)).etag });
  await expect(head(`${folder}shared.txt`)).rejects.toThrow(BlobNotFoundError);
});

test('answers ranges and unchanged content', async () => {
  const { etag } = await head((await put(`${folder}range.txt`, '0123456789', { access })).url);
  const range = async (value: string): Promise<[number, string]> => {
    const response = await read('range.txt', { ...authorised, range: value });
    return [response.status, await response.text()];
  };
  expect(await range('bytes=2-4')).toEqual([206, '234']);
  expect(await range('bytes=7-')).toEqual([206, '789']);
  expect(await range('bytes=-2')).toEqual([206, '89']);
  expect(await range('bytes=10-')).toEqual([416, '']);
  expect((await read('range.txt', { ...authorised, 'if-none-match': etag })).status).toBe(304);
});

test('lists by prefix, in pages and folded', async () => {
  for (const name of ['1', '2', 'deep/3', 'deep/4']) await put(`${folder}list/${name}`, name, { access });
  const prefix = `${folder}list/`;
  const first = await list({ prefix, limit: 3 });
  const second = await list({ prefix, cursor: first.cursor! });
  const names = [...first.blobs, ...second.blobs].map(({ pathname }) => pathname.slice(prefix.length));
  expect([names, first.hasMore, second.hasMore]).toEqual([['1', '2', 'deep/3', 'deep/4'], true, false]);
  const folded = await list({ prefix, mode: 'folded' });
  expect(folded).toMatchObject({ folders: [`${prefix}deep/`], blobs: [{}, {}] });
});

test('copies, renames and deletes', async () => {
  const { url } = await put(`${folder}from.txt`, 'content', { access, contentType: 'text/x-special' });
  expect(await copy(url, `${folder}copied.txt`, { access })).toMatchObject({ contentType: 'text/x-special' });
  await rename(`${folder}copied.txt`, `${folder}renamed.txt`, { access });
  await expect(head(`${folder}copied.txt`)).rejects.toThrow(BlobNotFoundError);
  expect(await (await read('renamed.txt')).text()).toBe('content');
  await del([url, `${folder}renamed.txt`, `${folder}never-there.txt`]);
  await expect(head(url)).rejects.toThrow(BlobNotFoundError);
});

test('takes 20 MB in parts, and one part at a time', async () => {
  const large = randomBytes(20 * 1024 * 1024 + 123);
  await put(`${folder}large.bin`, large, { access, multipart: true });
  expect(Buffer.from(await (await read('large.bin')).arrayBuffer()).equals(large)).toBe(true);
  const pathname = `${folder}parts.bin`;
  const { key, uploadId } = await createMultipartUpload(pathname, { access });
  const parts = [];
  for (const partNumber of [1, 2]) {
    const body = large.subarray((partNumber - 1) * 6_000_000, partNumber * 6_000_000);
    parts.push(await uploadPart(pathname, body, { access, key, uploadId, partNumber }));
  }
  const forged = [parts[0]!, { ...parts[1]!, etag: '"0"' }];
  await expect(completeMultipartUpload(pathname, forged, { access, key, uploadId })).rejects.toThrow(
    'not the one',
  );
  await completeMultipartUpload(pathname, parts.toReversed(), { access, key, uploadId });
  expect(
    Buffer.from(await (await read('parts.bin')).arrayBuffer()).equals(large.subarray(0, 12_000_000)),
  ).toBe(true);
});

type Completed = { blob: { pathname: string; contentType: string }; tokenPayload?: string | null };

/** An application route with the SDK's own handler, as the browser's upload needs it. */
const startApplication = async (
  completed: Completed[],
  failures = 0,
): Promise<http.Server & { url: string }> => {
  let left = failures;
  const answer = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks).toString());
    if (body.type === 'blob.upload-completed' && (left -= 1) >= 0) {
      response.writeHead(503).end();
      return;
    }
    try {
      const result = await handleUpload({
        body,
        request,
        onBeforeGenerateToken: async (_pathname, clientPayload) => ({
          allowedContentTypes: ['application/pdf', 'text/*'],
          maximumSizeInBytes: 1_000_000,
          addRandomSuffix: true,
          tokenPayload: `signed:${clientPayload}`,
        }),
        onUploadCompleted: async (payload) => void completed.push(payload),
      });
      response.end(JSON.stringify(result));
    } catch (error) {
      response.writeHead(400).end(String(error));
    }
  };
  const server = http.createServer((request, response) => void answer(request, response));
  server.listen(Number(process.env['CONTRACT_CALLBACK_PORT'] ?? 0), '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  vi.stubEnv('VERCEL_BLOB_CALLBACK_URL', process.env['CONTRACT_CALLBACK_URL'] ?? url);
  return Object.assign(server, { url });
};

test('a browser uploads with a token of the application, which is told when it is done', async () => {
  const completed: Completed[] = [];
  const application = await startApplication(completed);
  const options = { access, handleUploadUrl: `${application.url}/upload`, clientPayload: 'user 1' } as const;
  const { pathname } = await upload(`${folder}cv.pdf`, new Blob(['%PDF-1.7']), options);
  expect(pathname).toMatch(/cv-\w{30}\.pdf$/);
  await expect
    .poll(() => completed, { timeout })
    .toMatchObject([{ blob: { pathname, contentType: 'application/pdf' }, tokenPayload: 'signed:user 1' }]);
  await expect(upload(`${folder}x.png`, new Blob(['x']), options)).rejects.toThrow('contentType');
  await expect(upload(`${folder}x.pdf`, new Blob([Buffer.alloc(2_000_000)]), options)).rejects.toThrow(
    'file length',
  );
  const forged = await fetch(`${application.url}/upload`, {
    method: 'POST',
    headers: { 'x-vercel-signature': 'ab'.repeat(32) },
    body: JSON.stringify({ type: 'blob.upload-completed', payload: { blob: {} } }),
  });
  expect([forged.status, completed.length]).toEqual([400, 1]);
  application.close();
});

test('a client token is good for its pathname, for its time, and for uploading only', async () => {
  const make = (more: object = {}): Promise<string> =>
    generateClientTokenFromReadWriteToken({ pathname: `${folder}mine.pdf`, ...more });
  const good = await make();
  const body = new Blob(['x']);
  await expect(clientPut(`${folder}other.pdf`, body, { access, token: good })).rejects.toThrow(
    'does not match',
  );
  const late = await make({ validUntil: Date.now() - 1 });
  await expect(clientPut(`${folder}mine.pdf`, body, { access, token: late })).rejects.toThrow('expired');
  const payload = Buffer.from(
    JSON.stringify({ pathname: `${folder}mine.pdf`, validUntil: Date.now() + 1e6 }),
  ).toString('base64');
  const made = `vercel_blob_client_teststore_${Buffer.from(`${'0'.repeat(64)}.${payload}`).toString('base64')}`;
  await expect(clientPut(`${folder}mine.pdf`, body, { access, token: made })).rejects.toThrow(
    BlobAccessError,
  );
  await expect(list({ token: good })).rejects.toThrow('client token');
  await clientPut(`${folder}mine.pdf`, new Blob([Buffer.alloc(9_000_000)]), {
    access,
    token: good,
    multipart: true,
  });
  expect((await head(`${folder}mine.pdf`)).size).toBe(9_000_000);
});

test.skipIf(hosted !== undefined)('an aborted upload leaves nothing', async () => {
  const abort = new AbortController();
  const endless = new ReadableStream({
    pull: (controller) => {
      controller.enqueue(new Uint8Array(65_536));
      abort.abort();
    },
  });
  await expect(put(`${folder}aborted.bin`, endless, { access, abortSignal: abort.signal })).rejects.toThrow(
    'abort',
  );
  await expect(head(`${folder}aborted.bin`)).rejects.toThrow(BlobNotFoundError);
  await expect.poll(() => readdirSync(join(dir, 'tmp')), { timeout }).toEqual([]);
});

test.skipIf(hosted !== undefined)(
  'after a restart blobs are there, and callbacks that failed are made',
  async () => {
    const completed: Completed[] = [];
    const application = await startApplication(completed, 1);
    await put(`${folder}durable.txt`, 'kept', { access });
    await upload(`${folder}late.pdf`, new Blob(['%PDF']), {
      access,
      handleUploadUrl: `${application.url}/upload`,
    });
    await standIn!.stop();
    standIn = await startBlob({ dir, port, token });
    await expect.poll(() => completed, { timeout }).toHaveLength(1);
    expect(await (await read('durable.txt')).text()).toBe('kept');
    application.close();
  },
);
