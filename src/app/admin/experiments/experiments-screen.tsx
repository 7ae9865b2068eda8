'use client';
import { Button, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/trpc/client';
import { EmptyState } from '@/ui/empty-state';
import { PageSkeleton } from '@/ui/page-skeleton';
import { QueryFailed } from '../../employer/query-state';
import { AdminShell } from '../admin-shell';
import { ExperimentCard } from './experiment-card';
import classes from './experiments.module.css';
import { NewExperiment } from './new-experiment';

/** Two sets of weights compared on real jobs: what runs, what it says so far, and what was. */
export const ExperimentsScreen = () => {
  const overview = useQuery(useTRPC().experiments.overview.queryOptions());
  const [adding, setAdding] = useState(false);
  const { data } = overview;
  const canCompare = data !== undefined && (data.sets.length > 1 || data.draft === 'ready');
  const add = (
    <Button leftSection={<IconPlus size={16} />} disabled={!canCompare} onClick={() => setAdding(true)}>
      New experiment
    </Button>
  );
  const nothingToCompare =
    data?.draft === 'unfinished'
      ? 'There is one set of weights, and the draft is not finished: its weights must sum to 100.'
      : 'There is only one set of weights so far. Begin a draft under Weights, then compare it here before you publish it.';
  return (
    <AdminShell
      left={
        <Title order={1} className={classes.title}>
          Experiments
        </Title>
      }
      actions={add}
    >
      <div className={classes.page}>
        {data === undefined ? (
          overview.isError ? (
            <QueryFailed
              error={overview.error}
              what="The experiments"
              onRetry={() => void overview.refetch()}
            />
          ) : (
            <PageSkeleton />
          )
        ) : data.experiments.length === 0 ? (
          <EmptyState
            title="No experiment yet"
            actions={
              canCompare ? (
                add
              ) : (
                <Button component="a" href="/admin/weights">
                  Go to weights
                </Button>
              )
            }
          >
            {canCompare
              ? 'Two sets of weights are compared on real jobs. Nobody’s decision is changed by it; recruiters are told that the order may be tested.'
              : nothingToCompare}
          </EmptyState>
        ) : (
          data.experiments.map((experiment) => (
            <ExperimentCard key={experiment.id} experiment={experiment} overview={data} />
          ))
        )}
      </div>
      {adding && data !== undefined && <NewExperiment overview={data} onClose={() => setAdding(false)} />}
    </AdminShell>
  );
};
