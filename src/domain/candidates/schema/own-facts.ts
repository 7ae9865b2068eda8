import { z } from 'zod';
import { flexifitAnswersSchema } from '../schema';
import { editableProfileSchema, readProfileSchema } from './editable';

/** What a person may put right of a profile that is kept, each part by itself; the address is how they sign in. */
const ownEditsSchema = editableProfileSchema.omit({ email: true }).partial();
export type OwnEdits = z.infer<typeof ownEditsSchema>;

/** The person's own facts; `versionId` names them, and positions in the profile refer to it. */
export const ownFactsSchema = z.object({
  candidateId: z.uuid(),
  versionId: z.uuid(),
  profile: readProfileSchema,
  /** As the résumé told it, position for position; null when none was read. */
  read: readProfileSchema.nullable(),
  /** Facts, by path, that were read with doubt and never confirmed. */
  unsure: z.array(z.string()),
  /** Facts, by path, that the person confirmed. */
  confirmed: z.array(z.string()),
  /** The file's name; null when there is none. */
  resume: z.string().nullable(),
  answers: flexifitAnswersSchema,
});
export type OwnFacts = z.infer<typeof ownFactsSchema>;
export const saveOwnProfileSchema = z.object({ versionId: z.uuid(), edits: ownEditsSchema });
