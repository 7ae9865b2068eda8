'use client';
import { TagsInput } from '@mantine/core';
import { otherMessages, type ControlProps } from '@/ui/questions/question-meta';

/** Licences by name; Enter or a comma ends one. */
export function LicenceInput(props: ControlProps<string[]>) {
  const { question, value = [], onChange, issues, disabled, inputId, helpId } = props;
  const { maxItems } = question.bounds ?? {};
  return (
    <TagsInput
      id={inputId}
      aria-describedby={helpId}
      value={value}
      onChange={(names) => {
        const kept = names.map((name) => name.trim()).filter((name) => name !== '');
        onChange(kept.length === 0 ? undefined : kept);
      }}
      {...(maxItems !== undefined && { maxTags: maxItems })}
      acceptValueOnBlur
      placeholder={value.length === 0 ? question.placeholder : ''}
      description={
        maxItems !== undefined && value.length >= maxItems
          ? `${maxItems} at most.`
          : 'Press Enter after each one.'
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={otherMessages(issues, question, [])[0]}
      disabled={disabled}
    />
  );
}
