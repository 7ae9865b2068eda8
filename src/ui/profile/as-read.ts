import { MONTH_NAMES } from '@/domain/scoring/months';

/** Whether two facts say the same, whatever the order of their fields. */
const same = (one: object, other: object): boolean =>
  Object.keys({ ...one, ...other }).every(
    (key) =>
      JSON.stringify((one as Record<string, unknown>)[key]) ===
      JSON.stringify((other as Record<string, unknown>)[key]),
  );

/** Whether a fact of a list stands as it was read; what a person added or changed is theirs. */
export const asRead = <T extends { from: number | null }>(
  item: T,
  read: readonly T[] | undefined,
): boolean => {
  const source = item.from === null ? undefined : read?.[item.from];
  return source !== undefined && same(item, source);
};

/** Takes an item out of a list. */
export const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index);

/** Puts an item back where it was, or at the end of what is left. */
export const putBack = <T>(list: readonly T[], index: number, item: T): T[] => [
  ...list.slice(0, index),
  item,
  ...list.slice(index),
];

export const MONTH_OPTIONS = MONTH_NAMES.map((label, at) => ({
  value: String(at + 1).padStart(2, '0'),
  label,
}));
