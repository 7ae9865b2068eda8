import { z } from 'zod';
import { moveCandidacy, undoMove } from '@/domain/pipeline/commands';
import { answerContest } from '@/domain/pipeline/commands/contest';
import { lookAtRanking } from '@/domain/pipeline/commands/look';
import { cancelFactRequests, requestFacts } from '@/domain/pipeline/commands/request-fact';
import { findPeople } from '@/domain/pipeline/queries/find-people';
import { matchHistory } from '@/domain/pipeline/queries/history';
import { openMatch } from '@/domain/pipeline/queries/match';
import { movedSinceVisit } from '@/domain/pipeline/queries/moved';
import { rankingPulse } from '@/domain/pipeline/queries/pulse';
import { listMatches } from '@/domain/pipeline/queries/ranking';
import { today } from '@/domain/pipeline/queries/today';
import { jobIdSchema } from '@/domain/jobs/schema';
import { moveCandidacySchema, movedSchema, pairSchema, undoMoveSchema } from '@/domain/pipeline/schema';
import { answerContestSchema, contestIdSchema } from '@/domain/pipeline/schema/contest';
import { findPeopleSchema, foundPersonSchema } from '@/domain/pipeline/schema/find';
import { matchHistorySchema } from '@/domain/pipeline/schema/history';
import { matchViewSchema } from '@/domain/pipeline/schema/match';
import { lookedAtSchema, lookSchema, movedViewSchema } from '@/domain/pipeline/schema/moved';
import { listMatchesSchema, rankingPulseSchema, rankingViewSchema } from '@/domain/pipeline/schema/ranking';
import { todayViewSchema } from '@/domain/pipeline/schema/today';
import {
  askBatchSchema,
  requestedFactsSchema,
  requestFactsSchema,
} from '@/domain/pipeline/schema/fact-request';
import { createRouter, memberProcedure } from '../init';

export const pipelineRouter = createRouter({
  today: memberProcedure('match:read')
    .output(todayViewSchema)
    .query(({ ctx }) => today(ctx, ctx.grant)),
  matches: memberProcedure('match:read')
    .input(listMatchesSchema)
    .output(rankingViewSchema)
    .query(({ ctx, input }) => listMatches(ctx, ctx.grant, input)),
  find: memberProcedure('match:read')
    .input(findPeopleSchema)
    .output(z.array(foundPersonSchema))
    .query(({ ctx, input }) => findPeople(ctx, ctx.grant, input)),
  pulse: memberProcedure('match:read')
    .input(jobIdSchema)
    .output(rankingPulseSchema)
    .query(({ ctx, input }) => rankingPulse(ctx, ctx.grant, input)),
  moved: memberProcedure('match:read')
    .input(jobIdSchema)
    .output(movedViewSchema)
    .query(({ ctx, input }) => movedSinceVisit(ctx, ctx.grant, input)),
  look: memberProcedure('match:read')
    .input(lookSchema)
    .output(lookedAtSchema)
    .mutation(({ ctx, input }) => lookAtRanking(ctx, ctx.grant, input)),
  match: memberProcedure('match:read')
    .input(pairSchema)
    .output(matchViewSchema)
    .query(({ ctx, input }) => openMatch(ctx, ctx.grant, input)),
  history: memberProcedure('match:read')
    .input(pairSchema)
    .output(matchHistorySchema)
    .query(({ ctx, input }) => matchHistory(ctx, ctx.grant, input)),
  move: memberProcedure('candidacy:decide')
    .input(moveCandidacySchema)
    .output(movedSchema)
    .mutation(({ ctx, input }) => moveCandidacy(ctx, ctx.grant, input)),
  undo: memberProcedure('candidacy:decide')
    .input(undoMoveSchema)
    .output(movedSchema)
    .mutation(({ ctx, input }) => undoMove(ctx, ctx.grant, input)),
  ask: memberProcedure('candidacy:decide')
    .input(requestFactsSchema)
    .output(requestedFactsSchema)
    .mutation(({ ctx, input }) => requestFacts(ctx, ctx.grant, input)),
  cancelAsk: memberProcedure('candidacy:decide')
    .input(askBatchSchema)
    .output(askBatchSchema)
    .mutation(({ ctx, input }) => cancelFactRequests(ctx, ctx.grant, input)),
  answerContest: memberProcedure('candidacy:decide')
    .input(answerContestSchema)
    .output(contestIdSchema)
    .mutation(({ ctx, input }) => answerContest(ctx, ctx.grant, input)),
});
