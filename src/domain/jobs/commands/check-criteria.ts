import { DomainError } from '@/domain/kernel/errors';
import { jobCriteria, protectedOf } from '../criteria/job';
import type { JobAnswers } from '../schema';
import type { CriteriaReason, JobCriterion } from '../schema/criteria';

/**
 * The protected criteria that a job is published with, for a reason that names each of their words; `null` = there are none. Throws
 * `invalid_input` with an issue at every text that holds words nobody gave a reason for.
 */
export function checkCriteria(
  answers: JobAnswers,
  said: CriteriaReason | undefined,
): { words: string[]; reason: string } | null {
  const found = protectedOf(jobCriteria(answers));
  if (found.length === 0) return null;
  const open = found.filter(({ quote }) => said?.words.includes(quote) !== true);
  if (said === undefined || open.length > 0) throw unexplained(open);
  return { words: [...new Set(found.map(({ quote }) => quote))], reason: said.reason };
}

const unexplained = (open: readonly JobCriterion[]): DomainError =>
  new DomainError(
    'invalid_input',
    'Some words shut people out. Change them, or say why the work needs them.',
    {
      issues: [
        ...open.map(({ path, quote, label, instead }) => ({
          path,
          message: `“${quote}” (${label.toLowerCase()}). ${instead}`,
        })),
        { path: 'criteria.reason', message: 'Say in a sentence why the work needs it.' },
      ],
    },
  );
