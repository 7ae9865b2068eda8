import { z } from 'zod';
import { tokenSchema } from '@/domain/accounts/schema';
import {
  cefrSchema,
  currencySchema,
  daySchema,
  engagementSchema,
  flexibilitySchema,
  focusSchema,
  meetingNoticeSchema,
  minorUnitsSchema,
  monthSchema,
  payPeriodSchema,
  placeSchema,
  setupItemSchema,
  skillLevelSchema,
  timeZoneSchema,
  weekGridSchema,
} from '@/domain/scoring/schema';
import { MUTABLE_MAILS, mutableMailSchema } from '@/domain/notifications/schema';
import { isTimeZone } from '@/domain/scoring/time-zones';
import { resumeDateSchema, spanSchema } from '@/domain/resumes/schema';

/** "Prefer not to say": kept as an answer, read by the engine as unknown. */
export const UNSAID = 'unsaid';
const orUnsaid = <T extends z.ZodType>(schema: T) => z.union([schema, z.literal(UNSAID)]);

/** Languages that an answer holds at most. */
export const MOST_LANGUAGES = 8;

/** Answers to `config/flexifit_questions.json`, one key per question id; a missing key is a question not yet asked. */
export const flexifitAnswersShape = {
  hours: orUnsaid(
    z
      .object({ min: z.number().min(1).max(60), max: z.number().min(1).max(60) })
      .refine((hours) => hours.min <= hours.max, {
        message: 'The fewest hours must not exceed the most.',
        path: ['max'],
      }),
  ),
  week: orUnsaid(z.object({ grid: weekGridSchema, timeZone: timeZoneSchema })),
  flexibility: orUnsaid(flexibilitySchema),
  modes: orUnsaid(
    z.object({
      remote: z.boolean(),
      maxDaysOnSite: z.number().int().min(0).max(5),
      radiusKm: z.number().min(0).max(500).nullable(),
    }),
  ),
  engagements: orUnsaid(z.record(engagementSchema, z.enum(['yes', 'consider', 'no']))),
  commitment: orUnsaid(
    z.object({ minMonths: z.number().min(0).max(60), maxMonths: z.number().min(0.25).max(120).nullable() }),
  ),
  earliest_start: orUnsaid(daySchema),
  least_pay: orUnsaid(
    z.object({ amountMinor: minorUnitsSchema, currency: currencySchema, per: payPeriodSchema }),
  ),
  other_work: orUnsaid(z.object({ hoursPerWeek: z.number().min(0).max(60), alreadyExcluded: z.boolean() })),
  meeting_notice: orUnsaid(meetingNoticeSchema),
  setup: orUnsaid(z.record(setupItemSchema, z.boolean())),
  /** Unscored; shown after the shortlist. */
  restart_help: orUnsaid(z.array(z.enum(['mentor', 'phased_hours', 'refresher']))),
  focus: orUnsaid(focusSchema),
  languages: orUnsaid(
    z.array(z.object({ code: z.string().min(2).max(3), level: cefrSchema })).max(MOST_LANGUAGES),
  ),
  licences: orUnsaid(z.array(z.string().trim().min(2).max(80)).max(8)),
} as const;
export const flexifitAnswersSchema = z.object(flexifitAnswersShape).partial();
export type FlexifitAnswers = z.infer<typeof flexifitAnswersSchema>;
export type FlexifitQuestionId = keyof typeof flexifitAnswersShape;

/** What a mailed link of a candidate does: open the portal, confirm an application, answer one question. */
export const CANDIDATE_TOKEN_PURPOSES = ['portal', 'application', 'fact_request'] as const;
export const candidateTokenPurposeSchema = z.enum(CANDIDATE_TOKEN_PURPOSES);
export type CandidateTokenPurpose = z.infer<typeof candidateTokenPurposeSchema>;
/** Asks for a fresh link in place of one that was used or is too old. */
export const renewLinkSchema = tokenSchema.extend({ purpose: candidateTokenPurposeSchema });

export const PROVENANCES = ['parsed', 'corrected', 'answered', 'imported'] as const;
export const provenanceSchema = z.enum(PROVENANCES);
export type Provenance = z.infer<typeof provenanceSchema>;
const fact = <T extends z.ZodType>(value: T) =>
  z.object({
    value,
    provenance: provenanceSchema,
    /** 0–1; 1 for what a person said. */
    confidence: z.number().min(0).max(1),
    /** Into the text of the résumé this fact was read from. */
    span: spanSchema.nullable(),
  });

export const EDITED_LISTS = ['skills', 'experience', 'education', 'languages', 'licences'] as const;

/** The profile stored as JSONB in an immutable candidate version: facts of the résumé with where each came from. */
export const candidateProfileSchema = z.object({
  name: fact(z.string()).nullable(),
  email: fact(z.string()).nullable(),
  phone: fact(z.string()).nullable(),
  place: fact(placeSchema).nullable(),
  /** The occupation at the head of the résumé; profiles of earlier readings have none. */
  headline: fact(z.object({ title: z.string(), roleId: z.string().nullable() }))
    .nullable()
    .optional(),
  skills: z.array(
    z.object({
      skillId: z.string(),
      source: z.enum(['job', 'listed']),
      level: skillLevelSchema.nullable(),
      lastUsed: monthSchema.nullable(),
      months: z.number().int().nonnegative().nullable(),
      provenance: provenanceSchema,
      /** Every mention, for evidence. */
      spans: z.array(spanSchema),
    }),
  ),
  experience: z.array(
    z.object({
      title: z.string().nullable(),
      company: z.string().nullable(),
      roleId: z.string().nullable(),
      domains: z.array(z.string()),
      start: resumeDateSchema.nullable(),
      end: resumeDateSchema.nullable(),
      provenance: provenanceSchema,
      confidence: z.number().min(0).max(1),
      span: spanSchema.nullable(),
    }),
  ),
  education: z.array(
    z.object({
      school: z.string().nullable(),
      degree: z.string().nullable(),
      end: resumeDateSchema.nullable(),
      provenance: provenanceSchema,
      span: spanSchema.nullable(),
    }),
  ),
  languages: z.array(
    z.object({
      code: z.string(),
      level: cefrSchema.nullable(),
      provenance: provenanceSchema,
      span: spanSchema.nullable(),
    }),
  ),
  licences: z.array(
    z.object({ name: z.string(), provenance: provenanceSchema, span: spanSchema.nullable() }),
  ),
  totalMonths: z.number().int().nonnegative().nullable(),
  /** Lists that a person went through: a newer reading of the résumé does not bring back what they removed. */
  edited: z.array(z.enum(EDITED_LISTS)).optional(),
});
export type CandidateProfile = z.infer<typeof candidateProfileSchema>;

export const candidateIdSchema = z.object({ candidateId: z.uuid() });
export const listPeopleSchema = z.object({
  search: z.string().trim().max(100).default(''),
  skillId: z.string().max(80).nullable().default(null),
  /** The last person of the page before; two may have changed at the same instant. */
  cursor: z.object({ updatedAt: z.date(), id: z.uuid() }).nullable().default(null),
});
/** Null takes an answer back to "not asked". */
export const saveAnswersSchema = candidateIdSchema.extend({
  answers: z
    .object(flexifitAnswersShape)
    .partial()
    .extend(
      Object.fromEntries(
        Object.entries(flexifitAnswersShape).map(([id, schema]) => [id, schema.nullable().optional()]),
      ) as { [K in FlexifitQuestionId]: z.ZodOptional<z.ZodNullable<(typeof flexifitAnswersShape)[K]>> },
    ),
});
/** What a person answers to an employer's own question. */
export const SCREENING_ANSWER_LENGTH = 2000;
export const SCREENING_ANSWER_TOO_LONG = 'Keep this under 2,000 letters.';
export const screeningAnswerSchema = z
  .string()
  .trim()
  .max(SCREENING_ANSWER_LENGTH, SCREENING_ANSWER_TOO_LONG);

/** At most 1 MB of CSV: some ten thousand rows. */
export const importAnswersSchema = z.object({ csv: z.string().min(1).max(1_000_000) });
export const saveScreeningAnswerSchema = candidateIdSchema.extend({
  jobId: z.uuid(),
  questionId: z.string().max(40),
  answer: screeningAnswerSchema.nullable(),
});

/** What is wrong with a row of a CSV; the line counts from 1, the header included. */
export const rowIssueSchema = z.object({ line: z.number().int(), column: z.string(), message: z.string() });
export type RowIssue = z.infer<typeof rowIssueSchema>;
export const importedAnswersSchema = z.object({ saved: z.number().int(), issues: z.array(rowIssueSchema) });
export const savedAnswersSchema = candidateIdSchema.extend({ versionId: z.uuid() });

export const personListItemSchema = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  headline: z.string().nullable(),
  city: z.string().nullable(),
  totalMonths: z.number().nullable(),
  skills: z.array(z.string()),
  /** How many questions are answered. */
  answered: z.number().int(),
  /** Came on their own, by applying. */
  applied: z.boolean(),
});
export type PersonListItem = z.infer<typeof personListItemSchema>;
export const peoplePageSchema = z.object({
  items: z.array(personListItemSchema),
  total: z.number().int(),
  nextCursor: listPeopleSchema.shape.cursor.unwrap(),
});
export type PeoplePage = z.infer<typeof peoplePageSchema>;

const { skills, experience, education } = candidateProfileSchema.shape;
const shown = <T extends z.ZodType>(value: T) => z.object({ value, provenance: provenanceSchema }).nullable();
export const personDetailSchema = z.object({
  id: z.uuid(),
  profile: z.object({
    name: shown(z.string()),
    email: shown(z.string()),
    phone: shown(z.string()),
    place: shown(z.object({ name: z.string() })),
    skills: z.array(skills.element.pick({ skillId: true, provenance: true })),
    experience: z.array(
      experience.element.pick({ title: true, company: true, start: true, end: true, provenance: true }),
    ),
    education: z.array(education.element.pick({ school: true, degree: true, provenance: true })),
  }),
  answers: flexifitAnswersSchema,
  /** The jobs for which this person applied on their own, and so looks after the answers; null for somebody who was brought. */
  applied: z.array(z.object({ jobId: z.uuid(), title: z.string() })).nullable(),
  version: z.number().int(),
  resume: z.object({ id: z.uuid(), fileName: z.string() }).nullable(),
});
export type PersonDetail = z.infer<typeof personDetailSchema>;

/** The person whose portal is open. */
export const myselfSchema = z.object({
  name: z.string().nullable(),
  email: z.string().nullable(),
  timeZone: z.string(),
  locale: z.string(),
  /** The organisation that brought this person; null for someone who came on their own. */
  broughtBy: z.string().nullable(),
});
export type Myself = z.infer<typeof myselfSchema>;

export const LOCALES = ['en-IN', 'en-GB', 'en-US'] as const;
export const localeSchema = z.enum(LOCALES);

/** Which mails a candidate does not want, and how times are told. */
export const preferencesSchema = z.object({
  mutedMails: z.array(mutableMailSchema).max(MUTABLE_MAILS.length),
  timeZone: timeZoneSchema.refine(isTimeZone, 'This time zone is not known.'),
  locale: localeSchema,
});
export type Preferences = z.infer<typeof preferencesSchema>;
export const poolConsentSchema = z.object({ consent: z.boolean() });

/** What is stored of a person, for that person. */
export const ownDataSchema = z.object({
  since: z.date(),
  changedAt: z.date(),
  /** Versions of the facts that are kept, so that every score can be replayed. */
  versions: z.number().int(),
  lawfulBasis: z.enum(['consent', 'legitimate_interest']),
  poolConsentAt: z.date().nullable(),
  files: z.array(z.object({ fileName: z.string(), createdAt: z.date() })),
  facts: z.object({
    skills: z.number().int(),
    experience: z.number().int(),
    education: z.number().int(),
    answers: z.number().int(),
  }),
  preferences: preferencesSchema,
});
export type OwnData = z.infer<typeof ownDataSchema>;

export const saveOwnAnswersSchema = saveAnswersSchema.pick({ answers: true });
export const ownChangeSchema = z.object({ versionId: z.uuid() });
