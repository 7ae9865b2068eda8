/**
 * A refusal as the service words it: `{error: {code, message}}`. The SDK tells some errors apart by the message, so the
 * wording matters.
 */
export class BlobError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const notFound = (): BlobError => new BlobError(404, 'not_found', 'The requested blob does not exist');
export const forbidden = (message = 'Access denied'): BlobError => new BlobError(403, 'forbidden', message);
export const badRequest = (message: string): BlobError => new BlobError(400, 'bad_request', message);
export const preconditionFailed = (): BlobError =>
  new BlobError(412, 'precondition_failed', 'Precondition failed: ETag mismatch');
