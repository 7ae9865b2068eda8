'use client';
import { Skeleton, Text, Title } from '@mantine/core';
import type { DryRun } from '@/domain/matching/schema/dry-run';
import { counted } from '@/ui/score-words';
import { NdcgBars } from './ndcg-bars';
import classes from './lab.module.css';
import { shareChange, shareWords, signed } from './words';

export interface DryRunBlockProps {
  run: DryRun | undefined;
  failed: boolean;
  /** The draft is the same as what is in use. */
  same: boolean;
  names: { inUse: string; draft: string };
}

/** Jobs that people decided on, ranked by the draft with the decisions kept. */
export const DryRunBlock = ({ run, failed, same, names }: DryRunBlockProps) => (
  <>
    <header className={classes.head}>
      <Title order={2} className={classes.paneTitle}>
        Dry run{run !== undefined && `, ${counted(run.jobs.length, 'job')} with decisions`}
      </Title>
      {run !== undefined && !same && (
        <Text size="sm" c="dimmed">
          {(run.milliseconds / 1000).toFixed(1)} s
        </Text>
      )}
    </header>
    <section className={classes.block}>
      {failed && <Text c="red">The dry run did not work out. Move a weight to try again.</Text>}
      {same && <Text c="dimmed">Move a weight: past jobs are ranked again by it, the decisions kept.</Text>}
      {!same && run === undefined && !failed && <Skeleton h={150} />}
      {!same && run !== undefined && run.jobs.length === 0 && (
        <Text c="dimmed">
          Nobody was shortlisted or rejected yet. Once people decide, this says what the draft would have
          done.
        </Text>
      )}
      {!same && run !== undefined && run.jobs.length > 0 && (
        <>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">
                  <span className={classes.word}>Measure</span>
                </th>
                <th scope="col">{names.inUse}</th>
                <th scope="col">{names.draft}</th>
                <th scope="col">
                  <span className={classes.word}>Change</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">nDCG@10</th>
                <td>{shareWords(run.ndcg.before)}</td>
                <td>{shareWords(run.ndcg.after)}</td>
                <td>{shareChange(run.ndcg.before, run.ndcg.after)}</td>
              </tr>
              <tr>
                <th scope="row">Precision@10</th>
                <td>{shareWords(run.precision.before)}</td>
                <td>{shareWords(run.precision.after)}</td>
                <td>{shareChange(run.precision.before, run.precision.after)}</td>
              </tr>
              <tr>
                <th scope="row">Hired in top 10</th>
                <td>{run.hiredInFirst.before}</td>
                <td>{run.hiredInFirst.after}</td>
                <td>
                  {signed(
                    run.hiredInFirst.after - run.hiredInFirst.before,
                    `${Math.abs(run.hiredInFirst.after - run.hiredInFirst.before)}`,
                  )}
                </td>
              </tr>
              <tr title="Rejected people who would come among the first ten, shortlisted ones who would leave them">
                <th scope="row">Decisions it disputes</th>
                <td>–</td>
                <td>{run.disputed}</td>
                <td>{run.disputed > 0 ? 'look' : 'none'}</td>
              </tr>
            </tbody>
          </table>
          <NdcgBars jobs={run.jobs} names={names} />
          <Text size="xs" c="dimmed" mt={8}>
            Among people who were decided on: shortlist 1, interview 2, offer 4, hire 8.
            {run.priorsKept.length > 0 &&
              ` What was expected of the unknown stays as it was for ${run.priorsKept.join(', ')}.`}
          </Text>
        </>
      )}
    </section>
  </>
);
