import { z } from 'zod';
import { searchPostings, similarPostings } from '@/domain/jobs/queries/board';
import { getBoardJob } from '@/domain/jobs/queries/board-job';
import {
  boardItemSchema,
  boardJobSchema,
  boardPageSchema,
  boardSearchSchema,
  jobIdSchema,
} from '@/domain/jobs/schema';
import { addressProcedure, createRouter, publicProcedure } from '../init';

const searching = addressProcedure({
  name: 'board-search',
  tries: 120,
  windowSeconds: 60,
  whenDown: 'allow',
});

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
});
