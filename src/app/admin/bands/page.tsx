import type { Metadata } from 'next';
import { Hydrate } from '@/trpc/hydrate';
import { prefetch, trpc } from '@/trpc/server';
import { BandsScreen } from './bands-screen';

export const metadata: Metadata = { title: 'Bands' };

const BandsPage = async () => {
  await prefetch(trpc.bands.overview.queryOptions());
  return (
    <Hydrate>
      <BandsScreen />
    </Hydrate>
  );
};
export default BandsPage;
