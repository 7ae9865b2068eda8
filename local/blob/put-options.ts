import type { IncomingHttpHeaders } from 'node:http';
import type { Access } from './access';
import { badRequest } from './blob-error';
import { guessType } from './pathname';
import type { PendingCallback, WriteCondition } from './store';

const MONTH_SECONDS = 2_592_000;
const LARGEST = 5 * 2 ** 40;

export type PutOptions = WriteCondition & {
  contentType: string;
  cacheControl: string;
  addRandomSuffix: boolean;
  /** Bytes. */
  largest: number;
  pending?: PendingCallback;
};

/**
 * Reads how a blob is to be written: from the headers, or, for a browser's upload, from what its token grants.
 * @throws BlobError 400 when the token was made for something else, or the access is not the store's
 */
export function readPutOptions(
  headers: IncomingHttpHeaders,
  { grant }: Access,
  pathname: string,
): PutOptions {
  const header = (name: string): string | undefined => headers[name]?.toString();
  const contentType = header('x-content-type') ?? guessType(pathname);
  const access = header('x-vercel-blob-access') ?? 'public';
  if (access !== 'private') throw badRequest(`Cannot use ${access} access on a private store`);
  if (grant && grant.pathname !== pathname) throw badRequest('"pathname" does not match the token payload');
  if (grant?.allowedContentTypes && !grant.allowedContentTypes.some(covers(contentType)))
    throw badRequest(`"contentType" ${contentType} is not allowed`);
  const age = grant ? grant.cacheControlMaxAge : header('x-cache-control-max-age');
  const callback = grant?.onUploadCompleted;
  return {
    contentType,
    cacheControl: `private, max-age=${age ?? MONTH_SECONDS}`,
    addRandomSuffix: grant ? grant.addRandomSuffix === true : header('x-add-random-suffix') === '1',
    allowOverwrite: grant ? grant.allowOverwrite === true : header('x-allow-overwrite') === '1',
    ifMatch: grant ? grant.ifMatch : header('x-if-match'),
    largest: grant?.maximumSizeInBytes ?? LARGEST,
    ...(callback
      ? { pending: { url: callback.callbackUrl, tokenPayload: callback.tokenPayload ?? null } }
      : {}),
  };
}

/** `image/*` covers every image type. */
const covers =
  (type: string) =>
  (allowed: string): boolean =>
    allowed === type || (allowed.endsWith('/*') && type.startsWith(allowed.slice(0, -1)));
