import type { Metadata } from 'next';
import { pageNeeds } from '@/trpc/server';
import { AnswersScreen } from './answers-screen';

export const metadata: Metadata = { title: 'Import answers' };

const AnswersPage = async () => {
  await pageNeeds('candidate:write');
  return <AnswersScreen />;
};
export default AnswersPage;
