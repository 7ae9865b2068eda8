import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { Hydrate } from '@/trpc/hydrate';
import { getQueryClient, prefetch, prefetchFound, trpc } from '@/trpc/server';
import { ReviewScreen } from './review-screen';

export const metadata: Metadata = { title: 'Review' };

/** Old links may name somebody who was merged: they lead to the person they are now. */
const leadToStanding = async (jobId: string, search: Record<string, string | string[] | undefined>) => {
  const candidateId = z.uuid().safeParse(search['person']).data;
  if (candidateId === undefined) return;
  const standing = await getQueryClient()
    .fetchQuery(trpc.people.standing.queryOptions({ candidateId }))
    .catch(() => null);
  if (standing === null || standing.candidateId === candidateId) return;
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...search, person: standing.candidateId })) {
    for (const one of [value ?? []].flat()) query.append(key, one);
  }
  redirect(`/employer/jobs/${jobId}?${query.toString()}` as Route);
};

const ReviewPage = async ({
  params,
  searchParams,
}: {
  params: Promise<{ jobId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) => {
  const { jobId } = await params;
  await leadToStanding(jobId, await searchParams);
  await Promise.all([
    prefetchFound(trpc.pipeline.pulse.queryOptions({ jobId })),
    prefetch(trpc.jobs.list.queryOptions({})),
  ]);
  return (
    <Hydrate>
      <ReviewScreen jobId={jobId} />
    </Hydrate>
  );
};
export default ReviewPage;
