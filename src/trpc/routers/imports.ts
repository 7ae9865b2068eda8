import { abandonUploads, confirmUpload, createImport } from '@/domain/resumes/commands';
import { getImport, listImports } from '@/domain/resumes/queries';
import { createImportSchema, importIdSchema, importItemIdSchema } from '@/domain/resumes/schema';
import { createRouter, memberProcedure } from '../init';

export const importsRouter = createRouter({
  list: memberProcedure('candidate:read').query(({ ctx }) => listImports(ctx, ctx.grant)),
  get: memberProcedure('candidate:read')
    .input(importIdSchema)
    .query(({ ctx, input }) => getImport(ctx, ctx.grant, input)),
  create: memberProcedure('candidate:write')
    .input(createImportSchema)
    .mutation(({ ctx, input }) => createImport(ctx, ctx.grant, input)),
  confirmUpload: memberProcedure('candidate:write')
    .input(importItemIdSchema)
    .mutation(({ ctx, input }) => confirmUpload(ctx, ctx.grant, input)),
  abandon: memberProcedure('candidate:write')
    .input(importIdSchema)
    .mutation(({ ctx, input }) => abandonUploads(ctx, ctx.grant, input)),
});
