import type { Role } from '@/domain/catalog/schema';
import { someCompany } from './companies';
import { monthText, WORLD_MONTH } from './months';
import type { Random } from './random';
import type { Sources } from './sources';

export interface Stint {
  role: Role;
  title: string;
  company: string;
  domains: string[];
  /** Months since year 0; `to` is the last month, null while the work goes on. */
  from: number;
  to: number | null;
}

const RANKS = [
  { from: 0, words: ['Junior', 'Trainee', ''] },
  { from: 2, words: ['', '', 'Associate'] },
  { from: 5, words: ['', 'Senior', ''] },
  { from: 9, words: ['Senior', 'Lead', ''] },
] as const;

/** Titles that already say a rank take no second one. */
const RANKED = /senior|junior|lead|head|chief|director|manager|intern|trainee|associate|assistant|officer/i;

function titleFor(random: Random, role: Role, years: number): string {
  const rank = RANKS.findLast(({ from }) => years >= from) ?? RANKS[0];
  const name = role.aliases.length > 0 && random.chance(0.4) ? random.pick(role.aliases) : role.title;
  const word = random.pick(rank.words);
  return word === '' || RANKED.test(name) ? name : `${word} ${name}`;
}

/** The role of an earlier stint: mostly the same, often a neighbour of the family, sometimes another world. */
function earlierRole(random: Random, role: Role, sources: Sources): Role {
  const kind = random.next();
  if (kind < 0.68) return role;
  if (kind < 0.93) return random.pick(sources.rolesByFamily.get(role.family) ?? [role]);
  return random.pick(sources.roles);
}

/** Stints from the latest back, with gaps, overlaps, breaks and changes of field as careers have them. */
export function makeCareer(random: Random, role: Role, months: number, sources: Sources): Stint[] {
  const stints: Stint[] = [];
  const field = random.pick(sources.industries);
  const first = WORLD_MONTH - months;
  let at = WORLD_MONTH;
  if (random.chance(0.22)) at -= random.int(3, 48);
  let current = role;
  while (at > first && stints.length < 8) {
    const length = Math.max(5, Math.round(random.around(34, 16)));
    const from = Math.max(first, at - length);
    const years = (from - first) / 12;
    stints.push({
      role: current,
      title: titleFor(random, current, years),
      company: random.chance(0.06) ? 'Self-employed' : someCompany(random),
      domains: [random.chance(0.6) ? field : random.pick(sources.industries)],
      from,
      to: at === WORLD_MONTH ? null : at,
    });
    const gap = random.next();
    if (gap < 0.12) at = from - random.int(12, 60);
    else if (gap < 0.2) at = from + random.int(1, 6);
    else at = from - random.int(0, 3);
    if (at >= (stints.at(-1)?.to ?? WORLD_MONTH)) at = from - 1;
    current = earlierRole(random, role, sources);
  }
  return stints;
}

/** Months worked, overlaps counted once. */
export function monthsWorked(stints: readonly Stint[]): number {
  const months = new Set<number>();
  for (const { from, to } of stints)
    for (let month = from; month <= (to ?? WORLD_MONTH); month++) months.add(month);
  return months.size;
}

export const startText = ({ from }: Stint): string => monthText(from);
export const endText = ({ to }: Stint): string => (to === null ? 'present' : monthText(to));
