'use client';
import { Checkbox } from '@mantine/core';
import { useId, useRef, type ReactNode } from 'react';
import { UNSAID } from '@/domain/candidates/schema';
import { AcceptanceQuestion, type AcceptanceDraft } from '@/ui/questions/acceptance';
import { ChecksQuestion, ChoiceQuestion, ChoicesQuestion } from '@/ui/questions/choice-question';
import { CommitmentQuestion, type CommitmentDraft } from '@/ui/questions/commitment';
import { DateQuestion } from '@/ui/questions/date-question';
import { HoursRange, type HoursDraft } from '@/ui/questions/hours-range';
import { LanguagePicker, type LanguageDraft } from '@/ui/questions/language-picker';
import { LeastPay, type LeastPayDraft } from '@/ui/questions/least-pay';
import { LicenceInput } from '@/ui/questions/licence-input';
import { ModesQuestion, type ModesDraft } from '@/ui/questions/modes';
import { OtherWorkQuestion, type OtherWorkDraft } from '@/ui/questions/other-work';
import { QuestionFrame } from '@/ui/questions/question-frame';
import {
  otherMessages,
  type AnswerIssue,
  type ControlProps,
  type FlexifitQuestionMeta,
} from '@/ui/questions/question-meta';
import classes from '@/ui/questions/questions.module.css';
import { WeekQuestion, type WeekDraft } from '@/ui/questions/week-question';

export interface FlexifitFieldProps {
  question: FlexifitQuestionMeta;
  /** An answer of `flexifitAnswersShape`, "unsaid", or undefined while the question is open. */
  value: unknown;
  onChange: (value: unknown) => void;
  /** Words of "prefer not to say". */
  unsaid: { label: string; hint: string };
  issues?: readonly AnswerIssue[];
  disabled?: boolean;
}

const SINGLE: ReadonlySet<FlexifitQuestionMeta['kind']> = new Set(['date', 'licences']);

const OWN_FIELDS: Partial<Record<FlexifitQuestionMeta['kind'], readonly string[]>> = {
  hours_range: ['min', 'max'],
  week_grid: ['grid'],
  modes: ['maxDaysOnSite', 'radiusKm'],
  commitment: ['minMonths', 'maxMonths'],
  least_pay: ['amountMinor'],
  other_work: ['hoursPerWeek'],
};

function control(question: FlexifitQuestionMeta, props: ControlProps<unknown>): ReactNode {
  const as = <Value,>(): ControlProps<Value> => props as ControlProps<Value>;
  switch (question.kind) {
    case 'hours_range':
      return <HoursRange {...as<HoursDraft>()} />;
    case 'week_grid':
      return <WeekQuestion {...as<WeekDraft>()} />;
    case 'choice':
      return <ChoiceQuestion {...as<string>()} />;
    case 'choices':
      return <ChoicesQuestion {...as<string[]>()} />;
    case 'modes':
      return <ModesQuestion {...as<ModesDraft>()} />;
    case 'acceptance':
      return <AcceptanceQuestion {...as<AcceptanceDraft>()} question={question} />;
    case 'commitment':
      return <CommitmentQuestion {...as<CommitmentDraft>()} />;
    case 'date':
      return <DateQuestion {...as<string>()} />;
    case 'least_pay':
      return <LeastPay {...as<LeastPayDraft>()} />;
    case 'other_work':
      return <OtherWorkQuestion {...as<OtherWorkDraft>()} />;
    case 'checks':
      return <ChecksQuestion {...as<Record<string, boolean>>()} />;
    case 'languages':
      return <LanguagePicker {...as<LanguageDraft[]>()} />;
    case 'licences':
      return <LicenceInput {...as<string[]>()} />;
  }
}

/** A question about how a person can work, with "prefer not to say". Needs `QuestionSourcesProvider` above it. */
export function FlexifitField(props: FlexifitFieldProps) {
  const { question, value, onChange, unsaid, issues = [], disabled = false } = props;
  const id = useId();
  const ids = { labelId: `${id}-label`, helpId: `${id}-help`, inputId: `${id}-input` };
  const single = SINGLE.has(question.kind);
  const silent = value === UNSAID;
  /** What "prefer not to say" was put over: taking it back brings it back. */
  const before = useRef<unknown>(undefined);
  const preferNot = (chosen: boolean): void => {
    if (chosen) before.current = value;
    onChange(chosen ? UNSAID : before.current);
  };
  return (
    <QuestionFrame
      question={question}
      {...ids}
      inputId={single ? ids.inputId : undefined}
      errors={single || silent ? [] : otherMessages(issues, question, OWN_FIELDS[question.kind] ?? [])}
    >
      {control(question, {
        question,
        value: silent || value === null ? undefined : value,
        onChange,
        issues,
        disabled: disabled || silent,
        ...ids,
      })}
      <Checkbox
        className={classes.unsaid}
        label={unsaid.label}
        description={silent ? unsaid.hint : null}
        aria-label={`${question.label}: ${unsaid.label}`}
        checked={silent}
        onChange={(event) => preferNot(event.currentTarget.checked)}
        disabled={disabled}
      />
    </QuestionFrame>
  );
}
