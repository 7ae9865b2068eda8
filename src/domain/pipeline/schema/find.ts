import { z } from 'zod';
import { groupSchema } from './score-view';

export const findPeopleSchema = z.object({ search: z.string().trim().min(1).max(100) });

/** Somebody in the ranking of a job. */
export const foundPersonSchema = z.object({
  jobId: z.uuid(),
  jobTitle: z.string(),
  candidateId: z.uuid(),
  /** null while the person is masked; `code` stands for it. */
  name: z.string().nullable(),
  code: z.string(),
  group: groupSchema,
});
export type FoundPerson = z.infer<typeof foundPersonSchema>;
