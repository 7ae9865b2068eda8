import { z } from 'zod';

/** The id at the end of a job's address, or null; the words before it are for people. */
export const jobIdOf = (segment: string): string | null =>
  z.uuid().safeParse(segment.slice(-36)).data ?? null;

/** The words of a job's address, without its id. */
export const slugWords = (pathname: string): string =>
  (pathname.split('/').at(-1) ?? '').slice(0, -36).replaceAll('-', ' ').trim().slice(0, 120);
