import { z } from 'zod';
import { TOKEN_LIMITS } from '@/domain/accounts/policy';
import { acceptedSchema, tokenSchema } from '@/domain/accounts/schema';
import {
  beginApplication,
  confirmFile,
  dropFile,
  offerFile,
  saveApplication,
  submitApplication,
} from '@/domain/pipeline/commands/apply';
import { openApplication } from '@/domain/pipeline/commands/open-application';
import { APPLY_LIMIT, APPLICATION_LIMIT } from '@/domain/pipeline/policy';
import { getApplication } from '@/domain/pipeline/queries/application';
import {
  applicationKeySchema,
  applicationViewSchema,
  beginApplicationSchema,
  offeredFileSchema,
  offerFileSchema,
  savedApplicationSchema,
  saveApplicationSchema,
  submitApplicationSchema,
  submittedApplicationSchema,
} from '@/domain/pipeline/schema/application';
import { addressProcedure, createRouter, limitedProcedure } from '../init';

export const applicationsRouter = createRouter({
  begin: addressProcedure(APPLY_LIMIT)
    .input(beginApplicationSchema)
    .output(applicationKeySchema)
    .mutation(({ ctx, input }) => beginApplication(ctx, input)),
  get: addressProcedure(APPLICATION_LIMIT)
    .input(applicationKeySchema)
    .output(applicationViewSchema)
    .query(({ ctx, input }) => getApplication(ctx, input)),
  save: addressProcedure(APPLICATION_LIMIT)
    .input(saveApplicationSchema)
    .output(savedApplicationSchema)
    .mutation(({ ctx, input }) => saveApplication(ctx, input)),
  offerFile: addressProcedure(APPLY_LIMIT)
    .input(offerFileSchema)
    .output(offeredFileSchema)
    .mutation(({ ctx, input }) => offerFile(ctx, input)),
  confirmFile: addressProcedure(APPLICATION_LIMIT)
    .input(applicationKeySchema)
    .output(z.void())
    .mutation(({ ctx, input }) => confirmFile(ctx, input)),
  dropFile: addressProcedure(APPLICATION_LIMIT)
    .input(applicationKeySchema)
    .output(z.void())
    .mutation(({ ctx, input }) => dropFile(ctx, input)),
  submit: addressProcedure(APPLY_LIMIT)
    .input(submitApplicationSchema)
    .output(submittedApplicationSchema)
    .mutation(({ ctx, input }) => submitApplication(ctx, input)),
  open: limitedProcedure(TOKEN_LIMITS)
    .input(tokenSchema)
    .output(acceptedSchema)
    .mutation(({ ctx, input }) => openApplication(ctx, input)),
});
