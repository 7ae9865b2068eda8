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
 * Words for people where a schema has none of its own: a schema's own message goes first. Numbers are those of the schema;
 * amounts of money have their own messages, since people type other units.
 */
const plainMessage: z.core.$ZodErrorMap = (issue) => {
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
      // The bound of whole numbers as such is nobody's limit.
      if (issue.maximum === Number.MAX_SAFE_INTEGER) return 'This number is too large.';
      if (issue.origin === 'number' || issue.origin === 'int') return `${say(issue.maximum)} is the most.`;
      if (issue.origin === 'string') return `Use at most ${say(issue.maximum)} letters.`;
      return `Choose at most ${say(issue.maximum)}.`;
    case 'invalid_value':
      return 'Choose one of the answers.';
    default:
      return 'This answer cannot be read. Give it again.';
  }
};

// Wherever a schema of the domain is parsed. What only an operator reads (`env.ts`, `catalog/`) asks for the library's words.
z.config({ customError: plainMessage });

/** What is wrong with the value itself: an answer that is neither told nor "prefer not to say" is judged as told. */
const innermost = (issue: z.core.$ZodIssue, at: PropertyKey[]): FieldIssue[] => {
  const path = [...at, ...issue.path];
  const told = issue.code === 'invalid_union' ? (issue.errors[0] ?? []) : [];
  if (told.length === 0) return [{ path: path.map(String).join('.'), message: issue.message }];
  return told.flatMap((inner) => innermost(inner, path));
};

/** The issues of a failed parse in words for the person, each at its dotted path below `at`. */
export const fieldIssues = (error: z.core.$ZodError, ...at: string[]): FieldIssue[] =>
  error.issues.flatMap((issue) => innermost(issue, at));
