import type { FieldIssue } from './schema';

/** The closed list of things that can go wrong; each is mapped once to tRPC, HTTP and words (see `trpc/errors.ts`). */
export const ERROR_CODES = [
  'invalid_input',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'rate_limited',
  'too_large',
  'unsupported',
  'unavailable',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An expected failure: what happened in words for the person, and where. Everything else is a bug and is masked. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: { issues?: FieldIssue[]; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause });
  }
}

/** A foreign id answers exactly as a missing one: both are this error. */
export const notFound = (what: string): DomainError => new DomainError('not_found', `${what} was not found.`);
