'use client';
import { Button, Group, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import type { WeightSet } from '@/domain/scoring/schema';
import type { LabComparison } from '@/domain/scoring/lab-rank';
import { differences, sumOfWeights, WEIGHTS_SUM } from '@/domain/scoring/weights';
import { useTRPC } from '@/trpc/client';
import { Differences } from '../differences';
import { ExperimentNote } from '../experiment-note';
import { PutInUseDialog } from '../put-in-use-dialog';
import { usePutInUse } from '../use-put-in-use';
import { DryRunBlock } from './dry-run-block';
import classes from './lab.module.css';
import { ShadowBlock, type ShadowBlockProps } from './shadow-block';
import { publishWords, strongWords } from './words';

export interface EffectsProps extends ShadowBlockProps {
  /** What the weights beside are called once published. */
  name: string;
  factors: WeightSet['factors'];
  comparison: LabComparison | null;
  /** The sliders differ from the draft that is kept. */
  unsaved: boolean;
}

/** What the draft changes, and the way to publish it. */
export const Effects = ({ overview, name, factors, comparison, unsaved, shadow }: EffectsProps) => {
  const { inUse, draft, labels } = overview;
  const [asking, setAsking] = useState(false);
  const { publish } = usePutInUse();
  const changed = differences(inUse.factors, factors).length > 0;
  // A run of all past jobs is not for every step of a slider.
  const [settled] = useDebouncedValue(factors, 700);
  const run = useQuery(
    useTRPC().weights.dryRun.queryOptions(
      { factors: settled },
      { enabled: changed, placeholderData: keepPreviousData, staleTime: 60_000 },
    ),
  );
  const names = { inUse: inUse.name, draft: name };
  const effect = changed ? run.data?.ifPublished : undefined;
  const ready = changed && !unsaved && draft !== null && draft.issues.length === 0;
  return (
    <aside className={classes.pane} aria-label="Effects">
      <div className={classes.scroll}>
        <DryRunBlock run={run.data} failed={run.isError} same={!changed} names={names} />
        <section className={classes.block}>
          <Title order={4} mb={8}>
            Diff, {inUse.name} → {name}
          </Title>
          <Differences before={inUse.factors} after={factors} labels={labels} />
        </section>
        <ShadowBlock overview={overview} shadow={shadow} />
        <section className={classes.block}>
          <Title order={4} mb={8}>
            If you publish {name}
          </Title>
          {effect !== undefined && (
            <Text mb={8}>
              {publishWords(effect)}
              {comparison !== null && ` In the job beside ${strongWords(comparison)}.`}
            </Text>
          )}
          <Text c="dimmed" size="sm" mb={12}>
            {changed && sumOfWeights(factors) !== WEIGHTS_SUM
              ? 'The weights must sum to 100 first. '
              : changed && unsaved && 'Save it first. '}
            Nobody is rejected by a change of weights.
          </Text>
          <Group gap={8}>
            <Button disabled={!ready} onClick={() => setAsking(true)}>
              Publish {name}
            </Button>
            {ready && (
              <Button component={Link} href="/admin/experiments" variant="default">
                Start an experiment
              </Button>
            )}
          </Group>
        </section>
      </div>
      {asking && draft !== null && (
        <PutInUseDialog
          title={`Publish ${name}?`}
          button={`Publish ${name}`}
          step={publish}
          onClose={() => setAsking(false)}
          onConfirm={(reason) => publish.mutate({ revision: draft.revision, expected: inUse.number, reason })}
        >
          <Text mb={8}>
            Every open job that goes by the weights in use is ranked anew, promoted ones first. You can roll
            back at any time.
          </Text>
          <ExperimentNote experiment={overview.experiment} name={name} />
          <Differences before={inUse.factors} after={factors} labels={labels} />
        </PutInUseDialog>
      )}
    </aside>
  );
};
