import type { Metadata } from 'next';
import { Hydrate } from '@/trpc/hydrate';
import { prefetch, trpc } from '@/trpc/server';
import { JobsScreen } from './jobs-screen';

export const metadata: Metadata = { title: 'Jobs' };

const JobsPage = async () => {
  await prefetch(trpc.jobs.list.queryOptions({}));
  return (
    <Hydrate>
      <JobsScreen />
    </Hydrate>
  );
};
export default JobsPage;
