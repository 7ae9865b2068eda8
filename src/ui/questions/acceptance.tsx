'use client';
import { SegmentedControl, Text } from '@mantine/core';
import type { ControlProps, FlexifitQuestionMeta } from '@/ui/questions/question-meta';
import classes from '@/ui/questions/questions.module.css';

export type AcceptanceDraft = Record<string, string>;

export interface AcceptanceProps extends ControlProps<AcceptanceDraft> {
  question: FlexifitQuestionMeta;
}

/** One of a few answers for each option. Once one is answered, the others are a "no" until told otherwise. */
export function AcceptanceQuestion({ question, value, onChange, disabled }: AcceptanceProps) {
  const { options = [], answers = [] } = question;
  const keys = options.map((option) => String(option.value));
  const fallback = String(answers.at(-1)?.value ?? '');
  const change = (key: string, answer: string): void =>
    onChange(
      Object.fromEntries(keys.map((other) => [other, other === key ? answer : (value?.[other] ?? fallback)])),
    );
  return (
    <div className={classes.rows}>
      {options.map((option) => {
        const key = String(option.value);
        return (
          <div key={key} className={classes.acceptRow}>
            <div>
              <Text fw={550}>{option.label}</Text>
              {option.hint && (
                <Text size="xs" c="dimmed">
                  {option.hint}
                </Text>
              )}
            </div>
            <SegmentedControl
              aria-label={option.label}
              value={value?.[key] ?? ''}
              onChange={(answer) => change(key, answer)}
              data={answers.map((answer) => ({ value: String(answer.value), label: answer.label }))}
              disabled={disabled}
            />
          </div>
        );
      })}
    </div>
  );
}
