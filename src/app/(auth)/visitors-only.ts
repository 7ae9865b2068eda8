import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { createRequestContext, NO_EFFECTS } from '@/trpc/context';

/** Sends members and admins who are signed in already to their work: the page they asked for, or the start. */
export const visitorsOnly = async (next = '/employer'): Promise<void> => {
  const { session } = await createRequestContext(await headers(), NO_EFFECTS);
  if (session !== null && (session.organization !== null || session.platformAdmin)) redirect(next as Route);
};
