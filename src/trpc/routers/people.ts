import { importAnswers, saveAnswers, saveScreeningAnswer } from '@/domain/candidates/commands';
import { getPerson, listPeople } from '@/domain/candidates/queries';
import { getResumeReading } from '@/domain/candidates/queries/resume-reading';
import { resumeReadingSchema } from '@/domain/candidates/schema/resume-reading';
import {
  candidateIdSchema,
  importAnswersSchema,
  importedAnswersSchema,
  listPeopleSchema,
  peoplePageSchema,
  personDetailSchema,
  saveAnswersSchema,
  savedAnswersSchema,
  saveScreeningAnswerSchema,
} from '@/domain/candidates/schema';
import { createRouter, memberProcedure } from '../init';

export const peopleRouter = createRouter({
  list: memberProcedure('candidate:read')
    .input(listPeopleSchema)
    .output(peoplePageSchema)
    .query(({ ctx, input }) => listPeople(ctx, ctx.grant, input)),
  get: memberProcedure('candidate:read')
    .input(candidateIdSchema)
    .output(personDetailSchema)
    .query(({ ctx, input }) => getPerson(ctx, ctx.grant, input)),
  resume: memberProcedure('candidate:read')
    .input(candidateIdSchema)
    .output(resumeReadingSchema.nullable())
    .query(({ ctx, input }) => getResumeReading(ctx, ctx.grant, input)),
  saveAnswers: memberProcedure('candidate:write')
    .input(saveAnswersSchema)
    .output(savedAnswersSchema)
    .mutation(({ ctx, input }) => saveAnswers(ctx, ctx.grant, input)),
  importAnswers: memberProcedure('candidate:write')
    .input(importAnswersSchema)
    .output(importedAnswersSchema)
    .mutation(({ ctx, input }) => importAnswers(ctx, ctx.grant, input)),
  saveScreeningAnswer: memberProcedure('candidate:write')
    .input(saveScreeningAnswerSchema)
    .output(candidateIdSchema)
    .mutation(({ ctx, input }) => saveScreeningAnswer(ctx, ctx.grant, input)),
});
