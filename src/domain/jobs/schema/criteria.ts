import { z } from 'zod';

/** `protected`: what somebody is. `proxy`: stands in for it. `vague`: nobody can tell whether they meet it. */
export const CRITERION_KINDS = ['protected', 'proxy', 'vague'] as const;
export type CriterionKind = (typeof CRITERION_KINDS)[number];

/** Words of a text that ask for something which a job should not, or not so. */
export interface Criterion {
  kind: CriterionKind;
  /** Id of the rule in `criteria/rules.ts`. */
  rule: string;
  /** What the words are about, in a word or two. */
  label: string;
  /** Half-open range of UTF-16 offsets in the text. */
  start: number;
  end: number;
  /** Those words exactly as they stand. */
  quote: string;
  /** Why it matters, and what to write instead; said to whoever writes the job. */
  why: string;
  instead: string;
}

/** A criterion in an answer of a draft: `path` is the answer's, as in a field issue (`title`, `screening.0.text`). */
export interface JobCriterion extends Criterion {
  path: string;
}

/** Said by whoever publishes a job with protected criteria: which words they saw, and why the work needs them. */
export const criteriaReasonSchema = z.object({
  words: z.array(z.string().max(2_000)).max(2_000),
  reason: z
    .string()
    .trim()
    .min(10, 'Say in a sentence why the work needs it.')
    .max(500, 'Use at most 500 letters.'),
});
export type CriteriaReason = z.infer<typeof criteriaReasonSchema>;
