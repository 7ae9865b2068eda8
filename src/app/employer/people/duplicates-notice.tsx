'use client';
import { Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTRPC } from '@/trpc/client';
import { duplicatesHref } from '../routes';

const POLL_MS = 1500;

/**
 * Says that people may be here twice and leads to their pairs; nothing while there are none. Whoever is new is compared a
 * moment after they came, so it looks again until that is done. `children` words it for a count above zero.
 */
export const DuplicatesNotice = ({
  person,
  importId,
  children,
}: {
  person?: string;
  importId?: string;
  children: (count: number) => ReactNode;
}) => {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.people.duplicateCount.queryOptions(
      { candidateId: person ?? null, importId: importId ?? null },
      { refetchInterval: ({ state }) => (state.data?.pending === true ? POLL_MS : false) },
    ),
  );
  if (data === undefined || data.count === 0) return null;
  const of = { ...(person !== undefined && { person }), ...(importId !== undefined && { import: importId }) };
  return (
    <Paper p={12} mb={12} role="status">
      <Text size="sm">
        {children(data.count)}{' '}
        <Link className="fb-link" href={duplicatesHref(of)}>
          Compare them
        </Link>
      </Text>
    </Paper>
  );
};
