'use client';
import { Badge, Button, Paper, Progress, Table, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BatchView, RunsOverview } from '@/domain/matching/schema/batches';
import { errorData, useTRPC } from '@/trpc/client';
import { PageSkeleton } from '@/ui/page-skeleton';
import { QueryFailed } from '../../employer/query-state';
import { When } from '../admin';
import { AdminShell } from '../admin-shell';
import classes from './runs.module.css';

const WHOLE = new Intl.NumberFormat('en-GB');
const POLL_MS = 3_000;
const STATE_COLORS: Partial<Record<BatchView['state'], string>> = {
  queued: 'gray',
  running: 'honey',
  superseded: 'gray',
  failed: 'red',
};
const STATE_WORDS: Record<BatchView['state'], string> = {
  queued: 'Waiting',
  running: 'Under way',
  succeeded: 'Done',
  failed: 'Failed',
  superseded: 'Overtaken',
};

const isActive = ({ state }: { state: BatchView['state'] }): boolean =>
  state === 'queued' || state === 'running';
const USD = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumSignificantDigits: 2,
});
const dollars = (microUsd: number): string => USD.format(microUsd / 1_000_000);
/** Local days have no time zone of their own. */
const NIGHT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const HEADS = ['Night', 'State', 'Jobs', 'Parts', 'Pairs', 'Rows', 'Time', 'Messages', 'Cost', ''];
const took = (seconds: number): string =>
  seconds < 100 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds / 60)} min`;

/** Nights and what admins asked for, how far they are and what they took; and runs of single jobs that are not done. */
export const RunsScreen = () => {
  const overview = useQuery(
    useTRPC().runs.overview.queryOptions(undefined, {
      refetchInterval: ({ state }) =>
        state.data?.batches.some(isActive) || state.data?.runs.some(isActive) ? POLL_MS : false,
    }),
  );
  return (
    <AdminShell
      left={
        <Title order={1} className={classes.title}>
          Runs
        </Title>
      }
    >
      {overview.data !== undefined ? (
        <Runs overview={overview.data} />
      ) : overview.isError ? (
        <QueryFailed error={overview.error} what="The runs" onRetry={() => void overview.refetch()} />
      ) : (
        <PageSkeleton />
      )}
    </AdminShell>
  );
};

const State = ({ state, error }: { state: BatchView['state']; error: string | null }) => (
  <>
    <Badge color={STATE_COLORS[state]}>{STATE_WORDS[state]}</Badge>
    {error !== null && (
      <Text size="xs" c="dimmed">
        It {error}.
      </Text>
    )}
  </>
);

const Runs = ({ overview: { batches, runs } }: { overview: RunsOverview }) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const again = {
    onSuccess: () => notifications.show({ message: 'Asked for. It stands here once it has begun.' }),
    onError: (error: unknown) => notifications.show({ color: 'red', message: errorData(error).message }),
    onSettled: () => queryClient.invalidateQueries(trpc.runs.pathFilter()),
  };
  const rerunBatch = useMutation(trpc.runs.rerunBatch.mutationOptions(again));
  const rerunJob = useMutation(trpc.runs.rerunJob.mutationOptions(again));
  return (
    <div className={classes.page}>
      <Paper p={20} component="section" aria-label="Nights">
        <Title order={2} className={classes.title}>
          Nights
        </Title>
        {batches.length === 0 ? (
          <Text c="dimmed">
            No night has begun yet. Each time zone with open jobs gets one after two o’clock there.
          </Text>
        ) : (
          <Table.ScrollContainer minWidth={860} className={classes.nights}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  {HEADS.map((head) => (
                    <Table.Th key={head}>{head}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {batches.map((batch) => (
                  <Table.Tr key={batch.id}>
                    <Table.Td>
                      {NIGHT.format(new Date(batch.day))}
                      <Text size="xs" c="dimmed">
                        {batch.timeZone}
                        {batch.trigger === 'nightly' ? '' : ', asked for'}
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      <State state={batch.state} error={batch.error} />
                    </Table.Td>
                    <Table.Td>{WHOLE.format(batch.jobs)}</Table.Td>
                    <Table.Td>
                      {batch.partsDone} of {batch.parts}
                      {isActive(batch) && (
                        <Progress
                          value={batch.parts === 0 ? 0 : (100 * batch.partsDone) / batch.parts}
                          aria-label="Parts done"
                        />
                      )}
                    </Table.Td>
                    <Table.Td>{WHOLE.format(batch.pairs)}</Table.Td>
                    <Table.Td>{WHOLE.format(batch.rows)}</Table.Td>
                    <Table.Td suppressHydrationWarning>{took(batch.seconds)}</Table.Td>
                    <Table.Td>{WHOLE.format(batch.messages)}</Table.Td>
                    <Table.Td>{dollars(batch.costMicroUsd)}</Table.Td>
                    <Table.Td>
                      {!isActive(batch) && (
                        <Button
                          size="compact-sm"
                          variant="default"
                          loading={rerunBatch.isPending && rerunBatch.variables.batchId === batch.id}
                          aria-label={`Rank the jobs of ${batch.timeZone} again`}
                          onClick={() => rerunBatch.mutate({ batchId: batch.id })}
                        >
                          Run again
                        </Button>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
        <Text size="xs" c="dimmed" mt={8}>
          Cost is messages at QStash’s list price of $1 for 100,000. Functions and database are not in it.
        </Text>
      </Paper>
      <Paper p={20} component="section" aria-label="Single jobs">
        <Title order={2} className={classes.title}>
          Single jobs under way or failed
        </Title>
        {runs.length === 0 && (
          <Text c="dimmed">None. A job that is published or changed stands here until it is ranked.</Text>
        )}
        <ul className={classes.runs}>
          {runs.map((run) => (
            <li key={run.id} className={classes.run}>
              <div>
                <Text>
                  {run.title}, {run.organizationName}
                </Text>
                <Text size="xs" c="dimmed">
                  <When at={run.createdAt} time />, {run.chunksDone} of {run.chunks} parts,{' '}
                  {WHOLE.format(run.scored)} people
                </Text>
              </div>
              <State state={run.state} error={run.error} />
              {run.state === 'failed' && (
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={rerunJob.isPending && rerunJob.variables.runId === run.id}
                  onClick={() => rerunJob.mutate({ runId: run.id })}
                >
                  Run again
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Paper>
    </div>
  );
};
