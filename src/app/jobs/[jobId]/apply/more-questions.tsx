'use client';
import { Button, Paper, Text } from '@mantine/core';
import { useState } from 'react';
import { FlexifitField } from '@/ui/questions/flexifit-field';
import type { AnswerIssue } from '@/ui/questions/question-meta';
import { counted } from '@/ui/score-words';
import classes from './apply.module.css';
import type { PersonForm } from './person-form';

export interface MoreQuestionsProps {
  form: PersonForm;
  questions: PersonForm['questions'];
  answers: Readonly<Record<string, unknown>>;
  issues: readonly AnswerIssue[];
  onAnswer: (id: string, value: unknown) => void;
}

/** Questions that this job does not need: folded, since other jobs may. */
export const MoreQuestions = ({ form, questions, answers, issues, onAnswer }: MoreQuestionsProps) => {
  const [open, setOpen] = useState(false);
  const wrong = issues.some(({ path }) => questions.some(({ id }) => `${path}.`.startsWith(`${id}.`)));
  if (questions.length === 0) return null;
  return (
    <Paper p={20} className={classes.card}>
      {open || wrong ? (
        questions.map((question) => (
          <FlexifitField
            key={question.id}
            question={question}
            unsaid={form.unsaid}
            value={answers[question.id]}
            onChange={(value) => onAnswer(question.id, value)}
            issues={issues}
          />
        ))
      ) : (
        <>
          <Text size="sm" c="dimmed">
            {counted(questions.length, 'more question')} that this job does not ask. Other jobs may.
          </Text>
          <Button variant="default" size="sm" onClick={() => setOpen(true)}>
            Answer them now
          </Button>
        </>
      )}
    </Paper>
  );
};
