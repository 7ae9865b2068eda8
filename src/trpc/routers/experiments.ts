import {
  createExperiment,
  discardExperiment,
  promoteExperiment,
  rollBackExperiment,
  startExperiment,
  stopExperiment,
} from '@/domain/matching/commands/experiments';
import { experimentsOverview, planExperiment, readExperiment } from '@/domain/matching/queries/experiments';
import {
  createExperimentSchema,
  endExperimentSchema,
  experimentIdSchema,
  experimentsOverviewSchema,
  experimentViewSchema,
  plannedSchema,
  planExperimentSchema,
  promoteExperimentSchema,
} from '@/domain/matching/schema/experiments';
import { adminProcedure, createRouter } from '../init';

export const experimentsRouter = createRouter({
  overview: adminProcedure.output(experimentsOverviewSchema).query(({ ctx }) => experimentsOverview(ctx)),
  read: adminProcedure
    .input(experimentIdSchema)
    .output(experimentViewSchema)
    .query(({ ctx, input }) => readExperiment(ctx, input)),
  plan: adminProcedure
    .input(planExperimentSchema)
    .output(plannedSchema)
    .query(({ ctx, input }) => planExperiment(ctx, input)),
  create: adminProcedure
    .input(createExperimentSchema)
    .output(experimentViewSchema)
    .mutation(({ ctx, input }) => createExperiment(ctx, input)),
  start: adminProcedure
    .input(experimentIdSchema)
    .output(experimentViewSchema)
    .mutation(({ ctx, input }) => startExperiment(ctx, input)),
  discard: adminProcedure
    .input(experimentIdSchema)
    .output(experimentIdSchema)
    .mutation(({ ctx, input }) => discardExperiment(ctx, input)),
  stop: adminProcedure
    .input(endExperimentSchema)
    .output(experimentViewSchema)
    .mutation(({ ctx, input }) => stopExperiment(ctx, input)),
  promote: adminProcedure
    .input(promoteExperimentSchema)
    .output(experimentViewSchema)
    .mutation(({ ctx, input }) => promoteExperiment(ctx, input)),
  rollBack: adminProcedure
    .input(endExperimentSchema)
    .output(experimentViewSchema)
    .mutation(({ ctx, input }) => rollBackExperiment(ctx, input)),
});
