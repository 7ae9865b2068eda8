import type { Metadata } from 'next';
import { Hydrate } from '@/trpc/hydrate';
import { pageNeeds, prefetch, prefetchFound, trpc } from '@/trpc/server';
import { EditJobScreen } from './edit-job-screen';

export const metadata: Metadata = { title: 'Edit job' };

const EditJobPage = async ({ params }: { params: Promise<{ jobId: string }> }) => {
  const { jobId } = await params;
  await pageNeeds('job:write');
  await Promise.all([
    prefetchFound(trpc.jobs.forEditing.queryOptions({ jobId })),
    prefetch(trpc.catalog.jobQuestions.queryOptions()),
    prefetch(trpc.jobs.list.queryOptions({})),
  ]);
  return (
    <Hydrate>
      <EditJobScreen jobId={jobId} />
    </Hydrate>
  );
};
export default EditJobPage;
