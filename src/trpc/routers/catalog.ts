import { z } from 'zod';
import {
  flexifitQuestions,
  jobQuestions,
  namedSkills,
  roleSuggestions,
  searchPlaces,
  searchSkills,
} from '@/domain/catalog/queries';
import { flexifitQuestionsSchema, jobFormSchema } from '@/domain/catalog/questions';
import { citySchema, roleSuggestionsSchema, skillChoiceSchema } from '@/domain/catalog/schema';
import { createRouter, userProcedure } from '../init';

const query = z.string().trim().max(80);

export const catalogRouter = createRouter({
  jobQuestions: userProcedure.output(jobFormSchema).query(() => jobQuestions()),
  flexifitQuestions: userProcedure.output(flexifitQuestionsSchema).query(() => flexifitQuestions()),
  roleSuggestions: userProcedure
    .input(z.object({ roleId: z.string().max(80) }))
    .output(roleSuggestionsSchema)
    .query(({ ctx, input }) => roleSuggestions(ctx, input)),
  searchSkills: userProcedure
    .input(z.object({ query }))
    .output(z.array(skillChoiceSchema))
    .query(({ ctx, input }) => searchSkills(ctx, input)),
  namedSkills: userProcedure
    .input(z.object({ ids: z.array(z.string().max(80)).max(100) }))
    .output(z.array(skillChoiceSchema))
    .query(({ ctx, input }) => namedSkills(ctx, input)),
  searchPlaces: userProcedure
    .input(z.object({ query, country: z.string().length(2).nullable() }))
    .output(z.array(citySchema))
    .query(({ ctx, input }) => searchPlaces(ctx, input)),
});
