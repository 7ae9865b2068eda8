import type { FlexifitQuestionMeta, QuestionOption, QuestionPart } from '@/ui/questions/question-meta';

const option = ({ told, ...words }: QuestionOption): QuestionOption => ({ ...words, ...told });

const part = <P extends QuestionPart>({ told, ...words }: P) => ({
  ...words,
  ...told,
  ...(words.options && { options: words.options.map(option) }),
});

/** A question as it reads to whoever enters what the person told: "they", where it says "you" to the person. */
export const asTold = (question: FlexifitQuestionMeta): FlexifitQuestionMeta => ({
  ...question,
  ...part(question),
  ...(question.parts && {
    parts: Object.fromEntries(Object.entries(question.parts).map(([key, field]) => [key, part(field)])),
  }),
});
