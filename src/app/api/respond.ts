import { DomainError, type ErrorCode } from '@/domain/kernel/errors';
import { newId } from '@/domain/kernel/ids';
import { asAttachment } from '@/domain/resumes/clean-file-name';
import type { Logger } from '@/services/log';

const STATUS: Record<ErrorCode, number> = {
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  rate_limited: 429,
  too_large: 413,
  unsupported: 415,
  unavailable: 503,
  internal: 500,
};

/** The response for a failure in a route handler: our codes and words, or a masked error with the id of its log line. */
export const failure = (error: unknown, log: Logger, route: string): Response => {
  if (error instanceof DomainError) {
    const { cause } = error.details;
    if (cause !== undefined) log.error('refused', { error: cause, route, code: error.code });
    return Response.json(
      { error: { code: error.code, message: error.message } },
      { status: STATUS[error.code] },
    );
  }
  const errorId = newId();
  log.error('route failed', { error, errorId, route });
  return Response.json(
    { error: { code: 'internal', message: `Something went wrong. (${errorId})` } },
    { status: 500 },
  );
};

/** Streams a private file: kept by no cache, and as an attachment, so that no browser runs what is in it. */
export const privateFile = (file: {
  fileName: string;
  contentType: string;
  body: ReadableStream<Uint8Array>;
}): Response =>
  new Response(file.body, {
    headers: {
      'content-type': file.contentType,
      'content-disposition': asAttachment(file.fileName),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
