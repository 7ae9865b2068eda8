'use client';
import { Text, UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { QuestionOption } from '@/ui/questions/question-meta';
import classes from './answer.module.css';

export interface TapChoicesProps {
  options: readonly QuestionOption[];
  /** What was sent. */
  chosen: unknown;
  onChoose: (value: string) => void;
  disabled: boolean;
  labelId: string;
}

/** Options of which one tap sends one: buttons, so that keys that only look around send nothing. */
export const TapChoices = ({ options, chosen, onChoose, disabled, labelId }: TapChoicesProps) => (
  <ul className={classes.options} aria-labelledby={labelId}>
    {options.map(({ value, label, hint }) => (
      <li key={value}>
        <UnstyledButton
          className={classes.option}
          aria-pressed={chosen === value}
          disabled={disabled}
          onClick={() => onChoose(String(value))}
        >
          <span>
            <Text span fw={600} display="block">
              {label}
            </Text>
            {hint && (
              <Text span size="sm" c="dimmed" display="block">
                {hint}
              </Text>
            )}
          </span>
          {chosen === value && (
            <IconCheck size={20} stroke={2.2} className={classes.check} aria-hidden="true" />
          )}
        </UnstyledButton>
      </li>
    ))}
  </ul>
);
