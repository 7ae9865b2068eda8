import type { Metadata } from 'next';
import { Hydrate } from '@/trpc/hydrate';
import { prefetch, trpc } from '@/trpc/server';
import { LabScreen } from './lab-screen';

export const metadata: Metadata = { title: 'Weight lab' };

const LabPage = async () => {
  await Promise.all([
    prefetch(trpc.weights.overview.queryOptions()),
    prefetch(trpc.weights.labJobs.queryOptions()),
    prefetch(trpc.weights.shadow.queryOptions()),
  ]);
  return (
    <Hydrate>
      <LabScreen />
    </Hydrate>
  );
};
export default LabPage;
