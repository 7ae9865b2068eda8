'use client';
import { Badge, Paper, Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import Link from 'next/link';
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

const Counts = ({ job, mayWrite }: { job: JobListItem; mayWrite: boolean }) => {
  if (job.state === 'draft') {
    return mayWrite ? (
      <Text className="fb-link">Finish the draft</Text>
    ) : (
      <Text c="dimmed">Not published</Text>
    );
  }
  if (job.computing) return <Text c="dimmed">Ranking…</Text>;
  return (
    <span className={classes.counts}>
      <b>{job.ranked}</b> ranked
      <b>{job.shortlisted}</b> shortlisted
    </span>
  );
};

/** Jobs with their week, how many people are ranked and shortlisted, and strong ones that are new. */
export const JobsTable = ({ jobs }: { jobs: readonly JobListItem[] }) => {
  const mayWrite = useMember().may('job:write');
  return (
    <Paper component="ul" className={classes.table}>
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
              </Text>
            </span>
            <span className={classes.week}>
              {job.coreHours !== null && <Week need={dayMinutes(job.coreHours.grid)} />}
            </span>
            <Counts job={job} mayWrite={mayWrite} />
            <span className={classes.strong}>
              {job.strong > 0 && (
                <>
                  <Pips band="strong" />
                  <b>{job.strong}</b> strong
                  {job.newStrong > 0 && <span className={classes.fresh}>{job.newStrong} new</span>}
                </>
              )}
            </span>
            <IconChevronRight size={16} aria-hidden="true" className={classes.chevron} />
          </Link>
        </li>
      ))}
    </Paper>
  );
};
