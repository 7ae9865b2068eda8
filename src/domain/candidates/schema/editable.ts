import { z } from 'zod';
import { resumeDateSchema } from '@/domain/resumes/schema';
import { cefrSchema, placeSchema, skillLevelSchema } from '@/domain/scoring/schema';

const words = (most: number) =>
  z.string().trim().min(1, 'Write something here, or remove the line.').max(most);
/** Index of the fact in the profile that was shown; null for one the person added. */
const from = z.number().int().nonnegative().nullable();

const dated = { start: resumeDateSchema.nullable(), end: resumeDateSchema.nullable() };
const inOrder = ({ start, end }: { start: string | null; end: string | null }): boolean =>
  start === null ||
  end === null ||
  end === 'present' ||
  start.slice(0, end.length) <= end.slice(0, start.length);

/** Paths of facts that a person read and found right, as they stand in the profile that was shown: `place`, `experience.2`. */
const confirmed = z.array(z.string().max(40)).max(100).optional();

/** A profile as a person may change it: every fact the machine understood, without where it was read. */
export const editableProfileSchema = z.object({
  name: words(120),
  email: z.email('Check this address.').max(254),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d ()./-]{7,24}$/, 'Write the number with its digits, such as +91 98765 43210.')
    .nullable(),
  place: placeSchema.nullable(),
  skills: z
    .array(z.object({ from, skillId: z.string().max(80), level: skillLevelSchema.nullable() }))
    .max(200),
  experience: z
    .array(
      z
        .object({ from, title: words(200).nullable(), company: words(200).nullable(), ...dated })
        .refine(inOrder, { message: 'This ends before it begins.', path: ['end'] })
        .refine(({ title, company }) => title !== null || company !== null, {
          message: 'Give the role or the employer.',
          path: ['title'],
        }),
    )
    .max(60),
  education: z
    .array(
      z.object({
        from,
        school: words(200).nullable(),
        degree: words(200).nullable(),
        end: resumeDateSchema.nullable(),
      }),
    )
    .max(30),
  languages: z
    .array(z.object({ from, code: z.string().min(2).max(3), level: cefrSchema.nullable() }))
    .max(20),
  licences: z.array(z.object({ from, name: words(80) })).max(20),
  confirmed,
});
export type EditableProfile = z.infer<typeof editableProfileSchema>;

/** A profile as it was read: shown and corrected, whatever would be wrong with it when it is sent. */
export const readProfileSchema = z.object({
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  place: placeSchema.nullable(),
  skills: z.array(z.object({ from, skillId: z.string(), level: skillLevelSchema.nullable() })),
  experience: z.array(
    z.object({ from, title: z.string().nullable(), company: z.string().nullable(), ...dated }),
  ),
  education: z.array(
    z.object({
      from,
      school: z.string().nullable(),
      degree: z.string().nullable(),
      end: resumeDateSchema.nullable(),
    }),
  ),
  languages: z.array(z.object({ from, code: z.string(), level: cefrSchema.nullable() })),
  licences: z.array(z.object({ from, name: z.string() })),
  confirmed,
}) satisfies z.ZodType<EditableProfile>;

/** Facts that are no longer those of the reading they were shown from: another file took its place. */
export const detached = <T extends object>(changes: T): T =>
  Object.fromEntries(
    Object.entries({ ...changes, confirmed: undefined }).map(([key, value]: [string, unknown]) => [
      key,
      Array.isArray(value) ? value.map((item: object) => ({ ...item, from: null })) : value,
    ]),
  ) as T;
