import { z } from 'zod';
import {
  discardWeightDraft,
  publishWeightDraft,
  rollBackWeights,
  saveWeightDraft,
} from '@/domain/matching/commands/draft-weights';
import { endShadow, startShadow } from '@/domain/matching/commands/shadow-weights';
import { dryRun } from '@/domain/matching/queries/dry-run';
import { listLabJobs } from '@/domain/matching/queries/lab';
import { currentShadow } from '@/domain/matching/queries/shadow';
import { weightsOverview } from '@/domain/matching/queries/weights';
import { dryRunInputSchema, dryRunSchema } from '@/domain/matching/schema/dry-run';
import { labJobSchema } from '@/domain/matching/schema/lab';
import { shadowIdSchema, shadowSchema } from '@/domain/matching/schema/shadow';
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
  dryRun: adminProcedure
    .input(dryRunInputSchema)
    .output(dryRunSchema)
    .query(({ ctx, input }) => dryRun(ctx, input)),
  shadow: adminProcedure.output(shadowSchema).query(({ ctx }) => currentShadow(ctx)),
  startShadow: adminProcedure
    .input(weightDraftRevisionSchema)
    .output(shadowIdSchema)
    .mutation(({ ctx, input }) => startShadow(ctx, input)),
  endShadow: adminProcedure
    .input(shadowIdSchema)
    .output(shadowIdSchema)
    .mutation(({ ctx, input }) => endShadow(ctx, input)),
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
