import { rerunBatch, rerunJob } from '@/domain/matching/commands/rerun';
import { runsOverview } from '@/domain/matching/queries/batches';
import { batchIdSchema, runIdSchema, runsOverviewSchema } from '@/domain/matching/schema/batches';
import { adminProcedure, createRouter } from '../init';

export const runsRouter = createRouter({
  overview: adminProcedure.output(runsOverviewSchema).query(({ ctx }) => runsOverview(ctx)),
  rerunBatch: adminProcedure
    .input(batchIdSchema)
    .output(batchIdSchema)
    .mutation(({ ctx, input }) => rerunBatch(ctx, input)),
  rerunJob: adminProcedure
    .input(runIdSchema)
    .output(runIdSchema)
    .mutation(({ ctx, input }) => rerunJob(ctx, input)),
});
