import type { Metadata } from 'next';
import { pageContext } from '@/trpc/server';
import { OpenForm } from '../open-form';

export const metadata: Metadata = { title: 'Confirm your application', referrer: 'no-referrer' };

const OpenApplicationPage = async () => {
  const { candidateId } = await pageContext();
  return <OpenForm purpose="application" signedIn={candidateId !== null} />;
};
export default OpenApplicationPage;
