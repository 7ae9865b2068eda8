import { importAnswers, saveAnswers, saveScreeningAnswer } from '@/domain/candidates/commands';
import { getPerson, listPeople } from '@/domain/candidates/queries';
import {
  candidateIdSchema,
  importAnswersSchema,
  listPeopleSchema,
  saveAnswersSchema,
  saveScreeningAnswerSchema,
} from '@/domain/candidates/schema';
import { createRouter, memberProcedure } from '../init';

export const peopleRouter = createRouter({
  list: memberProcedure('candidate:read')
    .input(listPeopleSchema)
    .query(({ ctx, input }) => listPeople(ctx, ctx.grant, input)),
  get: memberProcedure('candidate:read')
    .input(candidateIdSchema)
    .query(({ ctx, input }) => getPerson(ctx, ctx.grant, input)),
  saveAnswers: memberProcedure('candidate:write')
    .input(saveAnswersSchema)
    .mutation(({ ctx, input }) => saveAnswers(ctx, ctx.grant, input)),
  importAnswers: memberProcedure('candidate:write')
    .input(importAnswersSchema)
    .mutation(({ ctx, input }) => importAnswers(ctx, ctx.grant, input)),
  saveScreeningAnswer: memberProcedure('candidate:write')
    .input(saveScreeningAnswerSchema)
    .mutation(({ ctx, input }) => saveScreeningAnswer(ctx, ctx.grant, input)),
});
