import { z } from 'zod';
import { jobDraftSchema, type JobQuestionId } from '../schema';

/** An ad of this many letters is read whole; what is longer is refused where it is pasted. */
export const MAX_AD_LETTERS = 30_000;

/** The questions that an ad is read for, in the order in which the form asks them. */
export const AD_QUESTIONS = [
  'title',
  'role',
  'description',
  'minimum_years',
  'domains',
  'engagement',
  'hours',
  'work_mode',
  'duration',
  'latest_start',
  'core_hours',
  'must_have_skills',
  'nice_to_have_skills',
  'pay',
  'languages',
] as const satisfies readonly JobQuestionId[];
export type AdQuestion = (typeof AD_QUESTIONS)[number];

const adText = z
  .string()
  .trim()
  .min(30, 'Paste the whole text of the ad.')
  .max(MAX_AD_LETTERS, `Paste at most ${MAX_AD_LETTERS.toLocaleString('en')} letters of it.`);

/** An ad as pasted; hours without a zone of their own are read in this one. */
export const readAdSchema = z.object({ text: adText, timeZone: z.string().min(1).max(64) });

/** Half-open range of UTF-16 offsets in the pasted text. */
const spanSchema = z.object({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() });
export type AdSpan = z.infer<typeof spanSchema>;

/** What an ad says, as answers of the form. */
export const adReadingSchema = z.object({
  /** The answers found; every one of them holds. */
  answers: jobDraftSchema,
  /** Where each answer stands in the text, and those words; a role has the words of the title. */
  found: z.array(
    z.object({
      questionId: z.enum(AD_QUESTIONS),
      spans: z.array(spanSchema).min(1),
      quote: z.string(),
    }),
  ),
  /** What the ad does not say. */
  missing: z.array(z.enum(AD_QUESTIONS)),
});
export type AdReading = z.infer<typeof adReadingSchema>;
