import { z } from 'zod';
import { placeSchema } from '@/domain/scoring/schema';

/** A row of `config/skills.csv`. Ids are slugs that never change; `broader` and `related` hold ids. */
export const skillSchema = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  category: z.string().min(1),
  aliases: z.array(z.string()),
  broader: z.string().nullable(),
  related: z.array(z.string()),
});
export type Skill = z.infer<typeof skillSchema>;

/** A city of `config/country_cities.json`; the coordinates are degrees, `timeZone` is an IANA name. */
export const citySchema = placeSchema.extend({
  cityId: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  admin: z.string(),
  timeZone: z.string(),
  population: z.number().int(),
});
export type City = z.infer<typeof citySchema>;

/** A role of the occupation table in `config/employer_question.json`. */
export const roleSchema = z.object({
  id: z.string(),
  title: z.string(),
  family: z.string(),
  aliases: z.array(z.string()),
  /** Skill ids offered when a job of this role is drafted, most usual first. */
  usualSkills: z.array(z.string()),
  /** Suggested answers by question id, with `reason` said to the person ("4–5 h a day is usual for this role"). */
  prefill: z.record(z.string(), z.object({ value: z.unknown(), reason: z.string() })),
});
export type Role = z.infer<typeof roleSchema>;

export const skillChoiceSchema = skillSchema.pick({ id: true, name: true, category: true });
export type SkillChoice = z.infer<typeof skillChoiceSchema>;

/** What is usual for a role: the reasons said beside suggested answers, by question id, and its skills. */
export const roleSuggestionsSchema = z.object({
  reasons: z.record(z.string(), z.string()),
  skills: z.array(skillSchema.pick({ id: true, name: true })),
});
export type RoleSuggestions = z.infer<typeof roleSuggestionsSchema>;
