import type { Metadata } from 'next';
import { pageContext } from '@/trpc/server';
import { OpenForm } from './open-form';

export const metadata: Metadata = { title: 'Open your applications', referrer: 'no-referrer' };

const OpenPage = async () => {
  const { candidateId } = await pageContext();
  return <OpenForm purpose="portal" signedIn={candidateId !== null} />;
};
export default OpenPage;
