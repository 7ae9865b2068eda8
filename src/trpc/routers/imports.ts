import { z } from 'zod';
import { abandonUploads, confirmUpload, createImport } from '@/domain/resumes/commands';
import { importPeople } from '@/domain/resumes/commands/import-people';
import { getImport, listImports, missingUploads } from '@/domain/resumes/queries';
import {
  abandonedSchema,
  createImportSchema,
  importIdSchema,
  importItemIdSchema,
  importPeopleSchema,
  importSummarySchema,
  importViewSchema,
  missingUploadSchema,
  newImportSchema,
  uploadStateSchema,
} from '@/domain/resumes/schema';
import { createRouter, memberProcedure } from '../init';

export const importsRouter = createRouter({
  list: memberProcedure('candidate:read')
    .output(z.array(importSummarySchema))
    .query(({ ctx }) => listImports(ctx, ctx.grant)),
  get: memberProcedure('candidate:read')
    .input(importIdSchema)
    .output(importViewSchema)
    .query(({ ctx, input }) => getImport(ctx, ctx.grant, input)),
  create: memberProcedure('candidate:write')
    .input(createImportSchema)
    .output(newImportSchema)
    .mutation(({ ctx, input }) => createImport(ctx, ctx.grant, input)),
  people: memberProcedure('candidate:write')
    .input(importPeopleSchema)
    .output(importIdSchema)
    .mutation(({ ctx, input }) => importPeople(ctx, ctx.grant, input)),
  missing: memberProcedure('candidate:write')
    .input(importIdSchema)
    .output(z.array(missingUploadSchema))
    .query(({ ctx, input }) => missingUploads(ctx, ctx.grant, input)),
  confirmUpload: memberProcedure('candidate:write')
    .input(importItemIdSchema)
    .output(uploadStateSchema)
    .mutation(({ ctx, input }) => confirmUpload(ctx, ctx.grant, input)),
  abandon: memberProcedure('candidate:write')
    .input(importIdSchema)
    .output(abandonedSchema)
    .mutation(({ ctx, input }) => abandonUploads(ctx, ctx.grant, input)),
});
