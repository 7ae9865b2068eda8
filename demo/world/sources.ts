import type { Role, Skill } from '@/domain/catalog/schema';
import type { HomeCity } from './places';

/** What the world is made of: parts of the catalog, in the order in which the config files have them. */
export interface Sources {
  roles: readonly Role[];
  rolesByFamily: ReadonlyMap<string, readonly Role[]>;
  skillsById: ReadonlyMap<string, Skill>;
  related: ReadonlyMap<string, readonly string[]>;
  industries: readonly string[];
  homes: readonly HomeCity[];
}

/** Rupees a month for a full week with no experience, by a word of the family's id; the rest get the last one. */
const BASE_PAY: readonly (readonly [RegExp, number])[] = [
  [/software|engineer|developer|data|cloud|security|sap|erp|product/, 48_000],
  [/finance|legal|consult|strategy|design/, 42_000],
  [/account|hr|human|market|project|education|learning/, 32_000],
  [/support|admin|assistant|operation|sales|clerical|care/, 22_000],
];
const OTHER_PAY = 28_000;

/** Full-week monthly pay in rupees for a family of roles and years of work: about 9 per cent a year. */
export function monthlyPay(family: string, years: number): number {
  const base = BASE_PAY.find(([pattern]) => pattern.test(family))?.[1] ?? OTHER_PAY;
  return base * 1.09 ** Math.min(years, 20);
}
