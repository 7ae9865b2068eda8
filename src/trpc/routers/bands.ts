import { publishBands } from '@/domain/matching/commands/publish-bands';
import { bandsOverview } from '@/domain/matching/queries/bands';
import {
  bandsOverviewSchema,
  bandsPublishedSchema,
  publishBandsSchema,
} from '@/domain/matching/schema/bands';
import { adminProcedure, createRouter } from '../init';

export const bandsRouter = createRouter({
  overview: adminProcedure.output(bandsOverviewSchema).query(({ ctx }) => bandsOverview(ctx)),
  publish: adminProcedure
    .input(publishBandsSchema)
    .output(bandsPublishedSchema)
    .mutation(({ ctx, input }) => publishBands(ctx, input)),
});
