'use client';
import { Button, Progress, Text } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import classes from './apply.module.css';

export interface PhoneBarProps {
  title: string;
  /** The step that is shown, from 0. */
  at: number;
  steps: number;
  saved: string;
  onBack: () => void;
  /** Leaves the question open; null where there is none. */
  onSkip: (() => void) | null;
}

/** Where one is on a phone: the job, the step, and a way past it. */
export const PhoneBar = ({ title, at, steps, saved, onBack, onSkip }: PhoneBarProps) => (
  <>
    <div className={classes.phoneBar}>
      <Button variant="subtle" color="gray" aria-label="Step back" disabled={at === 0} onClick={onBack}>
        <IconChevronLeft size={20} aria-hidden="true" />
      </Button>
      <div className="fb-grow">
        <Text fw={650} truncate>
          {title}
        </Text>
        <Text size="xs" c="dimmed">
          Step {at + 1} of {steps}, {saved.toLowerCase()}
        </Text>
      </div>
      {onSkip !== null && (
        <Button variant="subtle" color="gray" onClick={onSkip}>
          Skip
        </Button>
      )}
    </div>
    <Progress
      className={classes.phoneProgress}
      value={(100 * (at + 1)) / steps}
      color="var(--fb-honey)"
      size={4}
      aria-label="Steps done"
    />
  </>
);
