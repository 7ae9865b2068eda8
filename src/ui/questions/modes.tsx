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

export interface ModesDraft {
  remote?: boolean | undefined;
  maxDaysOnSite?: number | undefined;
  radiusKm?: number | null | undefined;
}

/** Where a person can work: remote, and how many days at a workplace within what distance. */
export function ModesQuestion({ question, value, onChange, issues, disabled }: ControlProps<ModesDraft>) {
  const days = partOf(question, 'maxDaysOnSite');
  const radius = partOf(question, 'radiusKm');
  const change = (next: ModesDraft): void =>
    onChange({ remote: false, maxDaysOnSite: 0, radiusKm: null, ...value, ...next });
  return (
    <>
      <Checkbox
        label={partOf(question, 'remote').label}
        checked={value?.remote ?? false}
        onChange={(event) => change({ remote: event.currentTarget.checked })}
        disabled={disabled}
      />
      <Group gap={16} mt={12} align="flex-end">
        <NumberInput
          className={classes.medium}
          label={days.label}
          description={days.help}
          value={value?.maxDaysOnSite ?? ''}
          onChange={(next) => change({ maxDaysOnSite: numberOrUndefined(next) ?? 0 })}
          min={0}
          max={5}
          suffix={` ${unitOf('days', value?.maxDaysOnSite)}`}
          error={messageAt(issues, question, 'maxDaysOnSite')}
          disabled={disabled}
        />
        {(value?.maxDaysOnSite ?? 0) > 0 && (
          <NumberInput
            className={classes.medium}
            label={radius.label}
            description={radius.help}
            placeholder={radius.placeholder}
            value={value?.radiusKm ?? ''}
            onChange={(next) => change({ radiusKm: numberOrUndefined(next) ?? null })}
            min={radius.bounds?.min ?? 0}
            max={radius.bounds?.max ?? 500}
            step={radius.bounds?.step ?? 5}
            suffix=" km"
            error={messageAt(issues, question, 'radiusKm')}
            disabled={disabled}
          />
        )}
      </Group>
    </>
  );
}
