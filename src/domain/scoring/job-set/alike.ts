import type { CareerEntry } from '../career';
import type { CompiledJob } from '../compile';
import { ONE } from '../fixed-point';
import { wordsOfTitle, type Near, type RoleMatcher } from '../roles';
import { isField, wordWeight } from '../titles';

/** Likeness of an entry that tells neither title nor role. */
export const NOT_TOLD = -1;

/** Numbers by key in the order in which they came, and what stands behind each. */
function numbering<K, V>() {
  const numbers = new Map<K, number>();
  const values: V[] = [];
  return {
    values,
    find: (key: K): number | undefined => numbers.get(key),
    of(key: K, make: () => V): number {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, values.length);
      return values.push(make()) - 1;
    },
  };
}

const push = <K>(lists: Map<K, number[]>, key: K, value: number): void => {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
};

/** Sums by number, of which few are other than zero at a time. */
function tally(size: number) {
  const sums = new Int32Array(size);
  const touched: number[] = [];
  return {
    add(number: number, value: number): void {
      if (sums[number] === 0) touched.push(number);
      sums[number] = (sums[number] ?? 0) + value;
    },
    /** Tells of every sum and forgets it. */
    drain(tell: (number: number, sum: number) => void): void {
      for (const number of touched) {
        tell(number, sums[number] ?? 0);
        sums[number] = 0;
      }
      touched.length = 0;
    },
  };
}

/**
 * Compares a held role with the roles of many jobs, as `likeness` of each job's matcher does: with each list of families and with
 * each role once, with titles and roles by the words of the held title alone. All jobs are of one taxonomy.
 */
export function alikeToAll(
  jobs: readonly (CompiledJob & { roles: RoleMatcher })[],
): (entry: CareerEntry) => Int16Array {
  const roles = numbering<string | null, { matcher: RoleMatcher; list: number }>();
  const lists = numbering<Near, RoleMatcher>();
  const families = numbering<ReadonlySet<string>, { list: number; at: number }[]>();
  const rolesByWord = new Map<string, number[]>();
  const familiesByWord = new Map<string, number[]>();
  const jobsByWord = new Map<string, number[]>();
  const roleOfJob = jobs.map(({ roles: matcher, job: { roleId } }, job) => {
    const { near, role, title } = matcher.words;
    for (const word of title) push(jobsByWord, word, job);
    return roles.of(roleId, () => {
      for (const word of role) push(rolesByWord, word, roles.values.length);
      const list = lists.of(near, () => {
        for (const [at, { words }] of near.entries()) {
          const family = families.of(words, () => {
            for (const word of words) if (isField(word)) push(familiesByWord, word, families.values.length);
            return [];
          });
          families.values[family]?.push({ list: lists.values.length, at });
        }
        return matcher;
      });
      return { matcher, list };
    });
  });
  const matchers = roles.values;
  const byTable = new Map<string, Int16Array>();
  const inTable = (roleId: string): Int16Array => {
    const known = byTable.get(roleId);
    if (known) return known;
    const made = Int16Array.from(matchers, ({ matcher }) => matcher.byTable(roleId));
    const own = roles.find(roleId);
    if (own !== undefined) made[own] = ONE;
    byTable.set(roleId, made);
    return made;
  };
  const none = new Int16Array(matchers.length);
  const toRole = new Int16Array(matchers.length);
  const toList = new Int16Array(lists.values.length);
  const [ofRole, ofRoleFields, ofFamily, ofTitle] = [
    tally(matchers.length),
    tally(matchers.length),
    tally(families.values.length),
    tally(jobs.length),
  ] as const;

  return ({ title, roleId }) => {
    const alike = new Int16Array(jobs.length);
    if (roleId === null && title === '') return alike.fill(NOT_TOLD);
    let held = 0;
    let fields = 0;
    for (const word of wordsOfTitle(title)) {
      const weight = wordWeight(word);
      held += weight;
      for (const role of rolesByWord.get(word) ?? []) ofRole.add(role, weight);
      for (const job of jobsByWord.get(word) ?? []) ofTitle.add(job, weight);
      if (!isField(word)) continue;
      fields += 1;
      for (const role of rolesByWord.get(word) ?? []) ofRoleFields.add(role, 1);
      for (const family of familiesByWord.get(word) ?? []) ofFamily.add(family, 1);
    }
    toList.fill(0);
    ofFamily.drain((family, known) => {
      for (const { list, at } of families.values[family] ?? []) {
        const says = lists.values[list]?.byFamilyWords(fields, known, at) ?? 0;
        if (says > (toList[list] ?? 0)) toList[list] = says;
      }
    });
    const table = roleId === null ? none : inTable(roleId);
    for (let role = 0; role < toRole.length; role++) {
      toRole[role] = Math.max(table[role] ?? 0, toList[matchers[role]?.list ?? 0] ?? 0);
    }
    const named = new Set<number>();
    ofRoleFields.drain((role) => named.add(role));
    ofRole.drain((role, shared) => {
      if (!named.has(role)) return;
      toRole[role] = Math.max(toRole[role] ?? 0, matchers[role]?.matcher.byRoleWords(held, shared) ?? 0);
    });
    for (let job = 0; job < alike.length; job++) alike[job] = toRole[roleOfJob[job] ?? 0] ?? 0;
    ofTitle.drain((job, shared) => {
      alike[job] = Math.max(alike[job] ?? 0, jobs[job]?.roles.byTitleWords(held, shared) ?? 0);
    });
    return alike;
  };
}
