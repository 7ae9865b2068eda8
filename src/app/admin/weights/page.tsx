import type { Metadata } from 'next';
import { Hydrate } from '@/trpc/hydrate';
import { prefetch, trpc } from '@/trpc/server';
import { WeightsScreen } from './weights-screen';

export const metadata: Metadata = { title: 'Weights' };

const WeightsPage = async () => {
  await prefetch(trpc.weights.overview.queryOptions());
  return (
    <Hydrate>
      <WeightsScreen />
    </Hydrate>
  );
};
export default WeightsPage;
