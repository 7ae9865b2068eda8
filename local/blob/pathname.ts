import { randomBytes } from 'node:crypto';
import { posix } from 'node:path';
import { badRequest } from './blob-error';

const LONGEST = 950;

/**
 * Checks a blob's pathname: relative, normalised, no empty or dotted segment.
 * @throws BlobError 400
 */
export function checkPathname(pathname: string | null): string {
  if (pathname === null || pathname === '') throw badRequest('pathname is required');
  const clean = posix.normalize(`/${pathname}`).slice(1);
  if (clean !== pathname || pathname.length > LONGEST || pathname.includes('\0'))
    throw badRequest('invalid pathname');
  return pathname;
}

/** `a/b.pdf` → `a/b-<30 random characters>.pdf` */
export function withRandomSuffix(pathname: string): string {
  const extension = posix.extname(pathname);
  return `${pathname.slice(0, pathname.length - extension.length)}-${randomBytes(15).toString('hex')}${extension}`;
}

const TYPES: Record<string, string> = {
  '.csv': 'text/csv',
  '.doc': 'application/msword',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.html': 'text/html',
  '.ics': 'text/calendar',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.rtf': 'application/rtf',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webp': 'image/webp',
  '.zip': 'application/zip',
};

/** The content type that a pathname's extension suggests. */
export const guessType = (pathname: string): string =>
  TYPES[posix.extname(pathname).toLowerCase()] ?? 'application/octet-stream';
