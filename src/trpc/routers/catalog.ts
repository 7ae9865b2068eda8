import { z } from 'zod';
import {
  flexifitQuestions,
  jobQuestions,
  namedSkills,
  roleSuggestions,
  searchPlaces,
  searchSkills,
} from '@/domain/catalog/queries';
import { createRouter, userProcedure } from '../init';

const query = z.string().trim().max(80);

export const catalogRouter = createRouter({
  jobQuestions: userProcedure.query(() => jobQuestions()),
  flexifitQuestions: userProcedure.query(() => flexifitQuestions()),
  roleSuggestions: userProcedure
    .input(z.object({ roleId: z.string().max(80) }))
    .query(({ ctx, input }) => roleSuggestions(ctx, input)),
  searchSkills: userProcedure.input(z.object({ query })).query(({ ctx, input }) => searchSkills(ctx, input)),
  namedSkills: userProcedure
    .input(z.object({ ids: z.array(z.string().max(80)).max(100) }))
    .query(({ ctx, input }) => namedSkills(ctx, input)),
  searchPlaces: userProcedure
    .input(z.object({ query, country: z.string().length(2).nullable() }))
    .query(({ ctx, input }) => searchPlaces(ctx, input)),
});
