import { z } from 'zod';
import { provenanceSchema } from '@/domain/candidates/schema';
import { skillLevelSchema } from '@/domain/scoring/schema';
import { contestViewSchema } from './contest';
import { answerViewSchema, explanationSchema, receiptSchema } from './explanation';
import { ownCandidacySchema } from './own-candidacy';

/** A skill that the job asks for, as the machine understood it of the person. */
const askedSkillSchema = z.object({
  skillId: z.string(),
  name: z.string(),
  asked: skillLevelSchema,
  mustHave: z.boolean(),
  /** null = not found in the profile. */
  held: z
    .object({
      level: skillLevelSchema.nullable(),
      provenance: provenanceSchema,
      /** The first passage of the résumé it was read from. */
      quote: z.string().nullable(),
    })
    .nullable(),
});
export type AskedSkill = z.infer<typeof askedSkillSchema>;

/** What the employer's ranking says of a person, for that person: the numbers and words that the employer has. */
export const mirrorViewSchema = z.object({
  application: ownCandidacySchema,
  /** The employer may see the name since then; null while the person is masked. */
  seenSince: z.date().nullable(),
  /** null while it is not ranked. */
  explanation: explanationSchema.nullable(),
  receipt: receiptSchema.nullable(),
  /** `computing`: facts have changed, or the first ranking is under way · `resting`: this job ranks nobody now. */
  state: z.enum(['scored', 'computing', 'resting']),
  /** Labels of what never counts. */
  neverCounts: z.array(z.string()),
  answers: z.array(answerViewSchema),
  skills: z.array(askedSkillSchema),
  /** The job's own questions with the person's answer; null = not answered. */
  questions: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      kind: z.enum(['text', 'yes_no']),
      answer: z.string().nullable(),
    }),
  ),
  /** The text that passages of the explanation point into; the person's own, nothing is masked. */
  resumeText: z.string().nullable(),
  /** The newest first. */
  contests: z.array(contestViewSchema),
});
export type MirrorView = z.infer<typeof mirrorViewSchema>;
