'use client';
import { Badge, Button, Title } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { WeightsOverview } from '@/domain/matching/schema/weights';
import type { LabWeights } from '@/domain/scoring/lab-rank';
import { FACTORS, weightSetSchema, type WeightSet } from '@/domain/scoring/schema';
import { differences } from '@/domain/scoring/weights';
import { useTRPC } from '@/trpc/client';
import { PageSkeleton } from '@/ui/page-skeleton';
import { useKept } from '../../../use-kept';
import { QueryFailed } from '../../../employer/query-state';
import { AdminShell } from '../../admin-shell';
import { WeightsTabs } from '../weights-tabs';
import { Effects } from './effects';
import classes from './lab.module.css';
import { Ranking } from './ranking';
import { SaveNote } from './save-note';
import { Sliders } from './sliders';
import { useLab } from './use-lab';
import { useLabDraft } from './use-lab-draft';
import { useShadow } from './use-shadow';
import { shadowHindrance } from './words';

const factorsSchema = weightSetSchema.shape.factors;

const weightsOf = (factors: WeightSet['factors']): LabWeights =>
  Object.fromEntries(FACTORS.map((factor) => [factor, factors[factor].weight])) as LabWeights;

const samePriors = (a: WeightSet['factors'], b: WeightSet['factors']): boolean =>
  FACTORS.every((factor) => a[factor].prior === b[factor].prior);

/** Weights moved by hand, and what that does to a ranking, live. */
export const LabScreen = () => {
  const overview = useQuery(useTRPC().weights.overview.queryOptions());
  if (overview.data === undefined) {
    return (
      <AdminShell left={<Title order={2}>Weight lab</Title>}>
        {overview.isError ? (
          <QueryFailed error={overview.error} what="The weights" onRetry={() => void overview.refetch()} />
        ) : (
          <PageSkeleton />
        )}
      </AdminShell>
    );
  }
  return <Lab key={overview.data.inUse.number} overview={overview.data} />;
};

const Lab = ({ overview }: { overview: WeightsOverview }) => {
  const trpc = useTRPC();
  const { inUse, draft, labels } = overview;
  const jobs = useQuery(trpc.weights.labJobs.queryOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const jobId = chosen ?? jobs.data?.[0]?.jobId ?? null;
  const kept = useKept<{ factors: WeightSet['factors'] }>(`fb-lab-${inUse.number}`);
  const moved = useMemo(() => factorsSchema.safeParse(kept.changes.factors).data, [kept.changes.factors]);
  const factors = moved ?? draft?.factors ?? inUse.factors;
  const setFactors = (next: WeightSet['factors']): void => kept.change({ factors: next });
  const before = useMemo(() => weightsOf(inUse.factors), [inUse.factors]);
  // Sliders leave priors alone: they are those in use, or the saved draft's, which came with the people.
  const wanted = useMemo(
    () =>
      ({ weights: weightsOf(factors), by: samePriors(inUse.factors, factors) ? 'inUse' : 'draft' }) as const,
    [inUse.factors, factors],
  );
  const lab = useLab(jobId, before, wanted, `${inUse.number}:${attempt}`);
  // What was moved since it was sent stays.
  const saving = useLabDraft(overview, (sent) => {
    if (differences(sent, factors).length === 0) kept.clear();
  });
  const changed = differences(inUse.factors, factors).length > 0;
  const unsaved = differences(draft?.factors ?? inUse.factors, factors).length > 0;
  const shadow = { ...useShadow(overview), hindrance: shadowHindrance(overview, unsaved) };
  const name = draft === null || unsaved ? overview.nextName : draft.name;
  return (
    <AdminShell
      fixed
      left={
        <>
          <Title order={1} className={classes.title}>
            Weight lab
          </Title>
          <Badge className={classes.state}>{inUse.name} in use</Badge>
          {(draft !== null || changed) && (
            <Badge color="honey" className={classes.state}>
              {name} draft
            </Badge>
          )}
        </>
      }
      tabs={<WeightsTabs page="/admin/weights/lab" />}
      actions={
        <>
          <Button variant="default" disabled={!changed} onClick={() => setFactors(inUse.factors)}>
            Reset to {inUse.name}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFlask size={16} stroke={1.6} />}
            disabled={shadow.hindrance !== null}
            loading={shadow.isPending}
            onClick={shadow.start}
          >
            Run in shadow
          </Button>
          <Button
            disabled={!unsaved || saving.held}
            loading={saving.isPending}
            onClick={() => saving.save(factors)}
          >
            Save {name}
          </Button>
        </>
      }
    >
      <div className={classes.lab}>
        <Sliders
          inUse={inUse.factors}
          factors={factors}
          labels={labels}
          note={<SaveNote name={name} failure={saving.failure} held={saving.held} />}
          onChange={setFactors}
        />
        <Ranking
          lab={lab}
          jobs={jobs.data ?? []}
          jobId={jobId}
          names={{ inUse: inUse.name, draft: `${name} draft` }}
          factors={factors}
          labels={labels}
          onJob={setChosen}
          onRetry={() => setAttempt((tried) => tried + 1)}
        />
        <Effects
          overview={overview}
          name={name}
          factors={factors}
          comparison={lab.comparison}
          unsaved={unsaved}
          shadow={shadow}
        />
      </div>
    </AdminShell>
  );
};
