import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Blob } from './store';

/** Answers a read of a blob's content: whole, one range, unchanged (304), or its head. */
export async function serveBlob(
  request: IncomingMessage,
  response: ServerResponse,
  blob: Blob,
  { path, download }: { path: string; download: boolean },
): Promise<void> {
  const headers = {
    etag: blob.etag,
    'content-type': blob.contentType,
    'cache-control': blob.cacheControl,
    'last-modified': new Date(blob.uploadedAt).toUTCString(),
    'content-disposition': contentDisposition(blob, download),
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
  };
  if (request.headers['if-none-match'] === blob.etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const range = readRange(request.headers.range, blob.size);
  if (range === 'unsatisfiable') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${blob.size}` }).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: blob.size - 1 };
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'content-length': end - start + 1,
    ...(range ? { 'content-range': `bytes ${start}-${end}/${blob.size}` } : {}),
  });
  if (request.method === 'HEAD' || blob.size === 0) response.end();
  else await pipeline(createReadStream(path, { start, end }), response);
}

/** HTML would run in the store's origin: it is always a download. */
export function contentDisposition({ pathname, contentType }: Blob, download: boolean): string {
  const name = (pathname.split('/').at(-1) ?? '').replaceAll(/["\\\r\n]/g, '_');
  const kind = download || contentType === 'text/html' ? 'attachment' : 'inline';
  return `${kind}; filename*=UTF-8''${encodeURIComponent(name)}`;
}

/** @returns inclusive bounds; undefined when the whole is asked for */
function readRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end ? 'unsatisfiable' : { start, end };
}
