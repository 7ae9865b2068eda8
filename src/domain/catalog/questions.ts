import { z } from 'zod';
import { flexifitAnswersShape, type FlexifitQuestionId } from '@/domain/candidates/schema';
import { jobAnswersShape, type JobQuestionId } from '@/domain/jobs/schema';
import { currencySchema, factorSchema, payPeriodSchema } from '@/domain/scoring/schema';
import { roleSchema } from './schema';

const JOB_QUESTION_KINDS = [
  'text',
  'role',
  'long_text',
  'choices',
  'hours_range',
  'week_grid',
  'work_mode',
  'duration',
  'date',
  'pay',
  'skills',
  'number',
  'choice',
  'industries',
  'languages',
  'licences',
  'screening',
  'weights',
] as const;
const FLEXIFIT_QUESTION_KINDS = [
  'hours_range',
  'week_grid',
  'choice',
  'choices',
  'modes',
  'acceptance',
  'commitment',
  'date',
  'least_pay',
  'other_work',
  'checks',
  'languages',
  'licences',
] as const;

const words = z.string().trim().min(1);
/** The words that take the place of those addressed to the person, for whoever enters what they were told. */
const toldSchema = z.strictObject({
  label: words.optional(),
  help: words.optional(),
  hint: words.optional(),
});
const optionSchema = z.strictObject({
  value: z.union([z.string(), z.number()]),
  label: words,
  hint: words.optional(),
  told: toldSchema.optional(),
});
/** Ends and steps of the control, and the lengths it counts; what may be typed is the answer's own schema. */
const boundsSchema = z.strictObject({
  min: z.number().optional(),
  max: z.number().optional(),
  step: z.number().positive().optional(),
  minLength: z.number().int().positive().optional(),
  maxLength: z.number().int().positive().optional(),
  maxItems: z.number().int().positive().optional(),
  /** How fine a week grid is drawn; it is stored in quarters of an hour. */
  stepMinutes: z.union([z.literal(15), z.literal(30)]).optional(),
});
const fieldShape = {
  label: words,
  help: words.optional(),
  placeholder: words.optional(),
  unit: words.optional(),
  options: z.array(optionSchema).min(2).optional(),
  bounds: boundsSchema.optional(),
  told: toldSchema.optional(),
};
const partSchema = z.strictObject(fieldShape);
const groupSchema = z.strictObject({ id: words, label: words, help: words });

const idsOf = <Id extends string>(shape: Record<Id, z.ZodType>): [Id, ...Id[]] =>
  Object.keys(shape) as [Id, ...Id[]];

const questionShape = {
  ...fieldShape,
  group: z.string(),
  help: words,
  /** Said in place of an answer that is not there. */
  emptyHint: words.optional(),
  /** Fields of a composite answer by the answer's own keys. */
  parts: z.record(z.string(), partSchema).optional(),
  /** The factor that this answer feeds; null = shown, never scored. */
  scored: factorSchema.nullable(),
};

const jobQuestionSchema = z.strictObject({
  ...questionShape,
  id: z.enum(idsOf<JobQuestionId>(jobAnswersShape)),
  kind: z.enum(JOB_QUESTION_KINDS),
  /** Whether the answer is a must-have apart from the score: always, when the employer says so, or never. */
  gate: z.enum(['always', 'optional', 'never']),
});
type JobQuestion = z.infer<typeof jobQuestionSchema>;

const flexifitQuestionSchema = z.strictObject({
  ...questionShape,
  id: z.enum(idsOf<FlexifitQuestionId>(flexifitAnswersShape)),
  kind: z.enum(FLEXIFIT_QUESTION_KINDS),
  /** The question as it stands in a message to the person. */
  ask: words,
  /** What each option of an `acceptance` may be answered with. */
  answers: z.array(optionSchema).min(2).optional(),
});
export type FlexifitQuestion = z.infer<typeof flexifitQuestionSchema>;

const rangeSchema = z.strictObject({
  min: z.number().nonnegative(),
  max: z.number().positive(),
  step: z.number().positive(),
});
const currencyEntrySchema = z.strictObject({
  code: currencySchema,
  name: words,
  symbol: words,
  /** Decimal places of the minor unit. */
  digits: z.number().int().min(0).max(3),
  /** Ends of the pay slider in major units; a larger or smaller amount can be typed. */
  ranges: z.record(payPeriodSchema, rangeSchema),
});
const languageSchema = z.strictObject({
  code: z.string().regex(/^[a-z]{2,3}$/, 'Use an ISO 639 code of two or three letters.'),
  name: words,
  aliases: z.array(words).optional(),
});

const familySchema = z.strictObject({
  id: words,
  label: words,
  /** Words that speak of this work in ads and résumés, apart by blanks. */
  about: words,
  /** Neighbouring family → closeness in 1/10000; told once, it holds both ways. */
  neighbours: z.record(z.string(), z.number().int().min(1).max(9_999)),
});
export type RoleFamily = z.infer<typeof familySchema>;
const industrySchema = z.strictObject({ id: words, name: words, aliases: z.array(words) });

/** Content of `config/employer_question.json`: the job form and its vocabularies. */
export const employerQuestionsSchema = z.strictObject({
  version: z.number().int().positive(),
  groups: z.array(groupSchema).min(1),
  questions: z.array(jobQuestionSchema),
  currencies: z.array(currencyEntrySchema).min(1),
  languages: z.array(languageSchema).min(1),
  families: z.array(familySchema).min(1),
  roles: z.array(roleSchema).min(1),
  industries: z.array(industrySchema).min(1),
});
export type EmployerQuestions = z.infer<typeof employerQuestionsSchema>;

/** The job form as a browser gets it: vocabularies without what only the parser and the engine read. */
export const jobFormSchema = employerQuestionsSchema
  .pick({ groups: true, questions: true, currencies: true, languages: true })
  .extend({
    roles: z.array(roleSchema.pick({ id: true, title: true })),
    industries: z.array(industrySchema.pick({ id: true, name: true })),
  })
  .strip();
export type JobForm = z.infer<typeof jobFormSchema>;

export const flexifitQuestionsSchema = z.strictObject({
  version: z.number().int().positive(),
  intro: words,
  unsaid: z.strictObject({
    value: z.literal('unsaid'),
    label: words,
    hint: words,
    told: toldSchema.optional(),
  }),
  groups: z.array(groupSchema).min(1),
  questions: z.array(flexifitQuestionSchema),
});
export type FlexifitQuestions = z.infer<typeof flexifitQuestionsSchema>;

/** Something about a question that its own schema cannot see; `path` leads into the file. */
export interface QuestionIssue {
  path: (string | number)[];
  message: string;
}

/** The schema of the answer itself, without "may be null" and without "prefer not to say". */
const bare = (schema: z.core.$ZodType): z.core.$ZodType => {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return bare(schema.unwrap());
  if (schema instanceof z.ZodUnion) return bare(schema.options[0] ?? schema);
  return schema;
};
const itemOf = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodArray ? bare(schema.element) : schema;

/** The values that a choice must offer, or null when the answer is not one of a closed list. */
const closedValues = (schema: z.core.$ZodType): string[] | null => {
  const item = itemOf(bare(schema));
  const list = item instanceof z.ZodRecord ? item.keyType : item;
  return list instanceof z.ZodEnum ? list.options.map(String) : null;
};

const difference = (wanted: readonly string[], given: readonly string[]): string | null => {
  const missing = wanted.filter((value) => !given.includes(value));
  const extra = given.filter((value) => !wanted.includes(value));
  if (missing.length > 0) return `Leaves out ${missing.join(', ')}.`;
  return extra.length > 0 ? `Has ${extra.join(', ')}, which no answer may hold.` : null;
};

type AnyQuestion = Pick<JobQuestion, 'group' | 'options' | 'parts'> & { id: string };

const checkOptions = (
  field: Pick<AnyQuestion, 'options'>,
  schema: z.core.$ZodType,
  path: (string | number)[],
): QuestionIssue[] => {
  const wanted = closedValues(schema);
  if (wanted === null) return [];
  const wrong = difference(wanted, field.options?.map(({ value }) => String(value)) ?? []);
  return wrong === null ? [] : [{ path: [...path, 'options'], message: wrong }];
};

/**
 * Compares a file's questions with the shape of the answers: one question per key, options that are exactly the
 * values the answer may hold, parts that are exactly its keys, groups that exist. Returns what does not fit.
 */
export function questionIssues(
  file: { groups: readonly { id: string }[]; questions: readonly AnyQuestion[] },
  shape: Readonly<Record<string, z.core.$ZodType>>,
): QuestionIssue[] {
  const issues: QuestionIssue[] = [];
  const seen = new Set<string>();
  file.questions.forEach((question, index) => {
    const path = ['questions', index];
    const schema = shape[question.id];
    if (seen.has(question.id))
      issues.push({ path: [...path, 'id'], message: `“${question.id}” comes twice.` });
    seen.add(question.id);
    if (!file.groups.some(({ id }) => id === question.group)) {
      issues.push({ path: [...path, 'group'], message: `No group “${question.group}”.` });
    }
    if (!schema) return;
    issues.push(...checkOptions(question, schema, path));
    const item = itemOf(bare(schema));
    if (!(item instanceof z.ZodObject)) return;
    const parts = question.parts ?? {};
    const wrong = difference(Object.keys(item.shape), Object.keys(parts));
    if (wrong !== null) issues.push({ path: [...path, 'parts'], message: wrong });
    for (const [key, part] of Object.entries(parts)) {
      const inner = item.shape[key];
      if (inner) issues.push(...checkOptions(part, inner, [...path, 'parts', key]));
    }
  });
  const missing = Object.keys(shape).filter((id) => !seen.has(id));
  if (missing.length > 0) {
    issues.push({ path: ['questions'], message: `No question for ${missing.join(', ')}.` });
  }
  return issues;
}

/** What a person's own form is made of: the questions, the vocabularies of its facts, and what the ranking weighs. */
export const personFormSchema = flexifitQuestionsSchema.omit({ version: true }).extend({
  languages: z.array(languageSchema),
  currencies: z.array(currencyEntrySchema),
  /** Weight of each factor in the set that ranks people, of 100. */
  weights: z.record(factorSchema, z.number().int()),
});
export type PersonForm = z.infer<typeof personFormSchema>;
