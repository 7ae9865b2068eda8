import { IconFilter, IconHelpCircle, IconShield } from '@tabler/icons-react';
import { CRITERION_KINDS, type CriterionKind, type JobCriterion } from '@/domain/jobs/schema/criteria';

export const KIND_ICONS = { protected: IconShield, proxy: IconFilter, vague: IconHelpCircle } as const;
const KIND_WORDS: Record<CriterionKind, string> = {
  protected: 'protected',
  proxy: 'indirect',
  vague: 'vague',
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** “Protected: gender”. */
export const headOf = ({ kind, label }: Pick<JobCriterion, 'kind' | 'label'>): string =>
  `${capital(KIND_WORDS[kind])}: ${label.toLowerCase()}`;

/** “1 protected, 2 vague”. */
export const countOf = (criteria: readonly JobCriterion[]): string =>
  CRITERION_KINDS.flatMap((kind) => {
    const count = criteria.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : [`${count} ${KIND_WORDS[kind]}`];
  }).join(', ');

/** The graver kinds first, each in the order in which they stand. */
export const graverFirst = (criteria: readonly JobCriterion[]): JobCriterion[] =>
  CRITERION_KINDS.flatMap((kind) => criteria.filter((one) => one.kind === kind));

/** Criteria of one rule in one text together, the graver kinds first. */
export const byRule = (criteria: readonly JobCriterion[]): JobCriterion[][] => {
  const groups = new Map<string, JobCriterion[]>();
  for (const one of graverFirst(criteria)) {
    const key = `${one.path}:${one.rule}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
};
