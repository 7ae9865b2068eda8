import { answerFact, takeBackAnswer } from '@/domain/pipeline/commands/answer-fact';
import { ANSWER_LIMIT } from '@/domain/pipeline/policy';
import { openAsked } from '@/domain/pipeline/queries/asked-question';
import {
  answeredFactSchema,
  answerFactSchema,
  askedQuestionsSchema,
  takeBackAnswerSchema,
} from '@/domain/pipeline/schema/fact-request';
import { tokenSchema } from '@/domain/accounts/schema';
import { addressProcedure, createRouter } from '../init';

export const answersRouter = createRouter({
  /** Changes nothing; a mutation, since a query would carry the link's secret in an address. */
  open: addressProcedure(ANSWER_LIMIT)
    .input(tokenSchema)
    .output(askedQuestionsSchema)
    .mutation(({ ctx, input }) => openAsked(ctx, input)),
  give: addressProcedure(ANSWER_LIMIT)
    .input(answerFactSchema)
    .output(answeredFactSchema)
    .mutation(({ ctx, input }) => answerFact(ctx, input)),
  takeBack: addressProcedure(ANSWER_LIMIT)
    .input(takeBackAnswerSchema)
    .output(takeBackAnswerSchema.pick({ factRequestId: true }))
    .mutation(({ ctx, input }) => takeBackAnswer(ctx, input)),
});
