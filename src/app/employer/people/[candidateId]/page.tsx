import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Hydrate } from '@/trpc/hydrate';
import { prefetch, prefetchFound, trpc } from '@/trpc/server';
import { personHref } from '../../routes';
import { PersonScreen } from './person-screen';

export const metadata: Metadata = { title: 'Person' };

const PersonPage = async ({ params }: { params: Promise<{ candidateId: string }> }) => {
  const { candidateId } = await params;
  const [person] = await Promise.all([
    prefetchFound(trpc.people.get.queryOptions({ candidateId })),
    prefetch(trpc.catalog.flexifitQuestions.queryOptions()),
    prefetch(trpc.catalog.jobQuestions.queryOptions()),
  ]);
  // Somebody who was merged: the old link leads to the person they are now.
  if (person !== undefined && person.id !== candidateId) redirect(personHref(person.id));
  return (
    <Hydrate>
      <PersonScreen candidateId={candidateId} />
    </Hydrate>
  );
};
export default PersonPage;
