'use client';
import { Text } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { ChoiceQuestion, ChoicesQuestion } from '@/ui/questions/choice-question';
import { DateQuestion } from '@/ui/questions/date-question';
import { DurationQuestion, type DurationDraft } from '@/ui/questions/duration';
import { HoursRange, type HoursDraft } from '@/ui/questions/hours-range';
import { LanguagePicker, type LanguageDraft } from '@/ui/questions/language-picker';
import { LicenceInput } from '@/ui/questions/licence-input';
import { NumberQuestion } from '@/ui/questions/number-question';
import { PayInput, type PayDraft } from '@/ui/questions/pay-input';
import { QuestionFrame } from '@/ui/questions/question-frame';
import {
  otherMessages,
  type AnswerIssue,
  type ControlProps,
  type JobQuestionMeta,
} from '@/ui/questions/question-meta';
import { ScreeningEditor, type ScreeningDraft } from '@/ui/questions/screening-editor';
import { SkillPicker, type SkillDraft } from '@/ui/questions/skill-picker';
import { LongTextQuestion, TextQuestion } from '@/ui/questions/text-question';
import { IndustriesQuestion, RoleQuestion } from '@/ui/questions/vocabulary-question';
import { WeekQuestion, type WeekDraft } from '@/ui/questions/week-question';
import { WeightsQuestion, type WeightsDraft } from '@/ui/questions/weights-question';
import { WorkModeQuestion, type WorkModeDraft } from '@/ui/questions/work-mode';

export interface QuestionFieldProps {
  question: JobQuestionMeta;
  /** The answer as the draft holds it, finished or not; see `jobAnswersShape` for each question's shape. */
  value: unknown;
  /** `undefined` leaves the question open. */
  onChange: (value: unknown) => void;
  /** What is wrong in the draft; only this question's are shown. */
  issues?: readonly AnswerIssue[];
  /** Why an answer is suggested for the chosen role. */
  reason?: string | null | undefined;
  disabled?: boolean;
}

/** Kinds whose control is one input, labelled by the question's title. */
const SINGLE: ReadonlySet<JobQuestionMeta['kind']> = new Set([
  'text',
  'long_text',
  'number',
  'date',
  'role',
  'industries',
  'licences',
]);

/** Fields that show their own issues; the rest are said under the question. */
const OWN_FIELDS: Partial<Record<JobQuestionMeta['kind'], readonly string[]>> = {
  hours_range: ['min', 'max'],
  work_mode: ['daysOnSite', 'place', 'radiusKm'],
  duration: ['months'],
  pay: ['minMinor', 'maxMinor'],
  week_grid: ['grid', 'overlapMinutes'],
  screening: ['0.text', '1.text', '2.text', '3.text', '4.text'],
};

function control(kind: JobQuestionMeta['kind'], props: ControlProps<unknown>): ReactNode {
  // A draft holds whatever was typed; each control reads the fields of its own shape and allows for missing ones.
  const as = <Value,>(): ControlProps<Value> => props as ControlProps<Value>;
  switch (kind) {
    case 'text':
      return <TextQuestion {...as<string>()} />;
    case 'long_text':
      return <LongTextQuestion {...as<string>()} />;
    case 'role':
      return <RoleQuestion {...as<string | null>()} />;
    case 'number':
      return <NumberQuestion {...as<number>()} />;
    case 'date':
      return <DateQuestion {...as<string>()} />;
    case 'choice':
      return <ChoiceQuestion {...as<string>()} />;
    case 'choices':
      return <ChoicesQuestion {...as<string[]>()} />;
    case 'industries':
      return <IndustriesQuestion {...as<string[]>()} />;
    case 'hours_range':
      return <HoursRange {...as<HoursDraft>()} />;
    case 'week_grid':
      return <WeekQuestion {...as<WeekDraft>()} />;
    case 'work_mode':
      return <WorkModeQuestion {...as<WorkModeDraft>()} />;
    case 'duration':
      return <DurationQuestion {...as<DurationDraft>()} />;
    case 'pay':
      return <PayInput {...as<PayDraft>()} />;
    case 'skills':
      return <SkillPicker {...as<SkillDraft[]>()} />;
    case 'languages':
      return <LanguagePicker {...as<LanguageDraft[]>()} />;
    case 'licences':
      return <LicenceInput {...as<string[]>()} />;
    case 'screening':
      return <ScreeningEditor {...as<ScreeningDraft[]>()} />;
    case 'weights':
      return <WeightsQuestion {...as<WeightsDraft>()} />;
  }
}

/** A question of the job form with the control for its kind. Needs `QuestionSourcesProvider` above it. */
export function QuestionField(props: QuestionFieldProps) {
  const { question, value, onChange, issues = [], reason, disabled = false } = props;
  const id = useId();
  const single = SINGLE.has(question.kind);
  const ids = { labelId: `${id}-label`, helpId: `${id}-help`, inputId: `${id}-input` };
  const most = question.bounds?.maxItems;
  return (
    <QuestionFrame
      question={question}
      {...ids}
      inputId={single ? ids.inputId : undefined}
      reason={reason}
      aside={
        most !== undefined && Array.isArray(value) && value.length > 0 ? (
          <Text size="xs" c="dimmed">
            {value.length} of {most} at most
          </Text>
        ) : null
      }
      errors={single ? [] : otherMessages(issues, question, OWN_FIELDS[question.kind] ?? [])}
    >
      {control(question.kind, {
        question,
        value: value === null && question.kind !== 'role' ? undefined : value,
        onChange,
        issues,
        disabled,
        ...ids,
      })}
    </QuestionFrame>
  );
}
