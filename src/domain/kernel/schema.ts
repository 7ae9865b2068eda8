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
