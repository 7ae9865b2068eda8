import { redirect } from 'next/navigation';
import { pageContext } from '@/trpc/server';

/** Sends members who are signed in already to their work. */
export const visitorsOnly = async (): Promise<void> => {
  const { session } = await pageContext();
  if (session !== null && session.organization !== null) redirect('/employer');
};
