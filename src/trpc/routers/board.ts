import { z } from 'zod';
import { searchPlaces, searchSkills, skillNamed } from '@/domain/catalog/queries';
import { citySchema, skillChoiceSchema } from '@/domain/catalog/schema';
import { searchPostings, similarPostings } from '@/domain/jobs/queries/board';
import { getBoardJob } from '@/domain/jobs/queries/board-job';
import { jobIdSchema } from '@/domain/jobs/schema';
import { boardJobSchema } from '@/domain/jobs/schema/posting';
import { boardItemSchema, boardPageSchema, boardSearchSchema } from '@/domain/jobs/schema/board';
import { addressProcedure, createRouter, publicProcedure } from '../init';

const searching = addressProcedure({
  name: 'board-search',
  tries: 120,
  windowSeconds: 60,
  whenDown: 'allow',
});
/** Asked while somebody types. */
const suggesting = addressProcedure({
  name: 'board-suggest',
  tries: 240,
  windowSeconds: 60,
  whenDown: 'allow',
});
const typed = z.string().trim().min(1).max(80);

export const boardRouter = createRouter({
  posting: publicProcedure
    .input(jobIdSchema)
    .output(boardJobSchema)
    .query(({ ctx, input }) => getBoardJob(ctx, input)),
  search: searching
    .input(boardSearchSchema)
    .output(boardPageSchema)
    .query(({ ctx, input }) => searchPostings(ctx, input)),
  similar: searching
    .input(z.object({ words: z.string().max(120), except: z.uuid().nullable() }))
    .output(z.array(boardItemSchema))
    .query(({ ctx, input }) => similarPostings(ctx, input)),
  suggestSkills: suggesting
    .input(z.object({ query: typed }))
    .output(z.array(skillChoiceSchema))
    .query(({ ctx, input }) => searchSkills(ctx, input)),
  suggestPlaces: suggesting
    .input(z.object({ query: typed }))
    .output(z.array(citySchema))
    .query(({ ctx, input }) => searchPlaces(ctx, { query: input.query, country: null })),
  skillNamed: suggesting
    .input(z.object({ name: typed }))
    .output(skillChoiceSchema.nullable())
    .query(({ ctx, input }) => skillNamed(ctx, input)),
});
