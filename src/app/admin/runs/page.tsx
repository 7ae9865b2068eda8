import type { Metadata } from 'next';
import { Hydrate } from '@/trpc/hydrate';
import { prefetch, trpc } from '@/trpc/server';
import { RunsScreen } from './runs-screen';

export const metadata: Metadata = { title: 'Runs' };

const RunsPage = async () => {
  await prefetch(trpc.runs.overview.queryOptions());
  return (
    <Hydrate>
      <RunsScreen />
    </Hydrate>
  );
};
export default RunsPage;
