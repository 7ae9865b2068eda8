'use client';
import { useEffect, useId, useRef, useState, type ComponentProps } from 'react';

const PAUSE_MS = 150;

/** A text field that offers names while somebody types; what it fetches them with is loaded with the first letter. */
export const SuggestInput = ({ kind, ...props }: { kind: 'skill' | 'place' } & ComponentProps<'input'>) => {
  const list = useId();
  const [names, setNames] = useState<string[]>([]);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef('');
  useEffect(() => () => clearTimeout(pause.current), []);

  const offer = async (typed: string): Promise<void> => {
    try {
      const { suggestionsFor } = await import('./suggestions');
      const found = await suggestionsFor[kind](typed);
      if (latest.current === typed) setNames(found);
    } catch {
      // Without suggestions the field still takes what is typed.
    }
  };
  return (
    <>
      <input
        {...props}
        list={list}
        autoComplete="off"
        onInput={({ currentTarget: { value } }) => {
          latest.current = value.trim();
          clearTimeout(pause.current);
          if (latest.current.length > 1)
            pause.current = setTimeout(() => void offer(latest.current), PAUSE_MS);
        }}
      />
      <datalist id={list}>
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
    </>
  );
};
