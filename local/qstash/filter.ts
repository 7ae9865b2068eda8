export type Filter = { where: string; values: unknown[] };

/** How one field is compared with the list of its values, given the name of that parameter. */
type Compare = (values: string) => string;

/** A column that must equal one of the values. */
export const oneOf =
  (column: string): Compare =>
  (values) =>
    `${column} = any(${values}::text[])`;

/**
 * Turns the query string of a list or bulk request into SQL: repeated values of one field are alternatives, fields add up.
 * @param fields the fields that may be filtered by
 * @param time column for `fromDate` and `toDate` (Unix milliseconds)
 */
export function readFilter(query: URLSearchParams, fields: Record<string, Compare>, time?: string): Filter {
  const values: unknown[] = [];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const conditions = Object.entries(fields)
    .filter(([field]) => query.has(field))
    .map(([field, compare]) => compare(parameter(query.getAll(field))));
  for (const [field, compare] of [['fromDate', '>='] as const, ['toDate', '<='] as const]) {
    const value = query.get(field);
    if (time !== undefined && value !== null)
      conditions.push(`${time} ${compare} to_timestamp(${parameter(Number(value))}::float8 / 1000)`);
  }
  return { where: ['true', ...conditions].join(' and '), values };
}

/** Fields of a configuration that every list can be filtered by. */
export const configFields = (config: string): Record<string, Compare> => ({
  ...Object.fromEntries(
    ['url', 'topicName', 'queueName', 'scheduleId', 'flowControlKey'].map((field) => [
      field,
      oneOf(`${config}->>'${field}'`),
    ]),
  ),
  label: (values) => `${config}->'labels' ?| ${values}::text[]`,
  callerIp: oneOf(`${config}->>'callerIP'`),
  host: oneOf(`substring(${config}->>'url' from '^https?://([^/?#]+)')`),
});

/** Reads `count` within 1 to `most`. */
export function readCount(query: URLSearchParams, most: number): number {
  const count = Number(query.get('count') ?? 100);
  return Number.isInteger(count) && count > 0 ? Math.min(count, most) : 100;
}
