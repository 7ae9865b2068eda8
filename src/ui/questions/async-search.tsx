'use client';
import { Combobox, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';

export interface AsyncSearchProps<Item> {
  id?: string;
  /** Visible label, or `labelledBy` for one that stands elsewhere. */
  label?: ReactNode;
  ariaLabel?: string;
  placeholder?: string | undefined;
  search: (query: string) => Promise<readonly Item[]>;
  onPick: (item: Item) => void;
  keyOf: (item: Item) => string;
  nameOf: (item: Item) => string;
  hintOf?: (item: Item) => string | undefined;
  /** What the input shows while nobody types: the chosen one. */
  shown?: string;
  onClear?: () => void;
  error?: ReactNode;
  disabled?: boolean;
}

type Answer<Item> = { state: 'idle' | 'busy' | 'failed' } | { state: 'found'; items: readonly Item[] };

/** A text field that looks up what is typed, 200 ms after the last letter; a late answer never replaces a newer one. */
export function AsyncSearch<Item>(props: AsyncSearchProps<Item>) {
  const { search, onPick, keyOf, nameOf, hintOf, shown = '', onClear, disabled = false } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [answer, setAnswer] = useState<Answer<Item>>({ state: 'idle' });
  const asked = useRef(0);
  const combobox = useCombobox({
    onDropdownClose: () => combobox.resetSelectedOption(),
  });

  const lookUp = useDebouncedCallback(async (query: string) => {
    const question = ++asked.current;
    const found = await search(query).then(
      (items): Answer<Item> => ({ state: 'found', items }),
      (): Answer<Item> => ({ state: 'failed' }),
    );
    if (question === asked.current) setAnswer(found);
  }, 200);

  // Once they are drawn, so that Enter takes the best one.
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (answer.state === 'found') selectFirstOption();
  }, [answer, selectFirstOption]);

  const type = (text: string): void => {
    setTyped(text);
    if (text.trim() === '') {
      asked.current++;
      setAnswer({ state: 'idle' });
      combobox.closeDropdown();
      if (text === '') onClear?.();
      return;
    }
    setAnswer((before) => (before.state === 'found' ? before : { state: 'busy' }));
    combobox.openDropdown();
    lookUp(text.trim());
  };

  const pick = (key: string): void => {
    const item = answer.state === 'found' ? answer.items.find((found) => keyOf(found) === key) : undefined;
    if (item === undefined) return;
    onPick(item);
    setTyped(null);
    setAnswer({ state: 'idle' });
    combobox.closeDropdown();
  };

  return (
    <Combobox store={combobox} onOptionSubmit={pick}>
      <Combobox.Target>
        <TextInput
          {...(props.id && { id: props.id })}
          label={props.label}
          aria-label={props.ariaLabel}
          placeholder={props.placeholder}
          error={props.error}
          disabled={disabled}
          value={typed ?? shown}
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={() => {
            combobox.closeDropdown();
            setTyped(null);
          }}
          leftSection={<IconSearch size={15} aria-hidden="true" />}
          rightSection={answer.state === 'busy' ? <Loader size={14} /> : null}
          autoComplete="off"
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={answer.state === 'idle'}>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label="What was found">
          {answer.state === 'busy' && <Combobox.Empty>Looking…</Combobox.Empty>}
          {answer.state === 'failed' && (
            <Combobox.Empty>The search did not answer. Type again to repeat it.</Combobox.Empty>
          )}
          {answer.state === 'found' && answer.items.length === 0 && (
            <Combobox.Empty>Nothing like that here.</Combobox.Empty>
          )}
          {answer.state === 'found' &&
            answer.items.map((item) => (
              <Combobox.Option key={keyOf(item)} value={keyOf(item)}>
                <Text span size="sm">
                  {nameOf(item)}
                </Text>
                {hintOf?.(item) && (
                  <Text span size="xs" c="dimmed" ml={8}>
                    {hintOf(item)}
                  </Text>
                )}
              </Combobox.Option>
            ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
