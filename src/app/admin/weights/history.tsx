'use client';
import { Badge, Button, Paper, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { PublicationView, WeightsOverview } from '@/domain/matching/schema/weights';
import { counted } from '@/ui/score-words';
import { When } from '../admin';
import { Differences } from './differences';
import { ExperimentNote } from './experiment-note';
import { PutInUseDialog } from './put-in-use-dialog';
import { usePutInUse } from './use-put-in-use';
import classes from './weights.module.css';

const RollBack = ({
  to,
  overview,
  onClose,
}: {
  to: PublicationView;
  overview: WeightsOverview;
  onClose: () => void;
}) => {
  const { rollBack } = usePutInUse();
  return (
    <PutInUseDialog
      title={`Put ${to.name} in use again?`}
      button={`Roll back to ${to.name}`}
      step={rollBack}
      onClose={onClose}
      onConfirm={(reason) =>
        rollBack.mutate(
          { number: to.number, expected: overview.inUse.number, reason },
          { onSuccess: onClose },
        )
      }
    >
      <Text mb={8}>
        From {overview.inUse.name} to {to.name}. Open jobs that this changes are ranked anew, promoted ones
        first.
      </Text>
      <ExperimentNote experiment={overview.experiment} name={to.name} />
      <Differences before={overview.inUse.factors} after={to.factors} labels={overview.labels} />
    </PutInUseDialog>
  );
};

/** Every set that was put in use: when, by whom and why; an earlier one can be put in use again. */
export const History = ({ overview }: { overview: WeightsOverview }) => {
  const [chosen, setChosen] = useState<PublicationView | null>(null);
  const [inUse] = overview.publications;
  return (
    <Paper p={20} component="section" aria-label="History">
      <Title order={3} mb={8}>
        History
      </Title>
      {overview.publications.length === 0 && (
        <Text c="dimmed">
          Nothing was published yet: people are ranked by the file of this release. Deploying it puts it here.
        </Text>
      )}
      <ol className={classes.history}>
        {overview.publications.map((publication, index) => {
          const before = overview.publications[index + 1];
          return (
            <li key={publication.number}>
              <div className={classes.entry}>
                <Text component="div" fw={650}>
                  {publication.name} {index === 0 && <Badge>In use</Badge>}
                </Text>
                <Text size="sm">{publication.reason}</Text>
                <Text size="xs" c="dimmed">
                  <When at={publication.publishedAt} time />, {publication.publishedBy ?? 'a release'}.{' '}
                  {publication.jobs === 0
                    ? 'No open job had to be ranked anew.'
                    : `${counted(publication.jobs, 'open job')} ranked anew.`}
                </Text>
                {before !== undefined && (
                  <details className={classes.details}>
                    <summary>What changed from {before.name}</summary>
                    <Differences
                      before={before.factors}
                      after={publication.factors}
                      labels={overview.labels}
                    />
                  </details>
                )}
              </div>
              {publication.hash !== inUse?.hash && (
                <Button variant="default" onClick={() => setChosen(publication)}>
                  Roll back to {publication.name}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      {chosen !== null && <RollBack to={chosen} overview={overview} onClose={() => setChosen(null)} />}
    </Paper>
  );
};
