import type { Metadata } from 'next';
import { Hydrate } from '@/trpc/hydrate';
import { prefetch, trpc } from '@/trpc/server';
import { FactsScreen } from './facts-screen';

export const metadata: Metadata = { title: 'My facts' };

const FactsPage = async () => {
  await Promise.all([
    prefetch(trpc.portal.facts.queryOptions()),
    prefetch(trpc.catalog.flexifitQuestions.queryOptions()),
    prefetch(trpc.catalog.personForm.queryOptions()),
  ]);
  return (
    <Hydrate>
      <FactsScreen />
    </Hydrate>
  );
};
export default FactsPage;
