'use client';
import { Badge, Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { JobState } from '@/domain/jobs/schema';
import classes from '@/ui/shell/shell.module.css';
import { JOB_STATE_LOOK } from '@/ui/shell/job-state';
import { Week } from '@/ui/week';

interface SwitchableJob {
  id: string;
  title: string;
  state: JobState;
  href: Route;
}

export interface JobSwitchProps {
  job: SwitchableJob;
  /** Minutes of core hours a day, Monday to Sunday; null when the job sets none. */
  coreMinutes: readonly number[] | null;
  others: readonly SwitchableJob[];
}

/** Name, week and state of the open job, and the way to another one. */
export function JobSwitch({ job, coreMinutes, others }: JobSwitchProps) {
  const look = JOB_STATE_LOOK[job.state];
  const face = (
    <>
      <h1 className={classes.title} title={job.title}>
        {job.title}
      </h1>
      {coreMinutes && (
        <span className={classes.wide}>
          <Week need={coreMinutes} />
        </span>
      )}
      <Badge color={look.color} className={classes.state} data-state={job.state}>
        {look.label}
      </Badge>
    </>
  );
  if (others.length === 0) return <div className={classes.switch}>{face}</div>;
  return (
    <Menu position="bottom-start" width={320}>
      <div className={classes.switch}>
        {face}
        <Menu.Target>
          <UnstyledButton className={classes.chevron} aria-label="Switch to another job">
            <IconChevronDown size={15} />
          </UnstyledButton>
        </Menu.Target>
      </div>
      <Menu.Dropdown>
        {others.map((other) => (
          <Menu.Item
            key={other.id}
            component={Link}
            href={other.href}
            rightSection={
              <Badge color={JOB_STATE_LOOK[other.state].color}>{JOB_STATE_LOOK[other.state].label}</Badge>
            }
          >
            {other.title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
