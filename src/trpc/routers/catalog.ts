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
import { createRouter, publicProcedure, userProcedure } from '../init';

const query = z.string().trim().max(80);

/** Vocabularies and questions are no secret: who applies, and who corrects a fact, is no member. */
export const catalogRouter = createRouter({
  jobQuestions: publicProcedure.output(jobFormSchema).query(() => jobQuestions()),
  flexifitQuestions: publicProcedure.output(flexifitQuestionsSchema).query(() => flexifitQuestions()),
  roleSuggestions: userProcedure
    .input(z.object({ roleId: z.string().max(80) }))
    .output(roleSuggestionsSchema)
    .query(({ ctx, input }) => roleSuggestions(ctx, input)),
  searchSkills: publicProcedure
    .input(z.object({ query }))
    .output(z.array(skillChoiceSchema))
    .query(({ ctx, input }) => searchSkills(ctx, input)),
  namedSkills: publicProcedure
    .input(z.object({ ids: z.array(z.string().max(80)).max(100) }))
    .output(z.array(skillChoiceSchema))
    .query(({ ctx, input }) => namedSkills(ctx, input)),
  searchPlaces: publicProcedure
    .input(z.object({ query, country: z.string().length(2).nullable() }))
    .output(z.array(citySchema))
    .query(({ ctx, input }) => searchPlaces(ctx, input)),
});
