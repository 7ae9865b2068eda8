import { TRPCError } from '@trpc/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { BoardJob } from '@/domain/jobs/schema/posting';
import { createCaller } from '@/trpc/root';
import { pageContext } from '@/trpc/server';
import { jobIdOf } from './job-id';

/** The open job of an address, once a request; any other answers as not found. */
export const loadJob = cache(async (segment: string): Promise<BoardJob> => {
  const jobId = jobIdOf(segment);
  if (jobId === null) notFound();
  try {
    return await createCaller(await pageContext()).board.posting({ jobId });
  } catch (error) {
    if (error instanceof TRPCError && error.code === 'NOT_FOUND') notFound();
    throw error;
  }
});
