import type { Metadata } from 'next';
import { Hydrate } from '@/trpc/hydrate';
import { prefetch, trpc } from '@/trpc/server';
import { ExperimentsScreen } from './experiments-screen';

export const metadata: Metadata = { title: 'Experiments' };

const ExperimentsPage = async () => {
  await prefetch(trpc.experiments.overview.queryOptions());
  return (
    <Hydrate>
      <ExperimentsScreen />
    </Hydrate>
  );
};
export default ExperimentsPage;
