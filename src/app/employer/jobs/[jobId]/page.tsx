import type { Metadata } from 'next';
import { Hydrate } from '@/trpc/hydrate';
import { prefetch, prefetchFound, trpc } from '@/trpc/server';
import { ReviewScreen } from './review-screen';

export const metadata: Metadata = { title: 'Review' };

const ReviewPage = async ({ params }: { params: Promise<{ jobId: string }> }) => {
  const { jobId } = await params;
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
