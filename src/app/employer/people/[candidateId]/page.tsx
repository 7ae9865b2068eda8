import type { Metadata } from 'next';
import { Hydrate } from '@/trpc/hydrate';
import { prefetch, prefetchFound, trpc } from '@/trpc/server';
import { PersonScreen } from './person-screen';

export const metadata: Metadata = { title: 'Person' };

const PersonPage = async ({ params }: { params: Promise<{ candidateId: string }> }) => {
  const { candidateId } = await params;
  await Promise.all([
    prefetchFound(trpc.people.get.queryOptions({ candidateId })),
    prefetch(trpc.catalog.flexifitQuestions.queryOptions()),
    prefetch(trpc.catalog.jobQuestions.queryOptions()),
  ]);
  return (
    <Hydrate>
      <PersonScreen candidateId={candidateId} />
    </Hydrate>
  );
};
export default PersonPage;
