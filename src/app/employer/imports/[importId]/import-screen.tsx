'use client';
import { Button, Group, Loader, Paper, Progress, SegmentedControl, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconCheck, IconClock, IconCopy, IconDownload } from '@tabler/icons-react';
import Link from 'next/link';
import { useState } from 'react';
import type { ImportItemState } from '@/domain/resumes/schema';
import { useTRPC } from '@/trpc/client';
import { EmptyState } from '@/ui/empty-state';
import { ListSkeleton } from '@/ui/page-skeleton';
import { EmployerShell } from '../../employer-shell';
import { useMember } from '../../member';
import { DuplicatesNotice } from '../../people/duplicates-notice';
import { QueryFailed } from '../../query-state';
import { dateTime, plural } from '../../words';
import classes from '../imports.module.css';
import { jobHref, personHref } from '../../routes';
import { MissingFiles } from './missing-files';

const POLL_MS = 1000;

/** Where an item stood: its file, or the line of the table. */
const place = ({ fileName, line }: { fileName: string; line: number | null }): string =>
  line === null ? fileName : `Line ${line} of ${fileName}`;

const LOOK: Record<ImportItemState, { label: string; icon: React.ReactNode }> = {
  waiting: {
    label: 'Waiting for the file',
    icon: <IconClock size={18} color="var(--mantine-color-dimmed)" />,
  },
  received: { label: 'Being read', icon: <Loader size={16} /> },
  parsed: { label: 'Read', icon: <IconCheck size={18} color="var(--fb-action)" /> },
  duplicate: {
    label: 'Known person, brought up to date',
    icon: <IconCopy size={18} color="var(--fb-action)" />,
  },
  failed: { label: 'Not read', icon: <IconAlertTriangle size={18} color="var(--fb-brick)" /> },
};

/** How far an import is, file by file; it goes on when the page is left. */
export const ImportScreen = ({ importId }: { importId: string }) => {
  const member = useMember();
  const trpc = useTRPC();
  const [shown, setShown] = useState<'all' | 'failed'>('all');
  const query = useQuery(
    trpc.imports.get.queryOptions(
      { importId },
      { refetchInterval: ({ state }) => (state.data?.state === 'finished' ? false : POLL_MS) },
    ),
  );
  const view = query.data;
  if (query.isError && view === undefined) {
    return (
      <EmployerShell left={<Title order={2}>Import</Title>}>
        <QueryFailed error={query.error} what="This import" onRetry={() => void query.refetch()} />
      </EmployerShell>
    );
  }
  if (view === undefined) {
    return (
      <EmployerShell left={<Title order={2}>Import</Title>}>
        <ListSkeleton rows={8} rowHeight={44} />
      </EmployerShell>
    );
  }
  const { counts } = view;
  const ended = counts.parsed + counts.duplicate + counts.failed;
  const finished = view.state === 'finished';
  const stalled = !finished && counts.waiting > 0 && counts.received === 0;
  const items = shown === 'all' ? view.items : view.items.filter((item) => item.state === 'failed');
  return (
    <EmployerShell left={<Title order={2}>Import, {dateTime(view.createdAt, member.timeZone)}</Title>}>
      <div className={classes.page}>
        <Title order={1} aria-live="polite">
          {finished
            ? view.kind === 'resumes'
              ? `${plural(counts.parsed + counts.duplicate, 'résumé', 'résumés')} read`
              : `${plural(counts.parsed + counts.duplicate, 'person', 'people')} imported`
            : `Reading ${ended} of ${view.total}`}
        </Title>
        <Text c="dimmed" mt={4} mb={16}>
          {finished
            ? 'Every open job is ranked again with these people.'
            : stalled
              ? 'Whatever has arrived is read.'
              : 'You can leave this page. We tell you when it is finished.'}
        </Text>
        <Progress value={(100 * ended) / Math.max(1, view.total)} aria-label="Files read" />
        <div className={classes.summary}>
          <span>
            <b>{counts.parsed}</b> new
          </span>
          <span>
            <b>{counts.duplicate}</b> known
          </span>
          <span>
            <b>{counts.failed}</b> not read
          </span>
          <span>
            <b>{counts.waiting + counts.received}</b> to come
          </span>
        </div>
        {finished && (
          <DuplicatesNotice importId={importId}>
            {(count) =>
              count === 1
                ? 'One of these may be the same person as another of your people.'
                : `${count} pairs of these and the people you have may be one person each.`
            }
          </DuplicatesNotice>
        )}
        {!finished && counts.waiting > 0 && (
          <MissingFiles importId={importId} count={counts.waiting} arriving={counts.received > 0} />
        )}
        <Group mb={16}>
          <SegmentedControl
            value={shown}
            onChange={(value) => setShown(value === 'failed' ? 'failed' : 'all')}
            data={[
              { value: 'all', label: `All ${view.total}` },
              { value: 'failed', label: `Not read ${counts.failed}` },
            ]}
            aria-label="Files shown"
          />
          {counts.failed > 0 && (
            <Button
              component="a"
              href={`/api/imports/${importId}/report`}
              variant="default"
              leftSection={<IconDownload size={16} />}
              download
            >
              {view.kind === 'resumes' ? 'What was not read, as CSV' : 'Rows to correct, as CSV'}
            </Button>
          )}
          {finished && (
            <Button component={Link} href={view.jobId === null ? '/employer/jobs' : jobHref(view.jobId)}>
              {view.jobId === null ? 'See your jobs' : 'See the ranking'}
            </Button>
          )}
        </Group>
        {items.length === 0 ? (
          <EmptyState compact title="Every file was read">
            Nothing to correct here.
          </EmptyState>
        ) : (
          <Paper component="ul" className={classes.files}>
            {items.map((item) => (
              <li key={item.id}>
                {LOOK[item.state].icon}
                <div className={`fb-grow ${classes.name}`}>
                  {item.candidateId === null ? (
                    <Text truncate>{place(item)}</Text>
                  ) : (
                    <Text truncate>
                      <Link className="fb-link" href={personHref(item.candidateId)}>
                        {item.candidateName ?? 'No name found'}
                      </Link>{' '}
                      <Text span c="dimmed" size="sm">
                        {place(item)}
                      </Text>
                    </Text>
                  )}
                  <Text size="xs" c={item.state === 'failed' ? 'red' : 'dimmed'}>
                    {item.problem?.words ?? LOOK[item.state].label}
                  </Text>
                </div>
              </li>
            ))}
          </Paper>
        )}
      </div>
    </EmployerShell>
  );
};
