'use client';
import { Checkbox, Radio, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { QuestionOption } from '@/ui/questions/question-meta';
import classes from '@/ui/questions/questions.module.css';

interface ChipFaceProps {
  option: QuestionOption;
  indicator: ReactNode;
}

function ChipFace({ option, indicator }: ChipFaceProps) {
  return (
    <span className={classes.chipFace}>
      {indicator}
      <span>
        <Text span fw={550} display="block">
          {option.label}
        </Text>
        {option.hint && (
          <Text span size="xs" c="dimmed" display="block">
            {option.hint}
          </Text>
        )}
      </span>
    </span>
  );
}

interface CommonProps {
  options: readonly QuestionOption[];
  labelId: string;
  disabled?: boolean;
}

export interface ManyChipsProps extends CommonProps {
  value: readonly string[];
  onChange: (value: string[]) => void;
  max?: number | undefined;
}

/** Any of a few options. */
export function ManyChips({ options, labelId, value, onChange, max, disabled = false }: ManyChipsProps) {
  const full = max !== undefined && value.length >= max;
  return (
    <Checkbox.Group value={[...value]} onChange={onChange} aria-labelledby={labelId}>
      <div className={classes.chips}>
        {options.map((option) => {
          const key = String(option.value);
          return (
            <Checkbox.Card
              key={key}
              value={key}
              className={classes.chip}
              disabled={disabled || (full && !value.includes(key))}
            >
              <ChipFace option={option} indicator={<Checkbox.Indicator size="xs" radius="xs" />} />
            </Checkbox.Card>
          );
        })}
      </div>
    </Checkbox.Group>
  );
}

export interface OneChipProps extends CommonProps {
  value: string | null;
  onChange: (value: string) => void;
}

/** One of a few options. */
export function OneChip({ options, labelId, value, onChange, disabled = false }: OneChipProps) {
  return (
    <Radio.Group value={value} onChange={onChange} aria-labelledby={labelId}>
      <div className={classes.chips}>
        {options.map((option) => (
          <Radio.Card
            key={String(option.value)}
            value={String(option.value)}
            className={classes.chip}
            disabled={disabled}
          >
            <ChipFace option={option} indicator={<Radio.Indicator size="xs" />} />
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
