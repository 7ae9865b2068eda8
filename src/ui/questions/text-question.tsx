'use client';
import { TextInput, Textarea } from '@mantine/core';
import { LetterCount } from '@/ui/letter-count';
import { messageAt, type ControlProps } from '@/ui/questions/question-meta';

/** One line of text. */
export function TextQuestion(props: ControlProps<string>) {
  const { question, value = '', onChange, issues, disabled, inputId, helpId } = props;
  const most = question.bounds?.maxLength;
  return (
    <>
      <TextInput
        id={inputId}
        aria-describedby={helpId}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        placeholder={question.placeholder}
        error={messageAt(issues, question)}
        disabled={disabled}
      />
      {most !== undefined && <LetterCount value={value} most={most} />}
    </>
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
      {most !== undefined && <LetterCount value={value} most={most} />}
    </>
  );
}
