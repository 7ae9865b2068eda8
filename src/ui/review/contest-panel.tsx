'use client';
import { Alert, Button, Group, SegmentedControl, Text, Textarea } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useState } from 'react';
import type { ContestView } from '@/domain/pipeline/schema/contest';
import classes from '@/ui/review/contest-panel.module.css';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

export interface ContestPanelProps {
  contests: readonly ContestView[];
  /** Label of a factor, as the panel below names it. */
  labelOf: (factor: NonNullable<ContestView['factor']>) => string;
  onAnswer: (answer: { contestId: string; outcome: 'corrected' | 'upheld'; answer: string }) => void;
  busy: boolean;
  /** Why the last answer was not taken. */
  problem: string | null;
  /** False for who may only look. */
  mayAnswer: boolean;
}

/** What a person contested: the one that is open waits here for an answer in words, the others show theirs. */
export function ContestPanel({ contests, labelOf, ...form }: ContestPanelProps) {
  const about = ({ factor }: ContestView): string => (factor === null ? 'the result' : labelOf(factor));
  return (
    <section className={classes.panel} aria-label="Contested">
      {contests.map((contest) => (
        <div
          key={contest.contestId}
          className={classes.contest}
          data-open={contest.answeredAt === null || undefined}
        >
          <Group gap={8} wrap="nowrap">
            <IconFlag size={16} stroke={1.6} aria-hidden="true" />
            <Text fw={650}>
              Contests {about(contest)}, {DAY.format(contest.openedAt)}
            </Text>
          </Group>
          <Text className={classes.said}>{contest.message}</Text>
          {contest.answer === null ? (
            <AnswerForm contest={contest} {...form} />
          ) : (
            <Text size="sm" c="dimmed">
              {contest.outcome === 'corrected' ? 'Corrected' : 'Upheld'}: {contest.answer}
            </Text>
          )}
        </div>
      ))}
    </section>
  );
}

function AnswerForm({
  contest,
  onAnswer,
  busy,
  problem,
  mayAnswer,
}: Omit<ContestPanelProps, 'contests' | 'labelOf'> & { contest: ContestView }) {
  const [outcome, setOutcome] = useState<'corrected' | 'upheld'>('upheld');
  const [answer, setAnswer] = useState('');
  if (!mayAnswer) return <Text size="sm">Somebody who may decide must answer.</Text>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer({ contestId: contest.contestId, outcome, answer });
      }}
    >
      <SegmentedControl
        fullWidth
        mt={8}
        aria-label="Outcome"
        data={[
          { value: 'upheld', label: 'The score stands' },
          { value: 'corrected', label: 'Something was corrected' },
        ]}
        value={outcome}
        onChange={(value) => setOutcome(value === 'corrected' ? 'corrected' : 'upheld')}
      />
      <Textarea
        mt={8}
        label="Your answer, which they read"
        autosize
        minRows={2}
        maxLength={4000}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      {problem !== null && (
        <Alert color="red" mt={8} role="alert">
          {problem}
        </Alert>
      )}
      <Group mt={8} justify="end">
        <Button type="submit" loading={busy} disabled={answer.trim() === ''}>
          Send the answer
        </Button>
      </Group>
    </form>
  );
}
