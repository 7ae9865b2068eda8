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

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
export const MONTH_OPTIONS = MONTHS.map((label, at) => ({ value: String(at + 1).padStart(2, '0'), label }));

/** `2024-03` as "Mar 2024", `2024` as it is, `present` as "now"; null says nothing. */
export const monthWords = (date: string | null): string => {
  if (date === null) return '';
  if (date === 'present') return 'now';
  const [year, month] = date.split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return name === undefined ? date : `${name} ${year}`;
};

/** "Mar 2024 to now", "until 2019", "No dates". */
export const termWords = (start: string | null, end: string | null): string => {
  const [from, to] = [monthWords(start), monthWords(end)];
  if (from !== '' && to !== '') return `${from} to ${to}`;
  if (from !== '') return `from ${from}`;
  return to === '' ? 'No dates' : `until ${to}`;
};
