import { contentHash } from '@/domain/catalog/hash';
import { fieldIssues, type FieldIssue } from '@/domain/kernel/schema';
import { jobAnswersShape, JOB_QUESTION_IDS, type JobAnswers, type JobDraft } from './schema';

export interface CheckedDraft {
  /** The answers that hold, with unknown keys inside them removed. */
  answers: JobAnswers;
  /** What to store: the answers that hold, and the others as they were typed. */
  draft: JobDraft;
  /** What is wrong, at `<question>` or `<question>.<field>`. */
  issues: FieldIssue[];
}

/** Checks a draft question by question; an empty answer (null, undefined, '') is a question left open. */
export const checkDraft = (draft: JobDraft): CheckedDraft => {
  const checked: CheckedDraft = { answers: {}, draft: {}, issues: [] };
  for (const id of JOB_QUESTION_IDS) {
    const typed = draft[id];
    const nullable = id === 'role' || id === 'meeting_notice';
    if (typed === undefined || typed === '' || (typed === null && !nullable)) continue;
    const result = jobAnswersShape[id].safeParse(typed);
    checked.draft[id] = result.success ? result.data : typed;
    if (result.success) Object.assign(checked.answers, { [id]: result.data });
    else checked.issues.push(...fieldIssues(result.error, id));
  }
  return checked;
};

/** Whether a checked draft differs from the published version of that content hash; null = nothing is published. */
export const differsFrom = (
  publishedHash: string | null,
  { answers, issues }: Pick<CheckedDraft, 'answers' | 'issues'>,
): boolean => publishedHash !== null && (issues.length > 0 || publishedHash !== contentHash(answers));
