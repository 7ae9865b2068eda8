import { z } from 'zod';
import { cefrSchema, placeSchema, skillLevelSchema } from '@/domain/scoring/schema';
import { cleanFileName } from './clean-file-name';

/** Half-open range of UTF-16 offsets in `ParsedResume.text`. */
export const spanSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type Span = z.infer<typeof spanSchema>;

/** `YYYY-MM`, `YYYY` or `present`. */
export const resumeDateSchema = z
  .string()
  .regex(/^(\d{4}(-(0[1-9]|1[0-2]))?|present)$/, 'Write the year with four digits.');

const confidence = z.number().min(0).max(1);
const found = <T extends z.ZodType>(value: T) => z.object({ value, confidence, span: spanSchema.nullable() });

export const experienceSchema = z.object({
  title: z.string().nullable(),
  company: z.string().nullable(),
  location: z.string().nullable(),
  start: resumeDateSchema.nullable(),
  end: resumeDateSchema.nullable(),
  /** The whole entry, heading line to last bullet. */
  span: spanSchema,
  confidence,
});

export const educationSchema = z.object({
  school: z.string().nullable(),
  degree: z.string().nullable(),
  start: resumeDateSchema.nullable(),
  end: resumeDateSchema.nullable(),
  span: spanSchema,
  confidence,
});

/** One mention of a skill of the taxonomy (or a listed one outside it: `skillId` null). */
export const skillMentionSchema = z.object({
  skillId: z.string().nullable(),
  /** As the résumé writes it. */
  surface: z.string(),
  source: z.enum(['job', 'listed']),
  /** Index into `experience` when `source` is `job`. */
  job: z.number().int().nonnegative().nullable(),
  level: skillLevelSchema.nullable(),
  /** Months of use that the list itself states ("Python, 5 years"). */
  months: z.number().int().positive().optional(),
  /** The words that name it, with what the list says of level or years beside them. */
  span: spanSchema,
});

/** How a piece of the text is to be shown: the reader view lays these out in order. */
export const blockSchema = z.object({
  kind: z.enum(['name', 'heading', 'entry', 'bullet', 'text']),
  span: spanSchema,
});

export type Block = z.infer<typeof blockSchema>;

/** What the machine understood of one résumé. `text` is the reading-order text that every span points into. */
export const parsedResumeSchema = z.object({
  parserVersion: z.string(),
  text: z.string(),
  pages: z.number().int().nonnegative(),
  blocks: z.array(blockSchema),
  name: found(z.string()).nullable(),
  email: found(z.string()).nullable(),
  /** As written; `value` is E.164 when a validator accepts it, else digits with the leading + kept. */
  phone: found(z.string()).nullable(),
  location: found(placeSchema).nullable(),
  /** The occupation that stands at the head of the page, under or in place of a name. */
  headline: found(z.string()).nullable().optional(),
  skills: z.array(skillMentionSchema),
  experience: z.array(experienceSchema),
  education: z.array(educationSchema),
  languages: z.array(z.object({ code: z.string(), level: cefrSchema.nullable(), span: spanSchema })),
  licences: z.array(z.object({ name: z.string(), span: spanSchema })),
  /** Months of employment on merged intervals up to `asOf`; null when no entry is dated. */
  totalMonths: z.number().int().nonnegative().nullable(),
});
export type ParsedResume = z.infer<typeof parsedResumeSchema>;

/** The file a reading was made of, as it may be opened by whoever may see it. */
export const resumeFileSchema = z.object({ id: z.uuid(), fileName: z.string(), contentType: z.string() });
export type ResumeFile = z.infer<typeof resumeFileSchema>;

/** Why a file could not become a profile; the words for the person are in `resumes/reasons.ts`. */
export const PARSE_FAILURES = [
  'empty',
  'too_large',
  'encrypted',
  'unsupported_type',
  'type_mismatch',
  'damaged',
  'no_text',
  'not_a_resume',
  'archive_unsafe',
  'took_too_long',
  'too_much_memory',
] as const;
export const parseFailureSchema = z.enum(PARSE_FAILURES);
export type ParseFailure = z.infer<typeof parseFailureSchema>;

export type ParseOutcome = { ok: true; resume: ParsedResume } | { ok: false; reason: ParseFailure };

export const IMPORT_STATES = ['receiving', 'finished'] as const;
/** waiting (for its bytes) → received → parsed | duplicate | failed. */
export const IMPORT_KINDS = ['resumes', 'people_csv'] as const;

/** What is wrong with one cell of an imported row; `column` null when it is the row as a whole. */
export const importIssueSchema = z.object({ column: z.string().nullable(), message: z.string() });
export type ImportIssue = z.infer<typeof importIssueSchema>;

export const IMPORT_ITEM_STATES = ['waiting', 'received', 'parsed', 'duplicate', 'failed'] as const;
export const importItemStateSchema = z.enum(IMPORT_ITEM_STATES);
export type ImportItemState = z.infer<typeof importItemStateSchema>;

export const MAX_RESUME_BYTES = 5 * 1024 * 1024;
export const MAX_IMPORT_FILES = 500;
export const MAX_IMPORT_ROWS = 5000;
/** At most 5 MB of text. */
const MAX_CSV_LENGTH = 5_000_000;

/** What may be uploaded, by extension; the parser decides by content whether it really is that. */
export const RESUME_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain',
} as const;

/** A file's name as the browser tells it; stored and shown clean. */
export const fileNameSchema = z.string().min(1).max(4_000).overwrite(cleanFileName);

export const createImportSchema = z.object({
  jobId: z.uuid().nullable(),
  lawfulBasis: z.enum(['consent', 'legitimate_interest']),
  files: z
    .array(z.object({ name: fileNameSchema, size: z.number().int().nonnegative() }))
    .min(1, 'Choose at least one file.')
    .max(MAX_IMPORT_FILES, `Import at most ${MAX_IMPORT_FILES} files at a time.`),
});
export const importPeopleSchema = createImportSchema.omit({ files: true }).extend({
  csv: z
    .string()
    .min(1, 'This file is empty.')
    .max(MAX_CSV_LENGTH, 'This file is larger than 5 MB. Split it.'),
  fileName: fileNameSchema,
});
export const importIdSchema = z.object({ importId: z.uuid() });
export const importItemIdSchema = z.object({ itemId: z.uuid() });

/** One file of an import that was just opened. */
export const newImportItemSchema = z.object({
  id: z.uuid(),
  fileName: z.string(),
  /** Where the browser uploads it; null for a file that is refused before its bytes travel. */
  blobPath: z.string().nullable(),
  contentType: z.string().nullable(),
  reason: parseFailureSchema.nullable(),
});
/** A place in an import whose file is still to come. */
export const missingUploadSchema = newImportItemSchema.extend({ size: z.number().int() });
export type MissingUpload = z.infer<typeof missingUploadSchema>;
export const newImportSchema = importIdSchema.extend({ items: z.array(newImportItemSchema) });
export type NewImport = z.infer<typeof newImportSchema>;
export const uploadStateSchema = z.object({ state: importItemStateSchema });
export const abandonedSchema = z.object({ abandoned: z.number().int() });

export const importSummarySchema = z.object({
  id: z.uuid(),
  kind: z.enum(IMPORT_KINDS),
  jobId: z.uuid().nullable(),
  state: z.enum(IMPORT_STATES),
  total: z.number().int(),
  counts: z.record(importItemStateSchema, z.number().int()),
  createdAt: z.date(),
});
export type ImportSummary = z.infer<typeof importSummarySchema>;

export const importItemViewSchema = z.object({
  id: z.uuid(),
  fileName: z.string(),
  state: importItemStateSchema,
  /** What happened and what to do, in words; null unless failed. */
  problem: z.object({ reason: z.string(), words: z.string() }).nullable(),
  /** Line of a table's row; null for a file. */
  line: z.number().int().nullable(),
  candidateId: z.uuid().nullable(),
  candidateName: z.string().nullable(),
});
export const importViewSchema = importSummarySchema.extend({ items: z.array(importItemViewSchema) });
export type ImportView = z.infer<typeof importViewSchema>;
