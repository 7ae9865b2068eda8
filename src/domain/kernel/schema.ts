import { z } from 'zod';

/** One thing wrong with one field: `path` is the dotted path of the input, `message` is shown to the person. */
export const fieldIssueSchema = z.object({ path: z.string(), message: z.string() });
export type FieldIssue = z.infer<typeof fieldIssueSchema>;

/** A message the queue gave up on, by QStash's id of it. */
export const deadLetterIdSchema = z.object({ id: z.string().min(1).max(200) });
export const deadLetterSchema = deadLetterIdSchema.extend({
  topic: z.string(),
  /** HTTP status of the last delivery. */
  status: z.number().int(),
  createdAt: z.date(),
});
export type DeadLetter = z.infer<typeof deadLetterSchema>;

const say = (bound: number | bigint): string => bound.toLocaleString('en');

/**
 * Words for people where a schema has none of its own: for `error` of a parse. A schema's own message goes first.
 * Numbers are those of the schema; amounts of money have their own messages, since people type other units.
 */
export const plainMessage: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return 'Fill this in.';
      if (issue.expected === 'int') return 'Type a whole number here.';
      return issue.expected === 'number'
        ? 'Type a number here.'
        : 'This answer cannot be read. Give it again.';
    case 'too_small':
      if (issue.origin === 'number' || issue.origin === 'int') return `${say(issue.minimum)} is the least.`;
      if (issue.origin === 'string') return `Use at least ${say(issue.minimum)} letters.`;
      return `Choose at least ${say(issue.minimum)}.`;
    case 'too_big':
      if (issue.origin === 'number' || issue.origin === 'int') return `${say(issue.maximum)} is the most.`;
      if (issue.origin === 'string') return `Use at most ${say(issue.maximum)} letters.`;
      return `Choose at most ${say(issue.maximum)}.`;
    case 'invalid_value':
      return 'Choose one of the answers.';
    default:
      return 'This answer cannot be read. Give it again.';
  }
};
