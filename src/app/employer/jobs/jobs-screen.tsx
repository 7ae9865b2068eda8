'use client';
import { Button, Group, SegmentedControl, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconBriefcase2, IconPlus } from '@tabler/icons-react';
import Link from 'next/link';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useTRPC } from '@/trpc/client';
import { EmptyState } from '@/ui/empty-state';
import { ListSkeleton } from '@/ui/page-skeleton';
import { EmployerShell } from '../employer-shell';
import { useMember } from '../member';
import { QueryFailed } from '../query-state';
import { JobsTable } from './jobs-table';
import classes from './jobs.module.css';

const FILTERS = ['all', 'open', 'draft', 'paused', 'closed', 'archived'] as const;
const LABELS: Record<(typeof FILTERS)[number], string> = {
  all: 'All',
  open: 'Open',
  draft: 'Drafts',
  paused: 'Paused',
  closed: 'Closed',
  archived: 'Archived',
};

/** Every job of the organisation; the filter is part of the address. */
export const JobsScreen = () => {
  const member = useMember();
  const trpc = useTRPC();
  const [filter, setFilter] = useQueryState('state', parseAsStringLiteral(FILTERS).withDefault('all'));
  const jobs = useQuery(trpc.jobs.list.queryOptions(filter === 'all' ? {} : { states: [filter] }));
  const newJob = member.may('job:write') && (
    <Button component={Link} href="/employer/jobs/new" leftSection={<IconPlus size={16} />}>
      New job
    </Button>
  );
  return (
    <EmployerShell left={<Title order={2}>Jobs</Title>} actions={newJob}>
      {jobs.isError ? (
        <QueryFailed error={jobs.error} what="Your jobs" onRetry={() => void jobs.refetch()} />
      ) : (
        <div className={classes.page}>
          <Group mb={16} style={{ overflowX: 'auto' }} wrap="nowrap">
            <SegmentedControl
              value={filter}
              onChange={(value) => void setFilter(value)}
              data={FILTERS.map((value) => ({ value, label: LABELS[value] }))}
              aria-label="Jobs by state"
            />
          </Group>
          {jobs.data === undefined && <ListSkeleton rows={6} rowHeight={55} />}
          {jobs.data?.length === 0 &&
            (filter === 'all' ? (
              <EmptyState
                compact
                title="No jobs yet"
                icon={<IconBriefcase2 size={32} stroke={1.3} />}
                actions={newJob}
              >
                A job begins with its title; we fill in what is usual for the role and you change it.
              </EmptyState>
            ) : (
              <Text c="dimmed">No job is {LABELS[filter].toLowerCase()}.</Text>
            ))}
          {jobs.data !== undefined && jobs.data.length > 0 && <JobsTable jobs={jobs.data} />}
        </div>
      )}
    </EmployerShell>
  );
};
