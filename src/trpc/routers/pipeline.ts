import { moveCandidacy, undoMove } from '@/domain/pipeline/commands';
import { listMatches, openMatch } from '@/domain/pipeline/queries';
import { listMatchesSchema, moveCandidacySchema, pairSchema, undoMoveSchema } from '@/domain/pipeline/schema';
import { createRouter, memberProcedure } from '../init';

export const pipelineRouter = createRouter({
  matches: memberProcedure('match:read')
    .input(listMatchesSchema)
    .query(({ ctx, input }) => listMatches(ctx, ctx.grant, input)),
  match: memberProcedure('match:read')
    .input(pairSchema)
    .query(({ ctx, input }) => openMatch(ctx, ctx.grant, input)),
  move: memberProcedure('candidacy:decide')
    .input(moveCandidacySchema)
    .mutation(({ ctx, input }) => moveCandidacy(ctx, ctx.grant, input)),
  undo: memberProcedure('candidacy:decide')
    .input(undoMoveSchema)
    .mutation(({ ctx, input }) => undoMove(ctx, ctx.grant, input)),
});
