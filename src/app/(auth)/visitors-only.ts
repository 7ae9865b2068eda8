import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { createRequestContext, NO_EFFECTS } from '@/trpc/context';

/** Sends members who are signed in already to their work. */
export const visitorsOnly = async (): Promise<void> => {
  const { session } = await createRequestContext(await headers(), NO_EFFECTS);
  if (session !== null && session.organization !== null) redirect('/employer');
};
