'use client';
import { Checkbox, Group, NumberInput } from '@mantine/core';
import {
  messageAt,
  numberOrUndefined,
  partOf,
  unitOf,
  type ControlProps,
} from '@/ui/questions/question-meta';
import classes from '@/ui/questions/questions.module.css';

export interface CommitmentDraft {
  minMonths?: number | undefined;
  /** null = no end in sight. */
  maxMonths?: number | null | undefined;
}

/** The shortest and the longest time a person would commit to; an empty longest means no end. */
export function CommitmentQuestion(props: ControlProps<CommitmentDraft>) {
  const { question, value, onChange, issues, disabled } = props;
  const least = partOf(question, 'minMonths');
  const most = partOf(question, 'maxMonths');
  const endless = value !== undefined && value.maxMonths === null;
  const change = (next: CommitmentDraft): void =>
    onChange({ minMonths: 0, maxMonths: null, ...value, ...next });
  return (
    <Group gap={16} align="flex-end">
      <NumberInput
        className={classes.short}
        label={least.label}
        value={value?.minMonths ?? ''}
        onChange={(next) => {
          const typed = numberOrUndefined(next);
          if (typed === undefined) onChange(undefined);
          else change({ minMonths: typed });
        }}
        min={least.bounds?.min ?? 0}
        max={least.bounds?.max ?? 60}
        step={least.bounds?.step ?? 1}
        suffix={` ${unitOf('months', value?.minMonths)}`}
        error={messageAt(issues, question, 'minMonths')}
        disabled={disabled}
      />
      <NumberInput
        className={classes.short}
        label={most.label}
        placeholder={most.placeholder}
        value={value?.maxMonths ?? ''}
        onChange={(next) => change({ maxMonths: numberOrUndefined(next) ?? null })}
        min={most.bounds?.min ?? 0.5}
        max={most.bounds?.max ?? 120}
        step={most.bounds?.step ?? 1}
        suffix={` ${unitOf('months', value?.maxMonths)}`}
        error={messageAt(issues, question, 'maxMonths')}
        disabled={disabled}
      />
      <Checkbox
        pb={9}
        label="No end in sight"
        checked={endless}
        onChange={(event) =>
          change({ maxMonths: event.currentTarget.checked ? null : Math.max(12, value?.minMonths ?? 0) })
        }
        disabled={disabled}
      />
    </Group>
  );
}
