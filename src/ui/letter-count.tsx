import { Text } from '@mantine/core';

/** How much of a text's limit is used, once that matters; nothing is cut while it is typed. */
export const LetterCount = ({ value, most }: { value: string; most: number }) =>
  value.length > most * 0.8 && (
    <Text size="xs" c={value.length > most ? 'var(--mantine-color-error)' : 'dimmed'} mt={4}>
      {value.length.toLocaleString('en')} of {most.toLocaleString('en')} letters
    </Text>
  );
