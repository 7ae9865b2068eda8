'use client';
import { Alert, Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { WeightsOverview } from '@/domain/matching/schema/weights';
import type { WeightSet } from '@/domain/scoring/schema';
import type { LabComparison } from '@/domain/scoring/lab-rank';
import { differences } from '@/domain/scoring/weights';
import { Differences } from '../differences';
import { PutInUseDialog } from '../put-in-use-dialog';
import { usePutInUse } from '../use-put-in-use';
import classes from './lab.module.css';

export interface EffectsProps {
  overview: WeightsOverview;
  factors: WeightSet['factors'];
  comparison: LabComparison | null;
  /** The sliders differ from the draft that is kept. */
  unsaved: boolean;
  /** Why saving failed. */
  failure: string | null;
}

/** What the draft changes, and the way to publish it. */
export const Effects = ({ overview, factors, comparison, unsaved, failure }: EffectsProps) => {
  const { inUse, draft, nextName, labels } = overview;
  const [asking, setAsking] = useState(false);
  const { publish } = usePutInUse();
  const changed = differences(inUse.factors, factors).length > 0;
  const ready = changed && !unsaved && draft !== null && draft.issues.length === 0;
  return (
    <aside className={classes.pane} aria-label="Effects">
      <div className={classes.scroll}>
        {failure !== null && (
          <Alert color="red" m={12} role="alert" title="Not saved">
            {failure}
          </Alert>
        )}
        <section className={classes.block}>
          <Title order={4} mb={8}>
            Diff, {inUse.name} → {nextName}
          </Title>
          <Differences before={inUse.factors} after={factors} labels={labels} />
        </section>
        <section className={classes.block}>
          <Title order={4} mb={8}>
            If you publish {nextName}
          </Title>
          {comparison !== null && changed && (
            <Text mb={8}>
              For this job {comparison.intoStrong} cross into Strong, {comparison.outOfStrong} leave it.
            </Text>
          )}
          <Text c="dimmed" size="sm" mb={12}>
            {changed && unsaved && 'Save it first. '}
            Nobody is rejected by a change of weights.
          </Text>
          <Button disabled={!ready} onClick={() => setAsking(true)}>
            Publish {nextName}
          </Button>
        </section>
      </div>
      {asking && draft !== null && (
        <PutInUseDialog
          title={`Publish ${nextName}?`}
          button={`Publish ${nextName}`}
          pending={publish.isPending}
          error={publish.error}
          onClose={() => setAsking(false)}
          onConfirm={(reason) => publish.mutate({ revision: draft.revision, expected: inUse.number, reason })}
        >
          <Text mb={8}>
            Every open job that goes by the weights in use is ranked anew, promoted ones first. You can roll
            back at any time.
          </Text>
          <Differences before={inUse.factors} after={factors} labels={labels} />
        </PutInUseDialog>
      )}
    </aside>
  );
};
