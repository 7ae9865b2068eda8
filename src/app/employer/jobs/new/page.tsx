import type { Metadata } from 'next';
import { Hydrate } from '@/trpc/hydrate';
import { pageNeeds, prefetch, trpc } from '@/trpc/server';
import { NewJobScreen } from './new-job-screen';

export const metadata: Metadata = { title: 'New job' };

const NewJobPage = async () => {
  await pageNeeds('job:write');
  await prefetch(trpc.catalog.jobQuestions.queryOptions());
  return (
    <Hydrate>
      <NewJobScreen />
    </Hydrate>
  );
};
export default NewJobPage;
