'use client';
import { Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconClock } from '@tabler/icons-react';
import Link from 'next/link';
import { LinkButton } from '@/app/link-button';
import { QueryFailed } from '@/app/employer/query-state';
import { useTRPC } from '@/trpc/client';
import { EmptyState } from '@/ui/empty-state';
import { PageSkeleton } from '@/ui/page-skeleton';
import { applicationHref, BOARD } from '../routes';
import classes from './portal.module.css';
import { useDay } from './use-day';
import { STAGE_SENTENCES, stageDay } from './words';

/** Where the person stands with each job, in plain words. */
export const ApplicationsScreen = () => {
  const day = useDay();
  const list = useQuery(useTRPC().portal.applications.queryOptions());
  if (list.isPending) return <PageSkeleton />;
  if (list.isError) {
    return (
      <QueryFailed error={list.error} what="The list of applications" onRetry={() => void list.refetch()} />
    );
  }
  if (list.data.length === 0) {
    return (
      <EmptyState title="No applications yet" actions={<LinkButton href={BOARD}>See open jobs</LinkButton>}>
        Once you apply for a job, or an employer puts you on a shortlist, it is listed here with what the
        ranking says about you.
      </EmptyState>
    );
  }
  return (
    <>
      <Title order={1}>My applications</Title>
      <Text c="dimmed" mt={4} mb={20}>
        Employers rank applications to decide whom to look at first. A person decides; you see what they see.
      </Text>
      <Paper component="ul" className={classes.list}>
        {list.data.map((item) => (
          <li key={item.candidacyId}>
            <Link href={applicationHref(item.candidacyId)} className={classes.row}>
              <span>
                <Text fw={650} component="span" display="block">
                  {item.jobTitle}
                </Text>
                <Text size="sm" c="dimmed" component="span">
                  {item.organizationName}
                  {!item.jobOpen && ', not open any more'}
                </Text>
              </span>
              <span>
                <Text component="span" display="block">
                  {STAGE_SENTENCES[item.stage]}
                </Text>
                <Text size="sm" c="dimmed" component="span" className={classes.since}>
                  <IconClock size={14} stroke={1.6} aria-hidden="true" />
                  {stageDay(item.stage, day(item.stageSince))}
                </Text>
              </span>
              <Text component="span" className="fb-link">
                {item.stage === 'rejected' ? 'See why, or contest it' : 'What they see'}
              </Text>
            </Link>
          </li>
        ))}
      </Paper>
    </>
  );
};
