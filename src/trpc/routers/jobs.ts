import { z } from 'zod';
import { createJob, duplicateJob, moveJob, publishJob, saveDraft } from '@/domain/jobs/commands';
import { promoteJob } from '@/domain/jobs/commands/promote';
import { restoreJob } from '@/domain/jobs/commands/restore';
import { getJobForEditing, listJobs } from '@/domain/jobs/queries';
import { readPastedAd } from '@/domain/jobs/queries/read-ad';
import { listWeightChoices } from '@/domain/jobs/queries/weights';
import {
  createJobSchema,
  jobForEditingSchema,
  jobIdSchema,
  jobListItemSchema,
  listJobsSchema,
  movedJobSchema,
  moveJobSchema,
  promoteJobSchema,
  publishedSchema,
  publishJobSchema,
  savedDraftSchema,
  saveDraftSchema,
} from '@/domain/jobs/schema';
import { adReadingSchema, readAdSchema } from '@/domain/jobs/schema/ad';
import { weightChoicesSchema } from '@/domain/jobs/schema/weights';
import { relaxations } from '@/domain/matching/queries/relaxations';
import { relaxationsOfSchema, relaxationsSchema } from '@/domain/matching/schema/relaxations';
import { createRouter, memberProcedure } from '../init';

export const jobsRouter = createRouter({
  list: memberProcedure('job:read')
    .input(listJobsSchema)
    .output(z.array(jobListItemSchema))
    .query(({ ctx, input }) => listJobs(ctx, ctx.grant, input)),
  forEditing: memberProcedure('job:read')
    .input(jobIdSchema)
    .output(jobForEditingSchema)
    .query(({ ctx, input }) => getJobForEditing(ctx, ctx.grant, input)),
  weightChoices: memberProcedure('job:read')
    .output(weightChoicesSchema)
    .query(({ ctx }) => listWeightChoices(ctx, ctx.grant)),
  relaxations: memberProcedure('match:read')
    .input(relaxationsOfSchema)
    .output(relaxationsSchema.nullable())
    .query(({ ctx, input }) => relaxations(ctx, ctx.grant, input)),
  create: memberProcedure('job:write')
    .input(createJobSchema)
    .output(jobIdSchema)
    .mutation(({ ctx, input }) => createJob(ctx, ctx.grant, input)),
  // Reads only, but an ad is too long for an address.
  readAd: memberProcedure('job:write')
    .input(readAdSchema)
    .output(adReadingSchema)
    .mutation(({ ctx, input }) => readPastedAd(ctx, ctx.grant, input)),
  saveDraft: memberProcedure('job:write')
    .input(saveDraftSchema)
    .output(savedDraftSchema)
    .mutation(({ ctx, input }) => saveDraft(ctx, ctx.grant, input)),
  publish: memberProcedure('job:write')
    .input(publishJobSchema)
    .output(publishedSchema)
    .mutation(({ ctx, input }) => publishJob(ctx, ctx.grant, input)),
  move: memberProcedure('job:write')
    .input(moveJobSchema)
    .output(movedJobSchema)
    .mutation(({ ctx, input }) => moveJob(ctx, ctx.grant, input)),
  promote: memberProcedure('job:write')
    .input(promoteJobSchema)
    .output(promoteJobSchema)
    .mutation(({ ctx, input }) => promoteJob(ctx, ctx.grant, input)),
  restore: memberProcedure('job:write')
    .input(jobIdSchema)
    .output(movedJobSchema)
    .mutation(({ ctx, input }) => restoreJob(ctx, ctx.grant, input)),
  duplicate: memberProcedure('job:write')
    .input(jobIdSchema)
    .output(jobIdSchema)
    .mutation(({ ctx, input }) => duplicateJob(ctx, ctx.grant, input)),
});
