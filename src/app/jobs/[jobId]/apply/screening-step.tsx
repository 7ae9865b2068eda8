'use client';
import { Button, Paper, Text, Textarea } from '@mantine/core';
import { useId } from 'react';
import { SCREENING_ANSWER_LENGTH } from '@/domain/candidates/schema';
import type { BoardJob } from '@/domain/jobs/schema/posting';
import { LetterCount } from '@/ui/letter-count';
import { OneChip } from '@/ui/questions/choice-chips';
import type { AnswerIssue } from '@/ui/questions/question-meta';
import classes from './apply.module.css';

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

export interface ScreeningStepProps {
  posting: BoardJob;
  answers: Readonly<Record<string, string>>;
  issues: readonly AnswerIssue[];
  onAnswer: (id: string, value: string) => void;
}

/** The job's own questions; an empty answer leaves one open. */
export const ScreeningStep = ({ posting, answers, issues, onAnswer }: ScreeningStepProps) => {
  const base = useId();
  return (
    <Paper p={20} className={classes.card}>
      <h2 className={`fb-display ${classes.cardTitle}`}>Questions from {posting.organizationName}</h2>
      {(posting.content.screening ?? []).map(({ id, text, kind }) => {
        const error = issues.find(({ path }) => path === id)?.message;
        const value = answers[id] ?? '';
        if (kind === 'text')
          return (
            <div key={id}>
              <Textarea
                label={text}
                autosize
                minRows={2}
                value={value}
                error={error}
                onChange={(event) => onAnswer(id, event.currentTarget.value)}
              />
              <LetterCount value={value} most={SCREENING_ANSWER_LENGTH} />
            </div>
          );
        return (
          <div key={id}>
            <Text fw={600} id={`${base}-${id}`} mb={6}>
              {text}
            </Text>
            <OneChip
              options={YES_NO}
              labelId={`${base}-${id}`}
              value={value === '' ? null : value}
              onChange={(chosen) => onAnswer(id, chosen)}
            />
            {value !== '' && (
              <Button variant="subtle" color="gray" size="compact-sm" mt={6} onClick={() => onAnswer(id, '')}>
                Leave it open
              </Button>
            )}
            {error !== undefined && (
              <Text size="xs" c="var(--mantine-color-error)" role="alert" data-wrong tabIndex={-1}>
                {error}
              </Text>
            )}
          </div>
        );
      })}
    </Paper>
  );
};
