'use client';
import { Button } from '@mantine/core';
import { ManyChips, OneChip } from '@/ui/questions/choice-chips';
import type { ControlProps } from '@/ui/questions/question-meta';

/** One option, or open again. */
export function ChoiceQuestion({ question, value, onChange, disabled, labelId }: ControlProps<string>) {
  return (
    <>
      <OneChip
        options={question.options ?? []}
        labelId={labelId}
        value={value ?? null}
        onChange={onChange}
        disabled={disabled}
      />
      {value !== undefined && value !== null && !disabled && (
        <Button variant="subtle" color="gray" size="compact-sm" mt={6} onClick={() => onChange(undefined)}>
          Leave it open
        </Button>
      )}
    </>
  );
}

/** Any options; none leaves the question open. */
export function ChoicesQuestion(props: ControlProps<string[]>) {
  const { question, value = [], onChange, disabled, labelId } = props;
  return (
    <ManyChips
      options={question.options ?? []}
      labelId={labelId}
      value={value}
      onChange={(chosen) => onChange(chosen.length === 0 ? undefined : chosen)}
      max={question.bounds?.maxItems}
      disabled={disabled}
    />
  );
}

/** Each option yes or no; what is not ticked is a known no once one is. */
export function ChecksQuestion(props: ControlProps<Record<string, boolean>>) {
  const { question, value, onChange, disabled, labelId } = props;
  const options = question.options ?? [];
  return (
    <ManyChips
      options={options}
      labelId={labelId}
      value={options.map((option) => String(option.value)).filter((key) => value?.[key])}
      onChange={(chosen) =>
        onChange(
          Object.fromEntries(
            options.map((option) => [String(option.value), chosen.includes(String(option.value))]),
          ),
        )
      }
      disabled={disabled}
    />
  );
}
