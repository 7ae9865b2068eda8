'use client';
import { DateInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { messageAt, type ControlProps } from '@/ui/questions/question-meta';

/** A calendar day, `YYYY-MM-DD`. */
export function DateQuestion(props: ControlProps<string>) {
  const { question, value, onChange, issues, disabled, inputId, helpId } = props;
  return (
    <DateInput
      id={inputId}
      aria-describedby={helpId}
      w={220}
      clearable
      value={value ?? null}
      onChange={(day) => onChange(day ?? undefined)}
      valueFormat="D MMM YYYY"
      placeholder="Day, month, year"
      leftSection={<IconCalendar size={16} stroke={1.6} aria-hidden="true" />}
      error={messageAt(issues, question)}
      disabled={disabled}
      clearButtonProps={{ 'aria-label': 'Clear the day' }}
    />
  );
}
