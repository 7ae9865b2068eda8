import { z } from 'zod';
import {
  flexifitQuestions,
  jobQuestions,
  namedSkills,
  personForm,
  roleSuggestions,
  searchPlaces,
  searchSkills,
} from '@/domain/catalog/queries';
import { flexifitQuestionsSchema, jobFormSchema, personFormSchema } from '@/domain/catalog/questions';
import { citySchema, roleSuggestionsSchema, skillChoiceSchema } from '@/domain/catalog/schema';
import { addressProcedure, createRouter, userProcedure } from '../init';

const query = z.string().trim().max(80);

/** Looked up while somebody types, an applicant as well as a member: the vocabularies are no secret. */
const lookUp = addressProcedure({ name: 'catalog', tries: 600, windowSeconds: 60, whenDown: 'allow' });

export const catalogRouter = createRouter({
  jobQuestions: lookUp.output(jobFormSchema).query(() => jobQuestions()),
  flexifitQuestions: lookUp.output(flexifitQuestionsSchema).query(() => flexifitQuestions()),
  personForm: lookUp.output(personFormSchema).query(() => personForm()),
  roleSuggestions: userProcedure
    .input(z.object({ roleId: z.string().max(80) }))
    .output(roleSuggestionsSchema)
    .query(({ ctx, input }) => roleSuggestions(ctx, input)),
  searchSkills: lookUp
    .input(z.object({ query }))
    .output(z.array(skillChoiceSchema))
    .query(({ ctx, input }) => searchSkills(ctx, input)),
  namedSkills: lookUp
    .input(z.object({ ids: z.array(z.string().max(80)).max(100) }))
    .output(z.array(skillChoiceSchema))
    .query(({ ctx, input }) => namedSkills(ctx, input)),
  searchPlaces: lookUp
    .input(z.object({ query, country: z.string().length(2).nullable() }))
    .output(z.array(citySchema))
    .query(({ ctx, input }) => searchPlaces(ctx, input)),
});
