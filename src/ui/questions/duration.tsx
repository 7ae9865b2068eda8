'use client';
import { Checkbox, Group, NumberInput } from '@mantine/core';
import { messageAt, numberOrUndefined, partOf, type ControlProps } from '@/ui/questions/question-meta';
import classes from '@/ui/questions/questions.module.css';

export interface DurationDraft {
  /** null = no end date. */
  months?: number | null | undefined;
  extensionLikely?: boolean | undefined;
}

/** Months, or no end date. */
export function DurationQuestion(props: ControlProps<DurationDraft>) {
  const { question, value, onChange, issues, disabled } = props;
  const months = partOf(question, 'months');
  const endless = value !== undefined && value.months === null;
  const change = (next: DurationDraft): void => onChange({ extensionLikely: false, ...value, ...next });
  return (
    <>
      <Group gap={16} align="flex-end">
        <NumberInput
          className={classes.short}
          label={months.label}
          placeholder={endless ? months.placeholder : ''}
          value={value?.months ?? ''}
          onChange={(next) => {
            const typed = numberOrUndefined(next);
            if (typed !== undefined) change({ months: typed });
            else if (!endless) onChange(undefined);
          }}
          min={months.bounds?.min ?? 0.5}
          max={months.bounds?.max ?? 60}
          step={months.bounds?.step ?? 1}
          error={messageAt(issues, question, 'months')}
          disabled={disabled}
        />
        <Checkbox
          pb={9}
          label="No end date"
          checked={endless}
          onChange={(event) =>
            event.currentTarget.checked
              ? change({ months: null, extensionLikely: false })
              : onChange(undefined)
          }
          disabled={disabled}
        />
      </Group>
      <Checkbox
        mt={12}
        label={partOf(question, 'extensionLikely').label}
        checked={value?.extensionLikely ?? false}
        onChange={(event) => change({ extensionLikely: event.currentTarget.checked })}
        disabled={disabled || typeof value?.months !== 'number'}
      />
    </>
  );
}
