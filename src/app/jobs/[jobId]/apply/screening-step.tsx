'use client';
import { Checkbox, Paper, Text, Textarea } from '@mantine/core';
import { useId, useRef } from 'react';
import { SCREENING_ANSWER_LENGTH, UNSAID } from '@/domain/candidates/schema';
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
  /** Words of "prefer not to say". */
  unsaid: { label: string; hint: string };
  issues: readonly AnswerIssue[];
  onAnswer: (id: string, value: string) => void;
}

/** The job's own questions; an empty answer leaves one open. */
export const ScreeningStep = ({ posting, answers, unsaid, issues, onAnswer }: ScreeningStepProps) => {
  const base = useId();
  /** What "prefer not to say" was put over: taking it back brings it back. */
  const before = useRef<Record<string, string>>({});
  const preferNot = (id: string, chosen: boolean): void => {
    if (chosen) before.current[id] = answers[id] ?? '';
    onAnswer(id, chosen ? UNSAID : (before.current[id] ?? ''));
  };
  return (
    <Paper p={20} className={classes.card}>
      <h2 className={`fb-display ${classes.cardTitle}`}>Questions from {posting.organizationName}</h2>
      {(posting.content.screening ?? []).map(({ id, text, kind }) => {
        const error = issues.find(({ path }) => path === id)?.message;
        const answer = answers[id] ?? '';
        const silent = answer === UNSAID;
        const value = silent ? '' : answer;
        return (
          <div key={id}>
            {kind === 'text' ? (
              <>
                <Textarea
                  label={text}
                  autosize
                  minRows={2}
                  value={value}
                  error={error}
                  disabled={silent}
                  onChange={(event) => onAnswer(id, event.currentTarget.value)}
                />
                <LetterCount value={value} most={SCREENING_ANSWER_LENGTH} />
              </>
            ) : (
              <>
                <Text fw={600} id={`${base}-${id}`} mb={6}>
                  {text}
                </Text>
                <OneChip
                  options={YES_NO}
                  labelId={`${base}-${id}`}
                  value={value === '' ? null : value}
                  onChange={(chosen) => onAnswer(id, chosen)}
                  disabled={silent}
                />
                {error !== undefined && (
                  <Text size="xs" c="var(--mantine-color-error)" role="alert" data-wrong tabIndex={-1}>
                    {error}
                  </Text>
                )}
              </>
            )}
            <Checkbox
              mt={10}
              label={unsaid.label}
              description={silent ? unsaid.hint : null}
              aria-label={`${text} ${unsaid.label}`}
              checked={silent}
              onChange={(event) => preferNot(id, event.currentTarget.checked)}
            />
          </div>
        );
      })}
    </Paper>
  );
};
