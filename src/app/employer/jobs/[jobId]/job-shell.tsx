'use client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { JobState } from '@/domain/jobs/schema';
import { useTRPC } from '@/trpc/client';
import { JobSwitch } from '@/ui/shell/job-switch';
import { ShellTabs } from '@/ui/shell/shell-tabs';
import { dayMinutes } from '../day-minutes';
import { EmployerShell, type EmployerShellProps } from '../../employer-shell';
import { useMember } from '../../member';
import { editJobHref, jobHref } from '../../routes';

/** A job of the organisation as the list has it, also an archived one; undefined until it is there. */
export const useJob = (jobId: string) => {
  const trpc = useTRPC();
  const { data: jobs } = useQuery(trpc.jobs.list.queryOptions({}));
  const listed = jobs?.find(({ id }) => id === jobId);
  const { data: archived } = useQuery(
    trpc.jobs.list.queryOptions(
      { states: ['archived'] },
      { enabled: jobs !== undefined && listed === undefined },
    ),
  );
  return { job: listed ?? archived?.find(({ id }) => id === jobId), jobs: jobs ?? [] };
};

export interface JobShellProps extends Omit<EmployerShellProps, 'left' | 'tabs'> {
  jobId: string;
  page: 'review' | 'edit';
  /** What the page itself knows better or earlier than the list. */
  title?: string;
  state?: JobState;
  /** Beside the switch. */
  aside?: ReactNode;
}

/** The shell of a job's pages: its name, week and state, the way to another job, and its pages as tabs. */
export const JobShell = ({ jobId, page, title, state, aside, ...shell }: JobShellProps) => {
  const { job, jobs } = useJob(jobId);
  const mayWrite = useMember().may('job:write');
  const hrefOf = page === 'review' ? jobHref : editJobHref;
  const shown = { title: title ?? job?.title, state: state ?? job?.state };
  return (
    <EmployerShell
      {...shell}
      left={
        shown.title !== undefined &&
        shown.state !== undefined && (
          <>
            <JobSwitch
              job={{ id: jobId, title: shown.title, state: shown.state, href: hrefOf(jobId) }}
              coreMinutes={job?.coreHours == null ? null : dayMinutes(job.coreHours.grid)}
              others={jobs
                .filter((other) => other.id !== jobId && (page === 'edit' || other.state !== 'draft'))
                .map((other) => ({ ...other, href: hrefOf(other.id) }))}
            />
            {aside}
          </>
        )
      }
      tabs={
        <ShellTabs
          label="This job"
          path={hrefOf(jobId)}
          tabs={[
            ...(shown.state === 'draft' && page === 'edit'
              ? []
              : [{ href: jobHref(jobId), label: 'Review', count: job?.ranked ?? 0 }]),
            ...(mayWrite ? [{ href: editJobHref(jobId), label: 'Job' }] : []),
          ]}
        />
      }
    />
  );
};
