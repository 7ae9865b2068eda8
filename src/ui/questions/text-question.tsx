'use client';
import { Text, TextInput, Textarea } from '@mantine/core';
import { messageAt, type ControlProps } from '@/ui/questions/question-meta';

/** One line of text. */
export function TextQuestion(props: ControlProps<string>) {
  const { question, value, onChange, issues, disabled, inputId, helpId } = props;
  return (
    <TextInput
      id={inputId}
      aria-describedby={helpId}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
      placeholder={question.placeholder}
      maxLength={question.bounds?.maxLength}
      error={messageAt(issues, question)}
      disabled={disabled}
    />
  );
}

/** Several paragraphs; the count shows once the text is long. */
export function LongTextQuestion(props: ControlProps<string>) {
  const { question, value = '', onChange, issues, disabled, inputId, helpId } = props;
  const most = question.bounds?.maxLength;
  return (
    <>
      <Textarea
        id={inputId}
        aria-describedby={helpId}
        autosize
        minRows={5}
        maxRows={18}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        placeholder={question.placeholder}
        error={messageAt(issues, question)}
        disabled={disabled}
      />
      {most !== undefined && value.length > most * 0.8 && (
        <Text size="xs" c={value.length > most ? 'var(--mantine-color-error)' : 'dimmed'} mt={4}>
          {value.length.toLocaleString('en')} of {most.toLocaleString('en')} letters
        </Text>
      )}
    </>
  );
}
