'use client';
import { Checkbox, NumberInput, RangeSlider } from '@mantine/core';
import { messageAt, numberOrUndefined, partOf, type ControlProps } from '@/ui/questions/question-meta';
import classes from '@/ui/questions/questions.module.css';

export interface HoursDraft {
  min?: number | undefined;
  max?: number | undefined;
  gate?: boolean | undefined;
}

/** Fewest and most hours a week; a job may also say that they are a must-have. */
export function HoursRange({ question, value, onChange, issues, disabled }: ControlProps<HoursDraft>) {
  const { min = 1, max = 60, step = 1 } = question.bounds ?? {};
  const gate = question.parts?.['gate'];
  const change = (next: HoursDraft): void => {
    const merged = { ...value, ...next };
    if (merged.min === undefined && merged.max === undefined) onChange(undefined);
    else onChange(gate ? { ...merged, gate: merged.gate ?? false } : merged);
  };
  const input = (key: 'min' | 'max') => (
    <NumberInput
      className={classes.short}
      label={partOf(question, key).label}
      value={value?.[key] ?? ''}
      onChange={(next) => change({ [key]: numberOrUndefined(next) })}
      min={min}
      max={max}
      step={step}
      suffix=" h"
      error={messageAt(issues, question, key)}
      disabled={disabled}
    />
  );
  // The slider's ends are what is usual; more or less can be typed.
  const within = (hours: number): number => Math.min(max, Math.max(min, hours));
  const low = within(value?.min ?? min);
  const high = within(value?.max ?? low);
  return (
    <>
      <div className={classes.rangeRow}>
        {input('min')}
        <RangeSlider
          className={classes.slider}
          size={4}
          thumbSize={16}
          min={min}
          max={max}
          step={step}
          minRange={0}
          label={null}
          value={[low, Math.max(low, high)]}
          onChange={([from, to]) => change({ min: from, max: to })}
          thumbFromLabel={`${question.label}: ${partOf(question, 'min').label}`}
          thumbToLabel={`${question.label}: ${partOf(question, 'max').label}`}
          disabled={disabled}
        />
        {input('max')}
      </div>
      {gate && (
        <Checkbox
          mt={12}
          label={gate.label}
          description={gate.help}
          checked={value?.gate ?? false}
          onChange={(event) => change({ gate: event.currentTarget.checked })}
          disabled={disabled || value === undefined}
        />
      )}
    </>
  );
}
