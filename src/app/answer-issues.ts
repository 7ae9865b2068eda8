import { fieldIssues } from '@/domain/kernel/schema';
import { flexifitAnswersShape, type FlexifitQuestionId } from '@/domain/candidates/schema';

/** Answers as they are typed: right, wrong, or null to take one back. */
export type AnswerDraft = Partial<Record<FlexifitQuestionId, unknown>>;
export interface AnswerIssue {
  path: string;
  message: string;
}

/** Problems of the answers as typed, at `<question>` or `<question>.<field>`. */
export const answerIssues = (draft: AnswerDraft): AnswerIssue[] =>
  (Object.entries(draft) as [FlexifitQuestionId, unknown][]).flatMap(([id, value]) => {
    if (value === null || value === undefined) return [];
    const result = flexifitAnswersShape[id].safeParse(value);
    return result.success ? [] : fieldIssues(result.error, id);
  });
