import type { Metadata } from 'next';
import { Hydrate } from '@/trpc/hydrate';
import { pageNeeds, prefetch, trpc } from '@/trpc/server';
import { NewImportScreen } from './new-import-screen';

export const metadata: Metadata = { title: 'Import résumés' };

const NewImportPage = async () => {
  await pageNeeds('candidate:write');
  await prefetch(trpc.jobs.list.queryOptions({ states: ['open'] }));
  return (
    <Hydrate>
      <NewImportScreen />
    </Hydrate>
  );
};
export default NewImportPage;
