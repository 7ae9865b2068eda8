import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { rm } from 'node:fs/promises';
import { z } from 'zod';
import type { Access } from './access';
import { badRequest, BlobError } from './blob-error';
import { withRandomSuffix } from './pathname';
import { type PutOptions, readPutOptions } from './put-options';
import { type Spooled, spool } from './spool';
import type { Blob, Store } from './store';

type Upload = { pathname: string; options: PutOptions; parts: Map<number, Spooled> };

const partsSchema = z.array(z.object({ partNumber: z.number().int(), etag: z.string() }));

/** Handles the three steps of a multipart upload; an upload that was not completed is forgotten when the process ends. */
export function createMultipart(
  store: Store,
): (request: IncomingMessage, access: Access, pathname: string) => Promise<Blob | object> {
  const uploads = new Map<string, Upload>();

  const complete = async ({ pathname, options, parts }: Upload, request: IncomingMessage): Promise<Blob> => {
    const named = partsSchema.parse(JSON.parse(await readText(request)));
    const chosen = named
      .toSorted((one, two) => one.partNumber - two.partNumber)
      .map(({ partNumber, etag }) => {
        const part = parts.get(partNumber);
        if (part?.etag !== etag) throw badRequest(`part ${partNumber} is not the one that was uploaded`);
        return part;
      });
    const whole = await spool(concatenate(chosen), store.temporary, options.largest);
    return store.commit(whole, { ...options, pathname }, options);
  };

  return async (request, access, pathname) => {
    const { headers } = request;
    const action = headers['x-mpu-action'];
    if (action === 'create') {
      const options = readPutOptions(headers, access, pathname);
      const key = options.addRandomSuffix ? withRandomSuffix(pathname) : pathname;
      const uploadId = randomUUID();
      uploads.set(uploadId, { pathname: key, options, parts: new Map() });
      return { uploadId, key };
    }
    const id = String(headers['x-mpu-upload-id']);
    const upload = uploads.get(id);
    if (!upload) throw new BlobError(404, 'not_found', 'no such upload');
    if (action === 'upload') {
      const number = Number(headers['x-mpu-part-number']);
      const part = await spool(request, store.temporary, upload.options.largest);
      const replaced = upload.parts.get(number);
      if (replaced) await rm(replaced.path, { force: true });
      upload.parts.set(number, part);
      return { etag: part.etag };
    }
    if (action !== 'complete') throw badRequest('unknown x-mpu-action');
    const blob = await complete(upload, request);
    uploads.delete(id);
    for (const { path } of upload.parts.values()) await rm(path, { force: true });
    return blob;
  };
}

async function* concatenate(parts: Spooled[]): AsyncGenerator<Buffer> {
  for (const { path } of parts) yield* createReadStream(path);
}

/** @returns the request's body as text */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
