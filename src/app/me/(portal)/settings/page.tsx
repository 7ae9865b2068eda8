import type { Metadata } from 'next';
import { Hydrate } from '@/trpc/hydrate';
import { prefetch, trpc } from '@/trpc/server';
import { DataScreen } from './data-screen';

export const metadata: Metadata = { title: 'Mails and my data' };

const DataPage = async () => {
  await prefetch(trpc.portal.data.queryOptions());
  return (
    <Hydrate>
      <DataScreen />
    </Hydrate>
  );
};
export default DataPage;
