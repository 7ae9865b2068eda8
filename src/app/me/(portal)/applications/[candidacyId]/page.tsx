import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { Hydrate } from '@/trpc/hydrate';
import { prefetch, trpc } from '@/trpc/server';
import { MirrorScreen } from './mirror-screen';

export const metadata: Metadata = { title: 'What they see about you' };

const MirrorPage = async ({ params }: { params: Promise<{ candidacyId: string }> }) => {
  const candidacyId = z.uuid().safeParse((await params).candidacyId);
  if (!candidacyId.success) notFound();
  await prefetch(trpc.portal.mirror.queryOptions({ candidacyId: candidacyId.data }));
  return (
    <Hydrate>
      <MirrorScreen candidacyId={candidacyId.data} />
    </Hydrate>
  );
};
export default MirrorPage;
