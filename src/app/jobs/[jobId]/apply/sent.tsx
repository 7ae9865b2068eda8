'use client';
import { Button, Group, Paper, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { BoardJob } from '@/domain/jobs/schema/posting';
import type { ApplicationView } from '@/domain/pipeline/schema/application';
import classes from './apply.module.css';
import { JobLine } from './job-line';
import { BOARD, PORTAL } from './routes';

export interface SentProps {
  posting: BoardJob;
  application: ApplicationView;
  onAgain: () => void;
}

/** It was sent: what happens next, and where to follow it. */
export const Sent = ({ posting, application, onAgain }: SentProps) => {
  const { email } = (application.draft.profile ?? {}) as { email?: string };
  const next = [
    {
      word: 'Now',
      text: `A mail is on its way to ${email ?? 'your address'}. Open its link to confirm the address and to see where you stand, and why. If you applied here before, your application counts from then on.`,
    },
    {
      word: 'Then',
      text: `${posting.organizationName} sees you in its ranking, under your name. A person decides, never the ranking.`,
    },
    {
      word: 'Any time',
      text: 'You can put facts right, contest the ranking or withdraw, under My applications.',
    },
  ];
  return (
    <div className={classes.start}>
      <JobLine posting={posting} />
      <h1 className={`fb-display ${classes.title}`}>
        <IconCircleCheck size={30} stroke={1.6} color="var(--fb-action)" aria-hidden="true" /> Your
        application was sent
      </h1>
      <Paper px={20} component="ol" className={classes.next}>
        {next.map(({ word, text }) => (
          <li key={word}>
            <Text fw={650}>{word}</Text>
            <Text>{text}</Text>
          </li>
        ))}
      </Paper>
      <Group mt={20}>
        <Button component="a" href={PORTAL} size="md">
          See my applications
        </Button>
        <Button component="a" href={BOARD} size="md" variant="default">
          More jobs
        </Button>
        <Button size="md" variant="subtle" onClick={onAgain}>
          Apply again
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mt={12}>
        Applying again for this job never makes a second application of it: the newer facts take the place of
        the older ones once you open the link in the mail.
      </Text>
    </div>
  );
};
