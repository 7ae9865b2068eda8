'use client';
import { ActionIcon, Select, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { CEFR_LEVELS } from '@/domain/scoring/schema';
import { partOf, type ControlProps } from '@/ui/questions/question-meta';
import classes from '@/ui/questions/questions.module.css';
import { useQuestionSources } from '@/ui/questions/sources';

export interface LanguageDraft {
  code: string;
  level: (typeof CEFR_LEVELS)[number];
}

const USUAL_LEVEL = 'B2';

/** Languages, each at a level of the Common European Framework. */
export function LanguagePicker(props: ControlProps<LanguageDraft[]>) {
  const { question, value = [], onChange, disabled, inputId } = props;
  const { languages } = useQuestionSources();
  const most = question.bounds?.maxItems ?? Infinity;
  const levels = partOf(question, 'level').options ?? [];
  const tell = (next: LanguageDraft[]): void => onChange(next.length === 0 ? undefined : next);
  const nameOf = (code: string): string => languages.find((language) => language.code === code)?.name ?? code;
  const free = languages.filter(({ code }) => !value.some((chosen) => chosen.code === code));
  return (
    <>
      {value.length > 0 && (
        <ul className={classes.list}>
          {value.map((language, index) => {
            const name = nameOf(language.code);
            return (
              <li key={language.code} className={classes.language}>
                <Text fw={550}>{name}</Text>
                <Select
                  aria-label={`Level of ${name}`}
                  size="xs"
                  allowDeselect={false}
                  data={levels.map((level) => ({
                    value: String(level.value),
                    label: level.hint ? `${level.label}, ${level.hint.toLowerCase()}` : level.label,
                  }))}
                  value={language.level}
                  onChange={(chosen) => {
                    const level = CEFR_LEVELS.find((known) => known === chosen);
                    if (level) tell(value.map((other, at) => (at === index ? { ...other, level } : other)));
                  }}
                  disabled={disabled}
                />
                <ActionIcon
                  aria-label={`Remove ${name}`}
                  onClick={() => tell(value.filter((_, at) => at !== index))}
                  disabled={disabled}
                >
                  <IconX size={15} />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
      )}
      {value.length < most && (
        <Select
          id={inputId}
          aria-label={`${question.label}: add a language`}
          mt={value.length > 0 ? 10 : 0}
          w={280}
          maw="100%"
          searchable
          limit={40}
          placeholder={question.placeholder}
          data={free.map(({ code, name, aliases }) => ({
            value: code,
            label: aliases ? `${name} (${aliases.join(', ')})` : name,
          }))}
          value={null}
          onChange={(code) => code && tell([...value, { code, level: USUAL_LEVEL }])}
          nothingFoundMessage="No such language."
          disabled={disabled}
        />
      )}
    </>
  );
}
