'use client';
import { Alert, Badge, Button, Paper, Progress, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExperimentsOverview, ExperimentView } from '@/domain/matching/schema/experiments';
import { errorData, useTRPC } from '@/trpc/client';
import { counted } from '@/ui/score-words';
import { When } from '../admin';
import { EndDialog, type End } from './end-dialog';
import classes from './experiments.module.css';
import { Measures } from './measures';
import {
  acceptanceWords,
  impactWords,
  METRIC_WORDS,
  overtakenWords,
  resultWords,
  signedPoints,
  STATE_WORDS,
  UNIT_WORDS,
} from './words';

/** One experiment: what it compares, how far it is, what it says, and what may be done about it. */
export const ExperimentCard = ({
  experiment,
  overview,
}: {
  experiment: ExperimentView;
  overview: ExperimentsOverview;
}) => {
  const { state, jobs, finding, guardrails, control, treatment, unit, metric } = experiment;
  const [end, setEnd] = useState<End | null>(null);
  const begun = state !== 'draft';
  const inUse = overview.sets.find((set) => set.inUse);
  const overtaken = inUse === undefined ? null : overtakenWords(experiment, inUse);
  return (
    <Paper
      p={20}
      component="section"
      id={experiment.id}
      aria-label={experiment.name}
      className={classes.card}
    >
      <div className={classes.head}>
        <div className="fb-grow">
          <Title order={2} size="h3">
            {experiment.name}{' '}
            <Badge color={state === 'running' ? 'honey' : 'gray'}>{STATE_WORDS[state]}</Badge>
          </Title>
          <Text size="sm" c="dimmed" mt={4}>
            {control.name} against {treatment.name}. {UNIT_WORDS[unit].label}, decided by:{' '}
            {METRIC_WORDS[metric].about}. A list counts for {counted(experiment.windowDays, 'day')}.{' '}
            {experiment.startedAt !== null && (
              <>
                Since <When at={experiment.startedAt} />
                {experiment.endedAt !== null && (
                  <>
                    , stopped <When at={experiment.endedAt} />
                  </>
                )}
                .
              </>
            )}
          </Text>
        </div>
        <Actions experiment={experiment} onEnd={setEnd} />
      </div>
      {overtaken !== null && (
        <Alert color="honey" mt={16}>
          {overtaken}
        </Alert>
      )}
      <Text className={classes.result} fw={650} mt={16}>
        {resultWords(experiment)}
      </Text>
      {begun && (
        <>
          <Progress
            mt={8}
            value={Math.min(100, (100 * jobs.counted) / jobs.planned)}
            aria-label={`${jobs.counted} of ${jobs.planned} jobs`}
          />
          <Text size="xs" c="dimmed" mt={4}>
            {jobs.counted} of {jobs.planned} jobs counted · {jobs.waiting} shown, their days not over ·{' '}
            {jobs.uncounted} without anything to count{unit === 'job' && ' or without a partner yet'}
          </Text>
          {finding.interval !== null && (
            <Text size="sm" mt={8}>
              The difference lies between {signedPoints(finding.interval.low)} and{' '}
              {signedPoints(finding.interval.high)} of 100 (95 %, at every look).
            </Text>
          )}
          <Measures experiment={experiment} />
          <dl className={classes.guards}>
            <dt>Acceptance</dt>
            <dd data-bad={guardrails.acceptance.verdict === 'falls' || undefined}>
              {acceptanceWords(guardrails.acceptance)}
            </dd>
            <dt>Impact ratio</dt>
            <dd data-bad={guardrails.impactRatio.verdict === 'flagged' || undefined}>
              {impactWords(guardrails.impactRatio)}
            </dd>
          </dl>
        </>
      )}
      {experiment.reasons.map((reason) => (
        <Text key={reason} size="sm" c="dimmed" mt={8}>
          “{reason}”
        </Text>
      ))}
      {end !== null && (
        <EndDialog end={end} experiment={experiment} overview={overview} onClose={() => setEnd(null)} />
      )}
    </Paper>
  );
};

const Actions = ({ experiment, onEnd }: { experiment: ExperimentView; onEnd: (end: End) => void }) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const settled = { onSettled: () => queryClient.invalidateQueries(trpc.experiments.pathFilter()) };
  const start = useMutation(trpc.experiments.start.mutationOptions(settled));
  const discard = useMutation(trpc.experiments.discard.mutationOptions(settled));
  const failure = start.error ?? discard.error;
  const experimentId = experiment.id;
  return (
    <div className={classes.actions}>
      {experiment.state === 'draft' && (
        <>
          <Button loading={start.isPending} onClick={() => start.mutate({ experimentId })}>
            Start
          </Button>
          <Button
            variant="default"
            loading={discard.isPending}
            onClick={() => discard.mutate({ experimentId })}
          >
            Discard
          </Button>
        </>
      )}
      {experiment.state === 'running' && (
        <Button variant="default" onClick={() => onEnd('stop')}>
          Stop
        </Button>
      )}
      {experiment.state === 'stopped' && (
        <>
          <Button onClick={() => onEnd('promote')}>Promote {experiment.treatment.name}</Button>
          <Button variant="default" onClick={() => onEnd('rollBack')}>
            Roll back
          </Button>
        </>
      )}
      {failure !== null && (
        <Alert color="red" role="alert" className={classes.failure}>
          {errorData(failure).message}
        </Alert>
      )}
    </div>
  );
};
