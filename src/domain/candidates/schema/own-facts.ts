import { z } from 'zod';
import { flexifitAnswersSchema } from '../schema';
import { editableProfileSchema, readProfileSchema } from './editable';

/** What a person may put right of a profile that is kept, each part by itself; the address is how they sign in. */
const ownEditsSchema = editableProfileSchema.omit({ email: true }).partial();
export type OwnEdits = z.infer<typeof ownEditsSchema>;

/** The person's own facts; `versionId` names them, and positions in the profile refer to it. */
export const ownFactsSchema = z.object({
  versionId: z.uuid(),
  profile: readProfileSchema,
  answers: flexifitAnswersSchema,
});
export type OwnFacts = z.infer<typeof ownFactsSchema>;
export const saveOwnProfileSchema = z.object({ versionId: z.uuid(), edits: ownEditsSchema });
