'use client';
import { Button, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTRPC } from '@/trpc/client';
import { ListSkeleton } from '@/ui/page-skeleton';
import { RelaxMeter } from '@/ui/relax/relax-meter';
import { useMember } from '../../member';
import { editJobHref, loosenHref } from '../../routes';

const SHOWN = 5;

const usePublishedRelaxations = (jobId: string, enabled = true) => {
  const trpc = useTRPC();
  return useQuery(trpc.jobs.relaxations.queryOptions({ jobId, of: 'published' }, { enabled }));
};

/** Why nobody is ranked: the terms that leave nobody, each with whom it would bring; `children` where no single term does. */
export const LoosenTerms = ({ jobId, children }: { jobId: string; children: ReactNode }) => {
  const mayWrite = useMember().may('job:write');
  const { data, isPending } = usePublishedRelaxations(jobId);
  if (isPending) return <ListSkeleton rows={4} rowHeight={56} />;
  if (data == null || data.steps.length === 0) return children;
  const steps = data.steps.slice(0, SHOWN);
  const actions = new Map(
    (mayWrite ? steps : []).map(({ id, text }) => [
      id,
      <Button
        key={id}
        component={Link}
        href={loosenHref(jobId, id)}
        variant="default"
        size="compact-sm"
        aria-label={`Loosen: ${text}`}
      >
        Loosen
      </Button>,
    ]),
  );
  return (
    <div style={{ padding: '24px 16px' }}>
      <Title order={2}>Nobody fits yet, and we can say why</Title>
      <Text c="dimmed" mt={6} mb={16}>
        Your terms together leave nobody. {mayWrite && 'Loosen one and publish: the list fills at once.'}
      </Text>
      <RelaxMeter relaxations={data} steps={steps} actions={actions} />
    </div>
  );
};

/** One line above a short list: what the best single step would bring. */
export const FewListed = ({ jobId, count }: { jobId: string; count: number }) => {
  const mayWrite = useMember().may('job:write');
  const { data } = usePublishedRelaxations(jobId, mayWrite);
  const best = data?.steps[0];
  if (!mayWrite || best === undefined) return null;
  return (
    <Text size="xs" c="dimmed" px={12} py={8}>
      Only {count} ranked. {best.text} would bring {best.more ?? 'a few'} more.{' '}
      <Link href={editJobHref(jobId)}>What would bring more</Link>
    </Text>
  );
};
