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

/** Families by what a full week with no experience pays, in rupees a month; any other family gets `OTHER_PAY`. */
const BASE_PAY: readonly (readonly [rupees: number, families: string])[] = [
  [
    46_000,
    'software testing devops cybersecurity data-science data-engineering data-analytics sap embedded product strategy',
  ],
  [
    38_000,
    'finance audit tax legal company-secretarial compliance banking ux-design business-analysis project-management clinical-research',
  ],
  [
    30_000,
    'accounting payroll human-resources recruitment learning instructional-design content editing marketing digital-marketing communications video procurement supply-chain higher-education',
  ],
  [
    19_000,
    'customer-support administration virtual-assistance data-entry retail hospitality caregiving early-years tutoring beauty facilities',
  ],
];
const OTHER_PAY = 25_000;

/** Full-week monthly pay in rupees for a family of roles and years of work: about 8 per cent a year for twenty years. */
export function monthlyPay(family: string, years: number): number {
  const base = BASE_PAY.find(([, families]) => families.split(' ').includes(family))?.[0] ?? OTHER_PAY;
  return base * 1.08 ** Math.min(years, 20);
}

/** Families that flexible work is mostly made of, as many times as frequent as the others. */
const FREQUENT =
  'accounting finance tax payroll human-resources recruitment learning legal company-secretarial content editing translation marketing digital-marketing social-media graphic-design ux-design sales account-management customer-support operations administration virtual-assistance data-entry project-management business-analysis data-analytics software testing sap teaching tutoring instructional-design medical-coding nursing procurement research';
const TIMES_AS_FREQUENT = 6;

export const frequencyOf = (family: string): number =>
  FREQUENT.split(' ').includes(family) ? TIMES_AS_FREQUENT : 1;
