'use client';
import { Select, TextInput } from '@mantine/core';
import type { EditableProfile } from '@/domain/candidates/schema/editable';
import { CEFR_LEVELS } from '@/domain/scoring/schema';
import { FactList, type FactListProps } from '@/ui/profile/fact-list';
import type { QuestionOption } from '@/ui/questions/question-meta';
import { useQuestionSources } from '@/ui/questions/sources';

type ListProps<T extends { from: number | null }> = Pick<
  FactListProps<T>,
  'items' | 'read' | 'onChange' | 'issues' | 'unsure' | 'confirmed' | 'onConfirm'
>;
type Language = EditableProfile['languages'][number];
type Licence = EditableProfile['licences'][number];

const NOT_CHOSEN = '';

/** Languages, each at a level that may stay open. */
export function LanguageFacts(props: ListProps<Language> & { levels: readonly QuestionOption[] }) {
  const { levels, ...list } = props;
  const { languages } = useQuestionSources();
  const nameOf = (code: string): string => languages.find((known) => known.code === code)?.name ?? code;
  const taken = new Set(list.items.map(({ code }) => code));
  return (
    <FactList<Language>
      {...list}
      path="languages"
      title="Languages"
      addLabel="Add a language"
      empty="None yet."
      blank={{ from: null, code: NOT_CHOSEN, level: null }}
      words={({ code, level }) => ({
        label: 'Language',
        value: code === NOT_CHOSEN ? 'A language' : nameOf(code),
        detail: level ?? 'Level not known',
      })}
      renderFields={(language, set, errorAt) => (
        <>
          <Select
            label="Language"
            searchable
            limit={40}
            data={languages
              .filter(({ code }) => code === language.code || !taken.has(code))
              .map(({ code, name }) => ({ value: code, label: name }))}
            value={language.code === NOT_CHOSEN ? null : language.code}
            onChange={(code) => code !== null && set({ code })}
            nothingFoundMessage="No such language."
            error={errorAt('code') === undefined ? undefined : 'Choose a language, or remove the line.'}
          />
          <Select
            label="Level"
            placeholder="Leave it open"
            clearable
            data={levels.map(({ value, label, hint }) => ({
              value: String(value),
              label: hint === undefined ? label : `${label}, ${hint.toLowerCase()}`,
            }))}
            value={language.level}
            onChange={(chosen) => set({ level: CEFR_LEVELS.find((known) => known === chosen) ?? null })}
            clearButtonProps={{ 'aria-label': 'Leave the level open' }}
          />
        </>
      )}
    />
  );
}

/** Professional licences by name. */
export function LicenceFacts(props: ListProps<Licence>) {
  return (
    <FactList<Licence>
      {...props}
      path="licences"
      title="Licences"
      addLabel="Add a licence"
      empty="None yet. Only those that are valid today."
      blank={{ from: null, name: '' }}
      words={({ name }) => ({ label: 'Licence', value: name === '' ? 'A licence' : name })}
      renderFields={(licence, set, errorAt) => (
        <TextInput
          label="Licence"
          placeholder="Such as Chartered Accountant"
          value={licence.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={errorAt('name')}
        />
      )}
    />
  );
}
