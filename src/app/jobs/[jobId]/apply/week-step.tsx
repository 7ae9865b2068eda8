'use client';
import { Text } from '@mantine/core';
import type { PostingContent } from '@/domain/jobs/schema/posting';
import { CELL_MINUTES, dayCells, decodeGrid } from '@/domain/scoring/week-grid';
import { FlexifitField } from '@/ui/questions/flexifit-field';
import type { AnswerIssue } from '@/ui/questions/question-meta';
import { hoursWords } from '@/ui/score-words';
import classes from './apply.module.css';
import type { PersonForm } from './person-form';

export interface WeekStepProps {
  form: PersonForm;
  content: PostingContent;
  answers: Readonly<Record<string, unknown>>;
  /** The job's core hours in the zone of the marked week. */
  needed: string | undefined;
  issues: readonly AnswerIssue[];
  onAnswer: (id: string, value: unknown) => void;
}

const DAYS = [0, 1, 2, 3, 4, 5, 6];

/** Hours of the week, how firm they are, and how many of the job's hours they meet. */
export const WeekStep = ({ form, content, answers, needed, issues, onAnswer }: WeekStepProps) => {
  const grid = (answers['week'] as { grid?: string } | undefined)?.grid;
  const asked = content.core_hours?.overlapMinutes;
  const [mine, theirs] = [decodeGrid(grid ?? ''), decodeGrid(needed ?? '')];
  const both = DAYS.reduce((sum, day) => sum + dayCells(theirs, day, mine), 0) * CELL_MINUTES;
  return (
    <div className={classes.week}>
      {form.questions
        .filter(({ id }) => id === 'week' || id === 'flexibility')
        .map((question) => (
          <div key={question.id}>
            <FlexifitField
              question={question}
              unsaid={form.unsaid}
              value={answers[question.id]}
              onChange={(value) => onAnswer(question.id, value)}
              issues={issues}
            />
            {question.id === 'week' && asked !== undefined && grid !== undefined && (
              <Text mt={8} role="status">
                <b>
                  {hoursWords(Math.min(both, asked))} of {hoursWords(asked)} h
                </b>{' '}
                the job needs
              </Text>
            )}
          </div>
        ))}
    </div>
  );
};
