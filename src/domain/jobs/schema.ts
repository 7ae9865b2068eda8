import { z } from 'zod';
import { fieldIssueSchema } from '@/domain/kernel/schema';
import { gridMinutes } from '@/domain/scoring/week-grid';
import { isLocked, MOST_CHANGE } from '@/domain/scoring/weights';
import {
  currencySchema,
  daySchema,
  engagementSchema,
  FACTORS,
  factorSchema,
  focusSchema,
  languageLevelSchema,
  meetingNoticeSchema,
  minorUnitsSchema,
  payPeriodSchema,
  placeSchema,
  setupItemSchema,
  skillLevelSchema,
  timeZoneSchema,
  weekGridSchema,
  workModeSchema,
} from '@/domain/scoring/schema';
import { criteriaReasonSchema } from './schema/criteria';

export const JOB_STATES = ['draft', 'open', 'paused', 'closed', 'archived'] as const;
export const jobStateSchema = z.enum(JOB_STATES);
export type JobState = z.infer<typeof jobStateSchema>;

export const MAX_MUST_HAVE_SKILLS = 6;
export const MAX_NICE_TO_HAVE_SKILLS = 8;
export const TITLE_LENGTH = 120;

/** Whether a range does not run backwards. */
export const ordered = (range: { min: number; max: number }): boolean => range.min <= range.max;

const weightChangeSchema = z.object({
  factor: factorSchema.refine((factor) => !isLocked(factor), 'This factor never counts.'),
  /** Of the weight that the set gives the factor. */
  percent: z
    .number()
    .int()
    .min(-MOST_CHANGE, `Take away at most ${MOST_CHANGE} %.`)
    .max(MOST_CHANGE, `Add at most ${MOST_CHANGE} %.`),
});

/**
 * The answers to `config/employer_question.json`, one key per question id. Every question may be left out of a draft;
 * `publishableAnswersSchema` says what a published job needs. Messages are what the person reads at the field.
 */
export const jobAnswersShape = {
  title: z
    .string()
    .trim()
    .min(3, 'Give the job a title of at least three letters.')
    .max(TITLE_LENGTH, `Use at most ${TITLE_LENGTH} letters.`),
  /** Id in the catalog's occupation table, or null when none fits. */
  role: z.string().nullable(),
  description: z.string().max(20_000, 'Keep the description under 20,000 letters.'),
  engagement: z.array(engagementSchema).max(4),
  hours: z
    .object({ min: z.number().min(1).max(60), max: z.number().min(1).max(60), gate: z.boolean() })
    .refine(ordered, { message: 'The fewest hours must not exceed the most.', path: ['max'] }),
  core_hours: z
    .object({
      grid: weekGridSchema,
      timeZone: timeZoneSchema,
      overlapMinutes: z.number().int().min(15, 'Ask for at least a quarter of an hour.').max(10_080),
    })
    .refine(({ grid, overlapMinutes }) => overlapMinutes <= Math.max(15, gridMinutes(grid)), {
      message: 'This is more than the hours that are marked.',
      path: ['overlapMinutes'],
    }),
  work_mode: z.object({
    mode: workModeSchema,
    daysOnSite: z.number().int().min(1).max(5).nullable(),
    place: placeSchema.nullable(),
    radiusKm: z.number().min(1).max(500).nullable(),
  }),
  duration: z.object({ months: z.number().min(0.25).max(60).nullable(), extensionLikely: z.boolean() }),
  latest_start: daySchema,
  pay: z
    .object({
      minMinor: minorUnitsSchema,
      maxMinor: minorUnitsSchema,
      currency: currencySchema,
      per: payPeriodSchema,
      published: z.boolean(),
    })
    .refine((pay) => pay.minMinor <= pay.maxMinor, {
      message: 'The least pay must not exceed the most.',
      path: ['maxMinor'],
    }),
  must_have_skills: z
    .array(z.object({ skillId: z.string(), level: skillLevelSchema, knockOut: z.boolean() }))
    .max(MAX_MUST_HAVE_SKILLS, `Choose at most ${MAX_MUST_HAVE_SKILLS} must-have skills.`),
  nice_to_have_skills: z
    .array(z.object({ skillId: z.string(), level: skillLevelSchema }))
    .max(MAX_NICE_TO_HAVE_SKILLS, `Choose at most ${MAX_NICE_TO_HAVE_SKILLS} nice-to-have skills.`),
  minimum_years: z.number().min(0).max(40),
  focus: focusSchema,
  /** Industry ids of `config/employer_question.json`. */
  domains: z.array(z.string()).max(3),
  languages: z.array(languageLevelSchema).max(5),
  licences: z.array(z.string().trim().min(2).max(80)).max(3),
  meeting_notice: meetingNoticeSchema.nullable(),
  setup: z.array(setupItemSchema),
  screening: z
    .array(
      z.object({
        id: z.string().min(1).max(40),
        text: z.string().trim().min(5, 'Write the question out.').max(300),
        kind: z.enum(['text', 'yes_no']),
        wanted: z.enum(['yes', 'no']).nullable(),
      }),
    )
    .max(5, 'Ask at most five questions.'),
  /** Which weights rank people for this job, and how it differs from them; left out = those in use, as they are. */
  weights: z.object({
    /** Hash of a published set; null = the one in use. */
    set: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
    changes: z.array(weightChangeSchema).max(FACTORS.length),
  }),
} as const;

export type JobWeights = z.infer<typeof jobAnswersShape.weights>;

export const jobAnswersSchema = z.object(jobAnswersShape).partial();
export type JobAnswers = z.infer<typeof jobAnswersSchema>;
export type JobQuestionId = keyof typeof jobAnswersShape;

export const JOB_QUESTION_IDS = Object.keys(jobAnswersShape) as JobQuestionId[];
const questionIdSchema = z.enum(JOB_QUESTION_IDS as [JobQuestionId, ...JobQuestionId[]]);

/** A draft keeps whatever was typed, right or wrong; the wrong ones come back as issues at their field. */
export const MAX_DRAFT_BYTES = 64 * 1024;
const draftShape = Object.fromEntries(JOB_QUESTION_IDS.map((id) => [id, z.unknown()])) as Record<
  JobQuestionId,
  z.ZodUnknown
>;
export const jobDraftSchema = z.object(draftShape).partial();
export type JobDraft = z.infer<typeof jobDraftSchema>;
/** A draft as it is sent: an answer to no question is refused rather than lost. */
const sentDraftSchema = jobDraftSchema
  .strict()
  .refine((draft) => JSON.stringify(draft).length <= MAX_DRAFT_BYTES, 'This draft is too long to be saved.');

export const jobIdSchema = z.object({ jobId: z.uuid() });
export const listJobsSchema = z.object({ states: z.array(jobStateSchema).max(JOB_STATES.length).optional() });
export const createJobSchema = z.object({
  title: jobAnswersShape.title,
  role: z.string().max(80).nullable(),
});
export const saveDraftSchema = jobIdSchema.extend({
  /** The revision the answers were typed over. */
  revision: z.number().int().positive(),
  answers: sentDraftSchema,
});
export const publishJobSchema = jobIdSchema.extend({
  revision: z.number().int().positive(),
  /** Needed where the text holds protected criteria. */
  criteria: criteriaReasonSchema.optional(),
});
/** Moves that are not publishing; `open` resumes a paused job or reopens a closed one. */
export const moveJobSchema = jobIdSchema.extend({ to: z.enum(['open', 'paused', 'closed', 'archived']) });

/** Which state may follow which; publishing takes `draft` to `open`. */
export const JOB_MOVES: Record<JobState, readonly JobState[]> = {
  draft: ['archived'],
  open: ['paused', 'closed'],
  paused: ['open', 'closed'],
  closed: ['open', 'archived'],
  archived: [],
};

export const jobListItemSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  state: jobStateSchema,
  promoted: z.boolean(),
  hours: z.object({ min: z.number(), max: z.number() }).nullable(),
  workMode: workModeSchema.nullable(),
  place: z.string().nullable(),
  coreHours: jobAnswersShape.core_hours.nullable(),
  updatedAt: z.date(),
  /** People listed by the current run: in all, strong, and strong ones that nobody has opened yet. */
  ranked: z.number().int(),
  strong: z.number().int(),
  newStrong: z.number().int(),
  shortlisted: z.number().int(),
  computing: z.boolean(),
  /** Whether a published job's draft holds changes that are not published. */
  unpublished: z.boolean(),
});
export type JobListItem = z.infer<typeof jobListItemSchema>;

export const readinessSchema = z.object({
  /** Whether a job with these answers may be published. */
  ok: z.boolean(),
  /** Sum of the weights of the factors that the answers set, of 100. */
  setWeight: z.number().int(),
  /** The least `setWeight` that a published job needs. */
  least: z.number().int(),
  /** What is still open, heaviest first; an open title stands first whatever its weight. */
  missing: z.array(
    z.object({
      /** The question that sets the factor; the first in form order where several do. */
      questionId: questionIdSchema,
      factor: factorSchema,
      /** Weight of the factor in the current set, of 100. */
      weight: z.number().int(),
      /** The factor's name for people. */
      label: z.string(),
    }),
  ),
});
export type Readiness = z.infer<typeof readinessSchema>;

export const savedDraftSchema = jobIdSchema.extend({
  revision: z.number().int(),
  issues: z.array(fieldIssueSchema),
  /** Whether the draft differs from what is published; false while nothing is. */
  changed: z.boolean(),
  readiness: readinessSchema,
});
export type SavedDraft = z.infer<typeof savedDraftSchema>;

export const jobForEditingSchema = z.object({
  id: z.uuid(),
  state: jobStateSchema,
  promoted: z.boolean(),
  revision: z.number().int(),
  draft: jobDraftSchema,
  issues: z.array(fieldIssueSchema),
  /** Whether the draft differs from what is published; false while nothing is. */
  changed: z.boolean(),
  savedAt: z.date(),
  readiness: readinessSchema,
});
export type JobForEditing = z.infer<typeof jobForEditingSchema>;

export const publishedSchema = jobIdSchema.extend({ version: z.number().int() });
/** Promoted jobs are ranked before the others. */
export const promoteJobSchema = jobIdSchema.extend({ promoted: z.boolean() });
export const movedJobSchema = jobIdSchema.extend({ state: jobStateSchema });
