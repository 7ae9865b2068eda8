import { copyFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { z, ZodError } from 'zod';
import { type Access, authorise } from './access';
import { badRequest, BlobError, notFound } from './blob-error';
import { reportUpload } from './callback';
import { listPage } from './listing';
import { createMultipart, readText } from './multipart';
import { checkPathname, withRandomSuffix } from './pathname';
import { type PutOptions, readPutOptions } from './put-options';
import { contentDisposition, serveBlob } from './serve';
import { spool } from './spool';
import { type Blob, type Description, openStore } from './store';

export type BlobOptions = {
  dir: string;
  port: number;
  /** `vercel_blob_rw_<store>_<secret>` */
  token: string;
};

export type BlobServer = {
  /** For `VERCEL_BLOB_API_URL`. */
  apiUrl: string;
  /** Fault: the connections of the next so many uploads break when their first bytes are here. */
  cutUploads: (count: number) => void;
  stop: () => Promise<void>;
};

/** Browsers upload from the application's origin. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, PUT, POST, DELETE',
  'access-control-allow-headers':
    'authorization, content-type, x-add-random-suffix, x-allow-overwrite, x-api-blob-request-attempt, x-api-blob-request-id, x-api-version, x-cache-control-max-age, x-content-length, x-content-type, x-if-match, x-mpu-action, x-mpu-key, x-mpu-part-number, x-mpu-upload-id, x-vercel-blob-access, x-vercel-blob-store-id',
  'access-control-max-age': '86400',
};

/**
 * Starts the stand-in of a private Vercel Blob store on 127.0.0.1, over a directory. Blobs are read at the URL that `head`
 * returns, with the read-write token.
 */
export async function startBlob({ dir, port, token }: BlobOptions): Promise<BlobServer> {
  const store = openStore(dir);
  const stopping = new AbortController();
  const origin = `http://127.0.0.1:${port}`;
  const prefix = `/o/${token.split('_')[3]}/private/`;
  const multipart = createMultipart(store);

  const view = (blob: Blob): object => {
    const url = `${origin}${prefix}${blob.pathname.split('/').map(encodeURIComponent).join('/')}`;
    const { pathname, size, etag, contentType, cacheControl, uploadedAt } = blob;
    return {
      url,
      downloadUrl: `${url}?download=1`,
      pathname,
      size,
      etag,
      contentType,
      cacheControl,
      uploadedAt,
      contentDisposition: contentDisposition(blob, false),
    };
  };
  const report = (blob: Blob): void => void reportUpload(store, blob, view, token, stopping.signal);
  const written = (blob: Blob): object => {
    report(blob);
    return view(blob);
  };
  /** Callers name a blob by its URL or its pathname. */
  const named = (reference: string): Blob => {
    const path = URL.canParse(reference) ? new URL(reference).pathname : undefined;
    const pathname = path?.startsWith(prefix) ? decodeURIComponent(path.slice(prefix.length)) : reference;
    const blob = store.find(pathname);
    if (!blob) throw notFound();
    return blob;
  };

  let cuts = 0;
  const put = async (request: IncomingMessage, access: Access, pathname: string): Promise<object> => {
    if (cuts > 0) {
      cuts -= 1;
      request.once('data', () => request.destroy());
    }
    const options = readPutOptions(request.headers, access, pathname);
    const content = await spool(request, store.temporary, options.largest);
    const target = options.addRandomSuffix ? withRandomSuffix(pathname) : pathname;
    return written(await store.commit(content, describe(options, target), options));
  };
  const copy = async (request: IncomingMessage, from: Blob, pathname: string): Promise<object> => {
    const headers = { 'x-content-type': from.contentType, ...request.headers };
    const options = readPutOptions(headers, { grant: undefined }, pathname);
    const path = join(store.temporary, randomUUID());
    await copyFile(store.contentPath(from), path);
    const target = options.addRandomSuffix ? withRandomSuffix(pathname) : pathname;
    return view(await store.commit({ ...from, path }, describe(options, target), options));
  };
  const remove = async (request: IncomingMessage): Promise<object> => {
    const { urls } = z.object({ urls: z.array(z.string()) }).parse(JSON.parse(await readText(request)));
    const ifMatch = request.headers['x-if-match']?.toString();
    for (const url of urls) {
      const blob = ifMatch === undefined ? tryNamed(url) : named(url);
      if (blob) await store.remove(blob.pathname, ifMatch);
    }
    return {};
  };
  /** Deleting what is not there succeeds, as in the service. */
  const tryNamed = (reference: string): Blob | undefined => {
    try {
      return named(reference);
    } catch {
      return undefined;
    }
  };

  const api = async (request: IncomingMessage, action: string, query: URLSearchParams): Promise<object> => {
    const { method, headers } = request;
    const from = query.get('fromUrl');
    const uploading = (method === 'PUT' && from === null) || action === '/mpu';
    const access = authorise(headers.authorization, token, uploading);
    if (action === '/mpu' && method === 'POST') {
      const result = await multipart(request, access, checkPathname(query.get('pathname')));
      return 'file' in result ? written(result) : result;
    }
    if (action === '/delete' && method === 'POST') return remove(request);
    if (from !== null) {
      const source = named(from);
      const copied = await copy(request, source, checkPathname(query.get('pathname')));
      if (action === '/rename') await store.remove(source.pathname, undefined);
      return copied;
    }
    if (method === 'PUT') return put(request, access, checkPathname(query.get('pathname')));
    if (method !== 'GET') throw badRequest(`${method} ${action} is not supported`);
    const url = query.get('url');
    if (url !== null) return view(named(url));
    const { blobs, ...page } = listPage(store.all(), query);
    return { ...page, blobs: blobs.map(view) };
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value);
    const url = new URL(request.url ?? '/', origin);
    try {
      if (request.method === 'OPTIONS') {
        response.writeHead(204).end();
      } else if (url.pathname.startsWith(prefix)) {
        authorise(request.headers.authorization, token, false);
        const blob = named(url.href);
        const download = url.searchParams.get('download') === '1';
        await serveBlob(request, response, blob, { path: store.contentPath(blob), download });
      } else {
        const [, action] = /^\/api(\/.*)?$/.exec(url.pathname) ?? [];
        if (!url.pathname.startsWith('/api')) throw notFound();
        const result = await api(request, action === '/' ? '' : (action ?? ''), url.searchParams);
        response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
      }
    } catch (error) {
      refuse(response, error);
    }
  };

  const server = http.createServer((request, response) => void serve(request, response));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  for (const blob of store.all()) report(blob);
  return {
    apiUrl: `${origin}/api`,
    cutUploads: (count) => {
      cuts = count;
    },
    stop: async () => {
      stopping.abort();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const describe = ({ contentType, cacheControl, pending }: PutOptions, pathname: string): Description => ({
  pathname,
  contentType,
  cacheControl,
  ...(pending ? { pending } : {}),
});

function refuse(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const known = error instanceof ZodError ? badRequest('the request is malformed') : error;
  const { status, code, message } =
    known instanceof BlobError
      ? known
      : { status: 500, code: 'internal_server_error', message: String(known) };
  // The rest of a refused upload is not read.
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify({ error: { code, message } }));
}
