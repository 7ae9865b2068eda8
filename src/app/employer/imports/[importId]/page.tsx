import type { Metadata } from 'next';
import { Hydrate } from '@/trpc/hydrate';
import { prefetchFound, trpc } from '@/trpc/server';
import { ImportScreen } from './import-screen';

export const metadata: Metadata = { title: 'Import' };

const ImportPage = async ({ params }: { params: Promise<{ importId: string }> }) => {
  const { importId } = await params;
  await prefetchFound(trpc.imports.get.queryOptions({ importId }));
  return (
    <Hydrate>
      <ImportScreen importId={importId} />
    </Hydrate>
  );
};
export default ImportPage;
