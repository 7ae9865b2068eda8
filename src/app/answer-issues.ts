import { plainMessage } from '@/domain/kernel/schema';
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
    const result = flexifitAnswersShape[id].safeParse(value, { error: plainMessage });
    if (result.success) return [];
    const nested = result.error.issues.flatMap((issue) =>
      issue.code === 'invalid_union' ? (issue.errors[0] ?? []) : [issue],
    );
    return nested.map((issue) => ({ path: [id, ...issue.path].join('.'), message: issue.message }));
  });
