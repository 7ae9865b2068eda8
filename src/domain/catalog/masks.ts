import { z } from 'zod';

export const MASK_SURFACES = ['log', 'blind_review', 'pre_shortlist', 'export'] as const;
type MaskSurface = (typeof MASK_SURFACES)[number];

export const MASK_FIELDS = [
  'name',
  'photo',
  'email',
  'phone',
  'links',
  'address',
  'birth_date',
  'graduation_year',
  'pronouns',
  'family_lines',
  'identity_numbers',
  'least_pay',
  'employer',
  'college',
  'free_text',
] as const;
export type MaskField = (typeof MASK_FIELDS)[number];

export const MASK_RULES = [
  'keep',
  'drop',
  'placeholder',
  'initials',
  'token',
  'last_4',
  'domain_only',
  'city_only',
  'year_drop',
] as const;
export type MaskRule = (typeof MASK_RULES)[number];

const ruleSchema = z.enum(MASK_RULES);
const surfaceSchema = z.enum(MASK_SURFACES);

/** Content of `config/mask_data.json`: per field a rule on every surface; `optional` rules apply when switched on. */
export const maskFileSchema = z.strictObject({
  version: z.number().int().positive(),
  surfaces: z.record(surfaceSchema, z.string().min(1)),
  fields: z.array(
    z.strictObject({
      field: z.enum(MASK_FIELDS),
      label: z.string().min(1),
      rules: z.record(surfaceSchema, ruleSchema),
      optional: z.partialRecord(surfaceSchema, ruleSchema).optional(),
    }),
  ),
});
export type MaskFile = z.infer<typeof maskFileSchema>;

/** Fields that the file leaves out or names twice. */
export function maskFileIssues(file: MaskFile): { path: (string | number)[]; message: string }[] {
  const named = file.fields.map(({ field }) => field);
  const twice = named.flatMap((field, index) =>
    named.indexOf(field) < index
      ? [{ path: ['fields', index, 'field'], message: `“${field}” comes twice.` }]
      : [],
  );
  const missing = MASK_FIELDS.filter((field) => !named.includes(field));
  return missing.length === 0
    ? twice
    : [...twice, { path: ['fields'], message: `Leaves out ${missing.join(', ')}.` }];
}

export interface MaskTable {
  /** The rule for a field; `switchedOn` names the optional fields that this review hides too. */
  ruleFor: (field: MaskField, surface: MaskSurface, switchedOn?: ReadonlySet<MaskField>) => MaskRule;
  /** Fields that a review may hide in addition, with their labels. */
  optionalFields: readonly { field: MaskField; label: string }[];
}

/** Indexes the mask file. A field that the file does not name is dropped everywhere. */
export function buildMaskTable(file: MaskFile): MaskTable {
  const byField = new Map(file.fields.map((entry) => [entry.field, entry]));
  return {
    ruleFor: (field, surface, switchedOn) => {
      const entry = byField.get(field);
      if (!entry) return 'drop';
      return (switchedOn?.has(field) ? entry.optional?.[surface] : undefined) ?? entry.rules[surface];
    },
    optionalFields: file.fields
      .filter(({ optional }) => optional !== undefined)
      .map(({ field, label }) => ({ field, label })),
  };
}

export interface MaskContext {
  /** Stands for the person, e.g. `Candidate P-14`; must not be derived from what it hides. */
  token: string;
  /** Finds the city in an address; null when there is none. */
  cityOf: (address: string) => string | null;
}

const initialsOf = (value: string): string =>
  (value.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [])
    .map((word) => `${Array.from(word)[0]?.toLocaleUpperCase() ?? ''}.`)
    .join(' ');

const lastDigits = (value: string): string | null => {
  const digits = value.replace(/\D/g, '');
  return digits.length > 4 ? `•••• ${digits.slice(-4)}` : null;
};

const domainOf = (value: string): string | null => {
  const mail = /@([^\s@>]+\.[^\s@>]+)/.exec(value)?.[1];
  if (mail !== undefined) return `•••@${mail.toLowerCase()}`;
  const host = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/)?(?:[^/@\s]*@)?([^\s/:?#]+\.[^\s/:?#]+)/i.exec(
    value.trim(),
  )?.[1];
  return host === undefined ? null : host.toLowerCase().replace(/^www\./, '');
};

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const DATED = new RegExp(
  `(?:\\b(?:${MONTH}[\\s'’,-]*|\\d{1,2}[/.-](?:\\d{1,2}[/.-])?))?(?:\\b(?:19|20)\\d{2}\\b|(?<=[a-z]\\.?\\s?)['’]\\d{2}\\b)(?:[/.-]\\d{1,2}(?:[/.-]\\d{1,2})?)?(?:\\s*[-–—]\\s*\\d{2}\\b)?`,
  'giu',
);

const withoutYears = (value: string): string | null => {
  const kept = value
    .replace(DATED, ' ')
    .replace(/\(\s*[-–—,/]*\s*\)/g, ' ')
    .replace(/\s+([,;)])/g, '$1')
    .replace(/\s{2,}/g, ' ')
    .replace(/^[\s,;:|–—-]+|[\s,;:|(–—-]+$/g, '');
  return kept === '' ? null : kept;
};

/**
 * What may be shown of a value under a rule, or null when nothing may. Keeps nothing that the rule does not name:
 * a value in which the wanted part is not found (no domain, no city, four digits or fewer) gives null.
 */
export function maskValue(rule: MaskRule, value: string, context: MaskContext): string | null {
  switch (rule) {
    case 'keep':
      return value;
    case 'drop':
      return null;
    case 'placeholder':
      return '[hidden]';
    case 'initials':
      return initialsOf(value) || null;
    case 'token':
      return context.token;
    case 'last_4':
      return lastDigits(value);
    case 'domain_only':
      return domainOf(value);
    case 'city_only':
      return context.cityOf(value);
    case 'year_drop':
      return withoutYears(value);
  }
}
