import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { Hydrate } from '@/trpc/hydrate';
import { pageContext, prefetch, trpc } from '@/trpc/server';
import { CandidateShell } from './candidate-shell';

export const metadata: Metadata = { robots: { index: false } };

/** A candidate's own pages. The check here is for comfort; procedures and row security decide. */
const PortalLayout = async ({ children }: { children: ReactNode }) => {
  const { candidateId } = await pageContext();
  if (candidateId === null) redirect('/me/sign-in');
  await prefetch(trpc.portal.me.queryOptions());
  return (
    <Hydrate>
      <CandidateShell>{children}</CandidateShell>
    </Hydrate>
  );
};
export default PortalLayout;
