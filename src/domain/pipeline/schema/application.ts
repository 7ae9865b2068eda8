import { z } from 'zod';
import { flexifitAnswersSchema, screeningAnswerSchema } from '@/domain/candidates/schema';
import { editableProfileSchema, readProfileSchema } from '@/domain/candidates/schema/editable';
import { fileNameSchema, PARSE_FAILURES } from '@/domain/resumes/schema';
import { APPLICATION_FILE_STATES, APPLICATION_STATES } from '../schema';

/** What an applicant typed so far, right or wrong; checked at their field when it is submitted. */
export const applicationDraftSchema = z.object({
  /** The step of the form, to come back to. */
  step: z.string().max(40).optional(),
  profile: z.unknown().optional(),
  answers: z.record(z.string().max(40), z.unknown()).optional(),
  screening: z.record(z.string().max(40), z.string()).optional(),
  consents: z.object({ application: z.boolean(), pool: z.boolean() }).partial().optional(),
});
export type ApplicationDraft = z.infer<typeof applicationDraftSchema>;

export const beginApplicationSchema = z.object({ jobId: z.uuid() });

/** Names an application and shows that this browser began it. */
export const applicationKeySchema = z.object({ applicationId: z.uuid(), key: z.string().length(43) });

export const offerFileSchema = applicationKeySchema.extend({
  name: fileNameSchema,
  size: z.number().int().nonnegative(),
});

const MAX_DRAFT_BYTES = 256 * 1024;
export const saveApplicationSchema = applicationKeySchema.extend({
  /** The revision the draft was typed over. */
  revision: z.number().int().positive(),
  draft: applicationDraftSchema.refine(
    (draft) => JSON.stringify(draft).length <= MAX_DRAFT_BYTES,
    'This is too long to be saved.',
  ),
});

/** What is sent in the end. Messages are what the person reads at the field. */
export const applicationFormSchema = z.object({
  profile: editableProfileSchema,
  answers: flexifitAnswersSchema,
  screening: z.record(z.string().max(40), screeningAnswerSchema),
  consents: z.object({
    application: z.literal(true, { error: 'Without this the employer may not read your application.' }),
    pool: z.boolean(),
  }),
});
export type ApplicationForm = z.infer<typeof applicationFormSchema>;

/** The form comes as it was typed; `applicationFormSchema` is held against it inside, so that issues name its fields. */
export const submitApplicationSchema = applicationKeySchema.extend({ form: z.unknown() });

/** Why a file will not do, and what its owner can do about it. */
const fileProblemSchema = z.object({
  reason: z.enum([...PARSE_FAILURES, 'not_uploaded']),
  title: z.string(),
  advice: z.string(),
});
export type FileProblem = z.infer<typeof fileProblemSchema>;

export const offeredFileSchema = z.discriminatedUnion('accepted', [
  z.object({
    accepted: z.literal(true),
    path: z.string(),
    contentType: z.string(),
    /** The draft's: facts that were shown from an earlier file are the person's own now. */
    revision: z.number().int(),
  }),
  z.object({ accepted: z.literal(false), problem: fileProblemSchema }),
]);
export type OfferedFile = z.infer<typeof offeredFileSchema>;

export const applicationViewSchema = z.object({
  applicationId: z.uuid(),
  jobId: z.uuid(),
  state: z.enum(APPLICATION_STATES),
  file: z.object({
    state: z.enum(APPLICATION_FILE_STATES),
    name: z.string().nullable(),
    problem: fileProblemSchema.nullable(),
  }),
  /** What the résumé gave; null until one was read. */
  read: z
    .object({
      profile: readProfileSchema,
      /** Fields, by path, that were read with doubt or not found: the person is asked to look. */
      unsure: z.array(z.string()),
    })
    .nullable(),
  draft: applicationDraftSchema,
  revision: z.number().int(),
});
export type ApplicationView = z.infer<typeof applicationViewSchema>;

export const savedApplicationSchema = z.object({ revision: z.number().int(), savedAt: z.date() });
export const submittedApplicationSchema = z.object({ state: z.enum(APPLICATION_STATES) });
