import type { Metadata } from 'next';
import { Hydrate } from '@/trpc/hydrate';
import { prefetch, trpc } from '@/trpc/server';
import { NewJobScreen } from './new-job-screen';

export const metadata: Metadata = { title: 'New job' };

const NewJobPage = async () => {
  await prefetch(trpc.catalog.jobQuestions.queryOptions());
  return (
    <Hydrate>
      <NewJobScreen />
    </Hydrate>
  );
};
export default NewJobPage;
