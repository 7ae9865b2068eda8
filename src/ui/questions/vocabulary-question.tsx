'use client';
import { MultiSelect, Select } from '@mantine/core';
import { messageAt, type ControlProps } from '@/ui/questions/question-meta';
import { useQuestionSources } from '@/ui/questions/sources';

const SHOWN = 40;

/** A role of the occupation table; null when none fits. */
export function RoleQuestion(props: ControlProps<string | null>) {
  const { question, value, onChange, issues, disabled, inputId, helpId } = props;
  const { roles } = useQuestionSources();
  return (
    <Select
      id={inputId}
      aria-describedby={helpId}
      searchable
      clearable
      limit={SHOWN}
      data={roles.map(({ id, title }) => ({ value: id, label: title }))}
      value={value ?? null}
      onChange={(role) => onChange(role)}
      placeholder={question.placeholder}
      nothingFoundMessage="No such role. Leave it open; the title is compared word by word."
      error={messageAt(issues, question)}
      disabled={disabled}
      clearButtonProps={{ 'aria-label': 'Clear the role' }}
    />
  );
}

/** Industries by id, a few at most. */
export function IndustriesQuestion(props: ControlProps<string[]>) {
  const { question, value = [], onChange, issues, disabled, inputId, helpId } = props;
  const { industries } = useQuestionSources();
  const most = question.bounds?.maxItems;
  return (
    <MultiSelect
      id={inputId}
      aria-describedby={helpId}
      searchable
      clearable
      limit={SHOWN}
      data={industries.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={(ids) => onChange(ids.length === 0 ? undefined : ids)}
      {...(most !== undefined && { maxValues: most })}
      placeholder={most !== undefined && value.length >= most ? '' : question.placeholder}
      nothingFoundMessage="No such industry."
      error={messageAt(issues, question)}
      disabled={disabled}
      clearButtonProps={{ 'aria-label': 'Clear the industries' }}
    />
  );
}
