'use client';
import { NumberInput } from '@mantine/core';
import { messageAt, numberOrUndefined, unitOf, type ControlProps } from '@/ui/questions/question-meta';

/** One number with its unit. */
export function NumberQuestion(props: ControlProps<number>) {
  const { question, value, onChange, issues, disabled, inputId, helpId } = props;
  const { min, max, step } = question.bounds ?? {};
  return (
    <NumberInput
      id={inputId}
      aria-describedby={helpId}
      w={160}
      value={value ?? ''}
      onChange={(next) => onChange(numberOrUndefined(next))}
      {...(min !== undefined && { min })}
      {...(max !== undefined && { max })}
      {...(step !== undefined && { step })}
      suffix={question.unit ? ` ${unitOf(question.unit, value)}` : ''}
      error={messageAt(issues, question)}
      disabled={disabled}
    />
  );
}
