import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Hydrate } from '@/trpc/hydrate';
import { prefetch, trpc } from '@/trpc/server';
import { ApplyFrame } from './apply-frame';
import { ApplyScreen } from './apply-screen';

export const metadata: Metadata = { title: 'Apply', robots: { index: false } };

/** A job's id stands at the end of its address, after its title. */
const ID = /(?:^|-)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

const ApplyPage = async ({ params }: { params: Promise<{ jobId: string }> }) => {
  const jobId = ID.exec((await params).jobId)?.[1];
  if (jobId === undefined) notFound();
  await Promise.all([
    prefetch(trpc.board.posting.queryOptions({ jobId })),
    prefetch(trpc.catalog.personForm.queryOptions()),
  ]);
  return (
    <Hydrate>
      <ApplyFrame>
        <ApplyScreen jobId={jobId} />
      </ApplyFrame>
    </Hydrate>
  );
};
export default ApplyPage;
