import { z } from 'zod';
import { createJob, duplicateJob, moveJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { getJobForEditing, listJobs } from '@/domain/jobs/queries';
import {
  createJobSchema,
  jobIdSchema,
  jobStateSchema,
  moveJobSchema,
  publishJobSchema,
  saveDraftSchema,
} from '@/domain/jobs/schema';
import { createRouter, memberProcedure } from '../init';

export const jobsRouter = createRouter({
  list: memberProcedure('job:read')
    .input(z.object({ states: z.array(jobStateSchema).optional() }))
    .query(({ ctx, input }) => listJobs(ctx, ctx.grant, input)),
  forEditing: memberProcedure('job:read')
    .input(jobIdSchema)
    .query(({ ctx, input }) => getJobForEditing(ctx, ctx.grant, input)),
  create: memberProcedure('job:write')
    .input(createJobSchema)
    .mutation(({ ctx, input }) => createJob(ctx, ctx.grant, input)),
  saveDraft: memberProcedure('job:write')
    .input(saveDraftSchema)
    .mutation(({ ctx, input }) => saveDraft(ctx, ctx.grant, input)),
  publish: memberProcedure('job:write')
    .input(publishJobSchema)
    .mutation(({ ctx, input }) => publishJob(ctx, ctx.grant, input)),
  move: memberProcedure('job:write')
    .input(moveJobSchema)
    .mutation(({ ctx, input }) => moveJob(ctx, ctx.grant, input)),
  duplicate: memberProcedure('job:write')
    .input(jobIdSchema)
    .mutation(({ ctx, input }) => duplicateJob(ctx, ctx.grant, input)),
});
