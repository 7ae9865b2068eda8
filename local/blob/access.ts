import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { BlobError, forbidden } from './blob-error';

/** What a client token allows, as the SDK's `handleUpload` signs it. */
const grantSchema = z.object({
  pathname: z.string(),
  validUntil: z.number(),
  maximumSizeInBytes: z.number().optional(),
  allowedContentTypes: z.array(z.string()).optional(),
  addRandomSuffix: z.boolean().optional(),
  allowOverwrite: z.boolean().optional(),
  cacheControlMaxAge: z.number().optional(),
  ifMatch: z.string().optional(),
  onUploadCompleted: z.object({ callbackUrl: z.string(), tokenPayload: z.string().nullish() }).optional(),
});

export type Grant = z.infer<typeof grantSchema>;

/** `undefined` stands for the read-write token, which may do anything. */
export type Access = { grant: Grant | undefined };

/**
 * Checks the bearer token of a request.
 * @param uploading whether a browser's client token is good enough
 * @throws BlobError 403
 */
export function authorise(
  authorization: string | undefined,
  readWriteToken: string,
  uploading: boolean,
): Access {
  const token = (authorization ?? '').replace(/^Bearer /i, '');
  if (equal(token, readWriteToken)) return { grant: undefined };
  if (!token.startsWith('vercel_blob_client_')) throw forbidden();
  if (!uploading)
    throw new BlobError(
      403,
      'client_token_not_allowed',
      'This operation is not available with a client token.',
    );
  const [signature = '', payload = ''] = decode(token.split('_').slice(4).join('_')).split('.');
  if (!equal(signature, sign(payload, readWriteToken))) throw forbidden();
  const grant = grantSchema.parse(JSON.parse(decode(payload)));
  if (Date.now() > grant.validUntil) throw forbidden('Token expired');
  return { grant };
}

/** HMAC-SHA256 in hex: how client tokens and the callbacks of completed uploads are signed. */
export const sign = (content: string, readWriteToken: string): string =>
  createHmac('sha256', readWriteToken).update(content).digest('hex');

const decode = (base64: string): string => Buffer.from(base64, 'base64').toString();

const equal = (one: string, two: string): boolean =>
  one.length === two.length && timingSafeEqual(Buffer.from(one), Buffer.from(two));
