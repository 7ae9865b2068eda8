'use client';
import { SegmentedControl, Select, Skeleton, Text } from '@mantine/core';
import { useState } from 'react';
import type { LabJob } from '@/domain/matching/schema/lab';
import type { WeightsOverview } from '@/domain/matching/schema/weights';
import type { LabRow } from '@/domain/scoring/lab-rank';
import type { WeightSet } from '@/domain/scoring/schema';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { counted } from '@/ui/score-words';
import classes from './lab.module.css';
import { TOP } from './lab-protocol';
import { RankLinks } from './rank-links';
import { ListAfter, ListBefore } from './rank-list';
import type { LabState } from './use-lab';

export interface RankingProps {
  lab: LabState;
  jobs: readonly LabJob[];
  jobId: string | null;
  names: { inUse: string; draft: string };
  factors: WeightSet['factors'];
  labels: WeightsOverview['labels'];
  onJob: (jobId: string) => void;
  onRetry: () => void;
}

/** Why the first of these people move, in a sentence each. */
const reasonWords = (
  rows: readonly LabRow[],
  factors: WeightSet['factors'],
  labels: WeightsOverview['labels'],
): string =>
  [...new Map(rows.map((row) => [row.person, row])).values()]
    .flatMap(({ code, before, after, because }) => {
      if (before === null || after === null || because === null) return [];
      const move = before > after ? `rises ${before - after}` : `falls ${after - before}`;
      return [
        `Candidate ${code} ${move}: ${labels[because].label.toLowerCase()} now weighs ${factors[because].weight}.`,
      ];
    })
    .slice(0, 2)
    .join(' ');

/** The job's first places before and after, with lines between them, or whoever moves. */
export const Ranking = (props: RankingProps) => {
  const { lab, jobs, jobId, names, factors, labels, onJob, onRetry } = props;
  const [view, setView] = useState<'top' | 'moved'>('top');
  const { comparison } = lab;
  const job = jobs.find((listed) => listed.jobId === jobId);
  if (jobs.length === 0) {
    return (
      <section className={classes.pane} aria-label="Ranking">
        <EmptyState title="No open job to try weights on">
          Once an employer publishes a job, its people are ranked here as you move a weight.
        </EmptyState>
      </section>
    );
  }
  const moved = comparison?.moved ?? [];
  return (
    <section className={classes.pane} aria-label="Ranking">
      <header className={classes.head}>
        <Select
          aria-label="Job"
          w={230}
          title={job && `${job.title}, ${job.employer}`}
          comboboxProps={{ width: 320, position: 'bottom-start' }}
          classNames={{ input: classes.job }}
          allowDeselect={false}
          searchable
          value={jobId}
          data={jobs.map(({ jobId: value, title, employer }) => ({ value, label: `${title}, ${employer}` }))}
          onChange={(chosen) => chosen !== null && onJob(chosen)}
        />
        <Text size="sm" c="dimmed" className="fb-grow" data-lab-time>
          {comparison !== null &&
            `${comparison.ranked.toLocaleString('en')} ranked, re-ranked in ${Math.max(1, Math.round(lab.milliseconds))} ms`}
        </Text>
        <SegmentedControl
          value={view}
          onChange={(next) => setView(next === 'moved' ? 'moved' : 'top')}
          data={[
            { value: 'top', label: `Top ${TOP}` },
            { value: 'moved', label: `Moved ${moved.length}` },
          ]}
        />
      </header>
      <div className={classes.scroll} aria-busy={lab.kind === 'loading'}>
        {lab.kind === 'failed' && (
          <ErrorState title="The people of this job did not load" onRetry={onRetry} errorId={null}>
            The weights that you moved are kept.
          </ErrorState>
        )}
        {lab.kind === 'loading' && (
          <div className={classes.moved}>
            <Skeleton h={54 * TOP} />
          </div>
        )}
        {comparison !== null && comparison.ranked === 0 && (
          <EmptyState title="Nobody is ranked for this job">
            Everybody misses a must-have, or too little is known. Choose another job.
          </EmptyState>
        )}
        {comparison !== null && comparison.ranked > 0 && view === 'top' && (
          <div className={classes.lists}>
            <Text size="xs" c="dimmed" className={classes.before}>
              {names.inUse}
            </Text>
            <span className={classes.before} />
            <Text size="xs" c="dimmed">
              {names.draft}
            </Text>
            <div className={classes.before}>
              <ListBefore rows={comparison.before} />
            </div>
            <div className={classes.before}>
              <RankLinks before={comparison.before} after={comparison.after} />
            </div>
            <ListAfter rows={comparison.after} label={`First places by ${names.draft}`} />
          </div>
        )}
        {comparison !== null && view === 'moved' && (
          <div className={classes.moved}>
            {moved.length === 0 && <Text c="dimmed">Nobody of the first fifty moves.</Text>}
            <ListAfter rows={moved} label="Who moves" />
          </div>
        )}
      </div>
      <footer className={classes.foot}>
        <Text size="sm" c="dimmed">
          {reasonWords(
            [...(comparison?.after.filter((row) => row.because !== null) ?? []), ...moved],
            factors,
            labels,
          )}
          {comparison !== null && moved.length === 0 && 'Move a weight to see who moves.'}
          {lab.total > lab.people &&
            ` ${counted(lab.people, 'person', 'people')} of ${lab.total.toLocaleString('en')}.`}
          {job?.ownWeights === true &&
            ' This job has weights of its own; here the sets are compared as they are.'}
        </Text>
      </footer>
    </section>
  );
};
