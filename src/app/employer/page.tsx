import type { Metadata } from 'next';
import { Hydrate } from '@/trpc/hydrate';
import { prefetch, trpc } from '@/trpc/server';
import { TodayScreen } from './today-screen';

export const metadata: Metadata = { title: 'Today' };

const TodayPage = async () => {
  await Promise.all([
    prefetch(trpc.pipeline.today.queryOptions()),
    prefetch(trpc.jobs.list.queryOptions({})),
  ]);
  return (
    <Hydrate>
      <TodayScreen />
    </Hydrate>
  );
};
export default TodayPage;
