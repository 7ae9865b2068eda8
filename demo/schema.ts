import { z } from 'zod';
import { flexifitAnswersSchema } from '@/domain/candidates/schema';
import { jobAnswersSchema } from '@/domain/jobs/schema';
import { resumeDateSchema } from '@/domain/resumes/schema';
import { cefrSchema } from '@/domain/scoring/schema';

export const LAYOUTS = [
  'single-column',
  'sidebar-left',
  'sidebar-right',
  'two-column',
  'ruled-table-pdf',
  'ruled-table-docx',
  'word-classic',
  'word-table',
  'latex',
  'plain-text',
  'indian-pdf',
  'indian-docx',
] as const;
export type Layout = (typeof LAYOUTS)[number];

/** What some Indian CVs print about a person; here so that masking has something to mask. */
const personalSchema = z.object({
  fatherName: z.string(),
  dateOfBirth: z.string(),
  gender: z.string(),
  maritalStatus: z.string(),
  nationality: z.string(),
  address: z.string(),
  hobbies: z.string(),
});

/** Mail goes to names that IANA reserves for examples, so that no message can reach a stranger. */
const reservedMail = z.string().regex(/^[a-z0-9.]+@example\.(com|net|org)$/);
const slugSchema = z.string().regex(/^[a-z]+(-[a-z]+)+$/);

/** One invented person of `demo/people/`: the content of a résumé, its layout, and what the person answered. */
export const personSchema = z.strictObject({
  slug: slugSchema,
  layout: z.enum(LAYOUTS),
  name: z.string(),
  headline: z.string(),
  /** As the résumé prints it: "City, State or country". */
  city: z.string(),
  phone: z.string().startsWith('+'),
  email: reservedMail,
  links: z.array(z.string()),
  summary: z.string(),
  experience: z
    .array(
      z.strictObject({
        title: z.string(),
        company: z.string(),
        location: z.string(),
        start: resumeDateSchema,
        end: resumeDateSchema,
        bullets: z.array(z.string()).min(1),
      }),
    )
    .min(1),
  breaks: z.array(z.strictObject({ start: resumeDateSchema, end: resumeDateSchema, note: z.string() })),
  education: z.array(
    z.strictObject({
      degree: z.string(),
      school: z.string(),
      start: resumeDateSchema.nullable(),
      end: resumeDateSchema,
      result: z.string().nullable(),
    }),
  ),
  skills: z.array(z.strictObject({ group: z.string().nullable(), items: z.array(z.string()) })).min(1),
  certifications: z.array(z.strictObject({ name: z.string(), issuer: z.string(), year: z.string() })),
  languages: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      cefr: cefrSchema.nullable(),
      said: z.string().nullable(),
    }),
  ),
  personal: personalSchema.nullable(),
  /** Null for someone who has not been asked yet. */
  answers: flexifitAnswersSchema.strict().nullable(),
});
export type Person = z.infer<typeof personSchema>;

/** One job of `demo/jobs.json`, posted by the demo employer. */
export const demoJobSchema = z.strictObject({ key: slugSchema, answers: jobAnswersSchema.strict() });
export type DemoJob = z.infer<typeof demoJobSchema>;

export const DEMO_EMPLOYER = { name: 'Kestrel Foods', city: 'Pune', timeZone: 'Asia/Kolkata' } as const;
