import { z } from 'zod';
import {
  discardWeightDraft,
  publishWeightDraft,
  rollBackWeights,
  saveWeightDraft,
} from '@/domain/matching/commands/draft-weights';
import { listLabJobs } from '@/domain/matching/queries/lab';
import { weightsOverview } from '@/domain/matching/queries/weights';
import { labJobSchema } from '@/domain/matching/schema/lab';
import {
  publishWeightsSchema,
  rollBackWeightsSchema,
  saveWeightDraftSchema,
  weightDraftRevisionSchema,
  weightDraftSchema,
  weightsOverviewSchema,
  weightsPublishedSchema,
} from '@/domain/matching/schema/weights';
import { adminProcedure, createRouter } from '../init';

export const weightsRouter = createRouter({
  overview: adminProcedure.output(weightsOverviewSchema).query(({ ctx }) => weightsOverview(ctx)),
  labJobs: adminProcedure.output(z.array(labJobSchema)).query(({ ctx }) => listLabJobs(ctx)),
  saveDraft: adminProcedure
    .input(saveWeightDraftSchema)
    .output(weightDraftSchema)
    .mutation(({ ctx, input }) => saveWeightDraft(ctx, input)),
  discardDraft: adminProcedure
    .input(weightDraftRevisionSchema)
    .output(weightDraftRevisionSchema)
    .mutation(({ ctx, input }) => discardWeightDraft(ctx, input)),
  publish: adminProcedure
    .input(publishWeightsSchema)
    .output(weightsPublishedSchema)
    .mutation(({ ctx, input }) => publishWeightDraft(ctx, input)),
  rollBack: adminProcedure
    .input(rollBackWeightsSchema)
    .output(weightsPublishedSchema)
    .mutation(({ ctx, input }) => rollBackWeights(ctx, input)),
});
