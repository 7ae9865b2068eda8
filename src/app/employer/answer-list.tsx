import { Button, Paper, Text } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import Link from 'next/link';
import type { TodayView } from '@/domain/pipeline/schema/today';
import { jobHref, listedHref } from './routes';
import { Ago } from './ago';
import classes from './today.module.css';
import { plural } from './words';

/** Answers to what was asked, of people whom nobody has moved since. */
export const AnswerList = ({ answers }: { answers: TodayView['answers'] }) => (
  <Paper component="ul" className={classes.list} mb={12} aria-label="Answers">
    {answers.map(({ jobId, jobTitle, count, newest, candidateId, group }) => (
      <li key={jobId} className={classes.decision}>
        <IconMessageQuestion size={20} stroke={1.6} aria-hidden="true" className={classes.icon} />
        <div className="fb-grow">
          <Text fw={650}>{plural(count, 'answer', 'answers')} came in</Text>
          <Text size="sm" c="dimmed">
            {jobTitle}. The newest came <Ago at={newest} />; the scores are up to date.
          </Text>
        </div>
        <Button
          component={Link}
          href={group === null ? jobHref(jobId) : listedHref(jobId, candidateId, group)}
          variant="default"
          aria-label={`See the answers for ${jobTitle}`}
        >
          See
        </Button>
      </li>
    ))}
  </Paper>
);
