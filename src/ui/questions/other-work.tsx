'use client';
import { Checkbox, NumberInput } from '@mantine/core';
import { messageAt, numberOrUndefined, partOf, type ControlProps } from '@/ui/questions/question-meta';
import classes from '@/ui/questions/questions.module.css';

export interface OtherWorkDraft {
  hoursPerWeek?: number | undefined;
  alreadyExcluded?: boolean | undefined;
}

/** Hours promised elsewhere, and whether the hours above already leave them out. */
export function OtherWorkQuestion(props: ControlProps<OtherWorkDraft>) {
  const { question, value, onChange, issues, disabled } = props;
  const hours = partOf(question, 'hoursPerWeek');
  const excluded = partOf(question, 'alreadyExcluded');
  return (
    <>
      <NumberInput
        className={classes.short}
        label={hours.label}
        value={value?.hoursPerWeek ?? ''}
        onChange={(next) => {
          const typed = numberOrUndefined(next);
          onChange(
            typed === undefined ? undefined : { alreadyExcluded: false, ...value, hoursPerWeek: typed },
          );
        }}
        min={hours.bounds?.min ?? 0}
        max={hours.bounds?.max ?? 60}
        suffix=" h"
        error={messageAt(issues, question, 'hoursPerWeek')}
        disabled={disabled}
      />
      {(value?.hoursPerWeek ?? 0) > 0 && (
        <Checkbox
          mt={12}
          label={excluded.label}
          description={excluded.help}
          checked={value?.alreadyExcluded ?? false}
          onChange={(event) => onChange({ ...value, alreadyExcluded: event.currentTarget.checked })}
          disabled={disabled}
        />
      )}
    </>
  );
}
