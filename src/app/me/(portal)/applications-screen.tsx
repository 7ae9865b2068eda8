'use client';
import { Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconClock } from '@tabler/icons-react';
import { LinkButton } from '@/app/link-button';
import { QueryFailed } from '@/app/employer/query-state';
import { useTRPC } from '@/trpc/client';
import { EmptyState } from '@/ui/empty-state';
import { PageSkeleton } from '@/ui/page-skeleton';
import { BOARD, postingHref } from '../routes';
import classes from './portal.module.css';
import { since, STAGE_SENTENCES } from './words';

/** Where the person stands with each job, in plain words. */
export const ApplicationsScreen = () => {
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
      <Title order={1} mb={20}>
        My applications
      </Title>
      <Paper component="ul" className={classes.list}>
        {list.data.map((item) => (
          <li key={item.candidacyId} className={classes.row}>
            <div>
              <Text fw={650}>{item.jobTitle}</Text>
              <Text size="sm" c="dimmed">
                {item.organizationName}
                {item.posted && (
                  <>
                    {', '}
                    <a href={postingHref(item.jobId)} className="fb-link">
                      the job
                    </a>
                  </>
                )}
                {!item.jobOpen && ', not open any more'}
              </Text>
            </div>
            <div>
              <Text>{STAGE_SENTENCES[item.stage]}</Text>
              <Text size="sm" c="dimmed" className={classes.since}>
                <IconClock size={14} stroke={1.6} aria-hidden="true" />
                since {since(item.stageSince)}
              </Text>
            </div>
          </li>
        ))}
      </Paper>
    </>
  );
};
