import type { Metadata } from 'next';
import { Hydrate } from '@/trpc/hydrate';
import { prefetch, trpc } from '@/trpc/server';
import { ApplicationsScreen } from './applications-screen';

export const metadata: Metadata = { title: 'My applications' };

const ApplicationsPage = async () => {
  await prefetch(trpc.portal.applications.queryOptions());
  return (
    <Hydrate>
      <ApplicationsScreen />
    </Hydrate>
  );
};
export default ApplicationsPage;
