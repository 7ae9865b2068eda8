'use client';
import { Badge, Paper, Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { JobListItem } from '@/domain/jobs/schema';
import { Pips } from '@/ui/pips';
import { JOB_STATE_LOOK } from '@/ui/shell/job-state';
import { Week } from '@/ui/week';
import { dayMinutes } from './day-minutes';
import classes from './jobs.module.css';
import { useMember } from '../member';
import { openJobHref } from '../routes';

const MODES = { remote: 'remote', hybrid: 'hybrid', onsite: 'on site' } as const;

const terms = (job: JobListItem): string =>
  [
    job.hours === null
      ? null
      : job.hours.min === job.hours.max
        ? `${job.hours.min} h`
        : `${job.hours.min}–${job.hours.max} h`,
    job.workMode === null
      ? null
      : `${MODES[job.workMode]}${job.workMode !== 'remote' && job.place !== null ? ` ${job.place}` : ''}`,
  ]
    .filter((part) => part !== null)
    .join(', ') || 'Hours not set yet';

/** A number under its heading; where there are no headings its word stands beside it. */
const Count = ({ count, word, children }: { count: number; word: string; children?: ReactNode }) => (
  <span className={classes.count}>
    {children}
    <b>{count.toLocaleString('en')}</b>
    <span className={classes.word}> {word}</span>
  </span>
);

const Counts = ({ job, mayWrite }: { job: JobListItem; mayWrite: boolean }) => {
  if (job.state === 'draft')
    return mayWrite ? (
      <Text className={`fb-link ${classes.instead}`}>Finish the draft</Text>
    ) : (
      <Text c="dimmed" className={classes.instead}>
        Not published
      </Text>
    );
  if (job.computing && job.ranked === 0)
    return (
      <Text c="dimmed" className={classes.instead}>
        Ranking…
      </Text>
    );
  return (
    <>
      <Count count={job.ranked} word="ranked" />
      <Count count={job.shortlisted} word="shortlisted" />
      <Count count={job.strong} word="strong">
        {job.newStrong > 0 && <span className={classes.fresh}>{job.newStrong} new</span>}
        {job.strong > 0 && <Pips band="strong" />}
      </Count>
    </>
  );
};

/** Jobs with their week, how many people are ranked and shortlisted, and strong ones that are new. */
export const JobsTable = ({ jobs }: { jobs: readonly JobListItem[] }) => {
  const mayWrite = useMember().may('job:write');
  return (
    <Paper className={classes.table}>
      {/* The rows say these words themselves. */}
      <div className={`${classes.row} ${classes.head}`} aria-hidden="true">
        <span>Job</span>
        <span className={classes.week}>Its week</span>
        <span className={classes.count}>Ranked</span>
        <span className={classes.count}>Shortlisted</span>
        <span className={classes.count}>Strong</span>
      </div>
      <ul>
        {jobs.map((job) => (
          <li key={job.id}>
            <Link className={classes.row} href={openJobHref(job, mayWrite)}>
              <span className={classes.title}>
                <Text fw={650} component="span">
                  {job.title}
                </Text>{' '}
                {job.state !== 'open' && (
                  <Badge color={JOB_STATE_LOOK[job.state].color}>{JOB_STATE_LOOK[job.state].label}</Badge>
                )}
                <Text size="sm" c="dimmed" component="span" display="block">
                  {terms(job)}
                  {job.unpublished && <span className={classes.unpublished}>Unpublished changes</span>}
                </Text>
              </span>
              <span className={classes.week}>
                {job.coreHours !== null && <Week need={dayMinutes(job.coreHours.grid)} />}
              </span>
              <Counts job={job} mayWrite={mayWrite} />
              <IconChevronRight size={16} aria-hidden="true" className={classes.chevron} />
            </Link>
          </li>
        ))}
      </ul>
    </Paper>
  );
};
