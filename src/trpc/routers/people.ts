import { importAnswers, saveAnswers, saveScreeningAnswer } from '@/domain/candidates/commands';
import { distinguish } from '@/domain/candidates/commands/distinguish';
import { getPerson, listPeople } from '@/domain/candidates/queries';
import { getResumeReading } from '@/domain/candidates/queries/resume-reading';
import { getStanding } from '@/domain/candidates/queries/standing';
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
import {
  countedPairsSchema,
  countPairsSchema,
  distinguishedSchema,
  distinguishSchema,
  listPairsSchema,
  mergedPeopleSchema,
  mergePeopleSchema,
  pairsPageSchema,
  personMergeSchema,
  undoMergeSchema,
  undoneMergeSchema,
} from '@/domain/candidates/schema/duplicates';
import { mergePeople } from '@/domain/pipeline/commands/merge-people';
import { undoMerge } from '@/domain/pipeline/commands/undo-merge';
import { listMerges } from '@/domain/pipeline/queries/merges';
import { countPairs, listPairs } from '@/domain/pipeline/queries/pairs';
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
  standing: memberProcedure('candidate:read')
    .input(candidateIdSchema)
    .output(candidateIdSchema)
    .query(({ ctx, input }) => getStanding(ctx, ctx.grant, input)),
  duplicates: memberProcedure('candidate:read')
    .input(listPairsSchema)
    .output(pairsPageSchema)
    .query(({ ctx, input }) => listPairs(ctx, ctx.grant, input)),
  duplicateCount: memberProcedure('candidate:read')
    .input(countPairsSchema)
    .output(countedPairsSchema)
    .query(({ ctx, input }) => countPairs(ctx, ctx.grant, input)),
  distinguish: memberProcedure('candidate:write')
    .input(distinguishSchema)
    .output(distinguishedSchema)
    .mutation(({ ctx, input }) => distinguish(ctx, ctx.grant, input)),
  merge: memberProcedure('candidate:write')
    .input(mergePeopleSchema)
    .output(mergedPeopleSchema)
    .mutation(({ ctx, input }) => mergePeople(ctx, ctx.grant, input)),
  undoMerge: memberProcedure('candidate:write')
    .input(undoMergeSchema)
    .output(undoneMergeSchema)
    .mutation(({ ctx, input }) => undoMerge(ctx, ctx.grant, input)),
  merges: memberProcedure('candidate:read')
    .input(candidateIdSchema)
    .output(personMergeSchema.array())
    .query(({ ctx, input }) => listMerges(ctx, ctx.grant, input)),
});
