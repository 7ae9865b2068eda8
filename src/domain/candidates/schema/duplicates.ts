import { z } from 'zod';
import { stageSchema, type RejectReason, type sourceSchema, type Stage } from '@/domain/pipeline/schema';
import { flexifitAnswersShape, type FlexifitQuestionId, type provenanceSchema } from '../schema';

/** What says that two may be one person, the strongest first; each has a key by which others with the same are found. */
export const EVIDENCE = ['email', 'phone', 'resume', 'work', 'name_city'] as const;
export const evidenceSchema = z.enum(EVIDENCE);
export type Evidence = z.infer<typeof evidenceSchema>;

/** `strong`: a mailbox or phone is the same; `likely`: something else is, and nothing speaks against it. */
export const PAIR_STRENGTHS = ['strong', 'likely'] as const;
export const pairStrengthSchema = z.enum(PAIR_STRENGTHS);
export type PairStrength = z.infer<typeof pairStrengthSchema>;

export const sideSchema = z.enum(['one', 'other']);
/** One of the two people of a pair. */
export type Side = z.infer<typeof sideSchema>;

export const ANSWER_FIELD = 'answers.';
const FACT_FIELDS = ['name', 'email', 'phone', 'place', 'experience', 'education'] as const;
/** A field of which one value is kept; skills, languages and licences are kept of both. */
export type MergeField = (typeof FACT_FIELDS)[number] | `${typeof ANSWER_FIELD}${FlexifitQuestionId}`;
export const mergeFieldSchema = z.custom<MergeField>(
  (value) =>
    typeof value === 'string' &&
    (FACT_FIELDS.some((field) => field === value) ||
      (value.startsWith(ANSWER_FIELD) &&
        Object.hasOwn(flexifitAnswersShape, value.slice(ANSWER_FIELD.length)))),
  'This is no field of a person.',
);

/** How a candidacy of the kept person stood before that of the other one for the same job was merged into it, and after. */
export interface MergedCandidacy {
  candidacyId: string;
  before: CandidacyPlace;
  after: CandidacyPlace;
  /** The move that the merge made; null when the stage stayed. */
  eventId: string | null;
}
/** Times are ISO instants. */
export interface CandidacyPlace {
  source: z.infer<typeof sourceSchema>;
  stage: Stage;
  rejectReason: RejectReason | null;
  stageSince: string;
  unmaskedAt: string | null;
  openedAt: string | null;
}

/** An answer of the other person that took the place of one of the kept person. */
export interface MergedScreening {
  /** The row that the merge added. */
  answerId: string;
  jobId: string;
  questionId: string;
  before: { answer: string; provenance: z.infer<typeof provenanceSchema> };
}

const personIds = z.object({ oneId: z.uuid(), otherId: z.uuid() });
const areTwo = ({ oneId, otherId }: z.infer<typeof personIds>): boolean => oneId !== otherId;
const TWO = { message: 'These are the same person already.', path: ['otherId'] };

/** Two people that are one; versions are those that were compared, choices name the person whose value is kept. */
export const mergePeopleSchema = personIds
  .extend({
    oneVersionId: z.uuid(),
    otherVersionId: z.uuid(),
    choices: z.partialRecord(mergeFieldSchema, z.uuid()),
  })
  .refine(areTwo, TWO);
export type MergePeopleInput = z.infer<typeof mergePeopleSchema>;
export const mergedPeopleSchema = z.object({ mergeId: z.uuid(), keptId: z.uuid(), mergedId: z.uuid() });
export type MergedPeople = z.infer<typeof mergedPeopleSchema>;

export const undoMergeSchema = z.object({ mergeId: z.uuid() });
export const undoneMergeSchema = z.object({
  keptId: z.uuid(),
  mergedId: z.uuid(),
  /** What was changed since and therefore stays, each in a sentence. */
  stayed: z.array(z.string()),
});
export type UndoneMerge = z.infer<typeof undoneMergeSchema>;

/** `different` false takes the distinction back. */
export const distinguishSchema = personIds.extend({ different: z.boolean() }).refine(areTwo, TWO);
export const distinguishedSchema = z.object({ different: z.boolean() });

const pairFilter = z.object({
  /** Pairs of one person only. */
  candidateId: z.uuid().nullable().default(null),
  /** Pairs with somebody whom this import brought. */
  importId: z.uuid().nullable().default(null),
});
export type PairFilter = z.infer<typeof pairFilter>;
export const countPairsSchema = pairFilter;
export const countedPairsSchema = z.object({
  count: z.number().int(),
  /** People whose facts are so new that they are still to be compared. */
  pending: z.boolean(),
});
export type CountedPairs = z.infer<typeof countedPairsSchema>;

export const listPairsSchema = pairFilter.extend({
  cursor: z
    .object({ strength: pairStrengthSchema, oneId: z.uuid(), otherId: z.uuid() })
    .nullable()
    .default(null),
});
const pairPersonSchema = z.object({
  candidateId: z.uuid(),
  versionId: z.uuid(),
  name: z.string().nullable(),
  addedAt: z.date(),
  resume: z.string().nullable(),
  /** The person proved the address and looks after these facts. */
  ownsProfile: z.boolean(),
  /** Came on their own, by applying, rather than being brought. */
  applied: z.boolean(),
  candidacies: z.array(z.object({ jobId: z.uuid(), jobTitle: z.string(), stage: stageSchema })),
});
export type PairPerson = z.infer<typeof pairPersonSchema>;
const pairFieldSchema = z.object({
  field: mergeFieldSchema,
  label: z.string(),
  /** Lines of text; none where the person tells nothing. */
  one: z.array(z.string()),
  other: z.array(z.string()),
  differs: z.boolean(),
  /** Whose value is kept where nobody chooses. */
  side: sideSchema,
});
export type PairField = z.infer<typeof pairFieldSchema>;
const pairViewSchema = z.object({
  one: pairPersonSchema,
  other: pairPersonSchema,
  strength: pairStrengthSchema,
  evidence: z.array(evidenceSchema),
  /** Who stays, with all of their facts; null where the facts are chosen line by line. */
  owner: sideSchema.nullable(),
  /** False when both look after their own facts and nothing proves that they are one. */
  mergeable: z.boolean(),
  fields: z.array(pairFieldSchema),
  /** Lists of which everything is kept. */
  lists: z.array(z.object({ label: z.string(), one: z.array(z.string()), other: z.array(z.string()) })),
});
export type PairView = z.infer<typeof pairViewSchema>;
export const pairsPageSchema = z.object({
  total: z.number().int(),
  items: z.array(pairViewSchema),
  nextCursor: listPairsSchema.shape.cursor.unwrap(),
});
export type PairsPage = z.infer<typeof pairsPageSchema>;

/** Somebody who was merged into a person. */
export const personMergeSchema = z.object({
  mergeId: z.uuid(),
  mergedName: z.string().nullable(),
  mergedEmail: z.string().nullable(),
  mergedAt: z.date(),
  /** Name of the colleague who did it. */
  mergedBy: z.string().nullable(),
  /** Why it cannot be undone now; null when it can. */
  blocked: z.string().nullable(),
});
export type PersonMerge = z.infer<typeof personMergeSchema>;
