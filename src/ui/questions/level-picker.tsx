'use client';
import { useId } from 'react';
import type { QuestionOption } from '@/ui/questions/question-meta';
import classes from '@/ui/questions/questions.module.css';

export interface LevelPickerProps {
  /** Whose level: the skill's name. */
  label: string;
  /** 1–4 with its words. */
  options: readonly QuestionOption[];
  value: number;
  onChange: (level: number) => void;
  disabled?: boolean;
}

/** A level from 1 to 4 as filled steps, and the word for it. */
export function LevelPicker({ label, options, value, onChange, disabled = false }: LevelPickerProps) {
  const name = useId();
  return (
    <fieldset className={classes.levels} aria-label={`Level of ${label}`}>
      {options.map((option) => {
        const level = Number(option.value);
        return (
          <label key={level} className={classes.level} data-filled={level <= value || undefined}>
            <input
              type="radio"
              name={name}
              value={level}
              checked={level === value}
              onChange={() => onChange(level)}
              disabled={disabled}
              aria-label={`${level}, ${option.label}`}
            />
            <span aria-hidden="true">{level}</span>
          </label>
        );
      })}
      <span className={classes.levelWord} aria-hidden="true">
        {options.find((option) => Number(option.value) === value)?.label}
      </span>
    </fieldset>
  );
}
