import type { PreparedPerson } from '../person';
import type { Triple } from '../schema';

/** A factor's values, or the states of a must-have, by place in the crowd; `expected` is `NOT_YET` where nobody asked. */
export type Column = Record<keyof Triple, Int16Array>;
export const NOT_YET = -1;

/** People made ready for one day, with what jobs asked about them so far. */
export interface Crowd {
  asOf: string;
  people: readonly PreparedPerson[];
  /** Places of the people who hold a skill. */
  holders: ReadonlyMap<string, readonly number[]>;
  /** Places of the people whose skills are not known. */
  unread: readonly number[];
  /** By what was asked, the one longest unused first. */
  columns: Map<string, Column>;
}

/** What the columns of a crowd may take together, in bytes. */
const MOST_BYTES = 48 * 1024 * 1024;
const BYTES_A_PERSON = 6;
/** One job with its steps asks some fifty columns; fewer would be thrown away while it is looked at. */
const LEAST_COLUMNS = 100;

/** People for counting; all of them prepared for that day, `YYYY-MM-DD`. */
export function crowdOf(people: readonly PreparedPerson[], asOf: string): Crowd {
  const holders = new Map<string, number[]>();
  const unread: number[] = [];
  for (const [place, { facts }] of people.entries()) {
    if (!facts.skills) unread.push(place);
    for (const { skillId } of facts.skills ?? []) {
      const list = holders.get(skillId);
      if (!list) holders.set(skillId, [place]);
      else if (list.at(-1) !== place) list.push(place);
    }
  }
  return { asOf, people, holders, unread, columns: new Map() };
}

/** The column of that name; a new one is empty, filled by `fill`, and remembered. */
export function columnOf({ people, columns }: Crowd, name: string, fill?: (column: Column) => void): Column {
  const kept = columns.get(name);
  if (kept) {
    columns.delete(name);
    columns.set(name, kept);
    return kept;
  }
  const column = {
    low: new Int16Array(people.length),
    expected: new Int16Array(people.length).fill(NOT_YET),
    high: new Int16Array(people.length),
  };
  fill?.(column);
  columns.set(name, column);
  const most = Math.max(LEAST_COLUMNS, Math.floor(MOST_BYTES / (BYTES_A_PERSON * (people.length + 1))));
  const [oldest] = columns.keys();
  if (columns.size > most && oldest !== undefined) columns.delete(oldest);
  return column;
}
