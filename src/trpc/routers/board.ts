import { getPosting } from '@/domain/jobs/queries';
import { jobIdSchema, jobPostingSchema } from '@/domain/jobs/schema';
import { createRouter, publicProcedure } from '../init';

export const boardRouter = createRouter({
  posting: publicProcedure
    .input(jobIdSchema)
    .output(jobPostingSchema)
    .query(({ ctx, input }) => getPosting(ctx, input)),
});
