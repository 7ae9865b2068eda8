import { z } from 'zod';
import { MAIL_LIMITS, TOKEN_LIMITS } from '@/domain/accounts/policy';
import { acceptedSchema, emailOnlySchema, tokenSchema } from '@/domain/accounts/schema';
import { leavePortal, openPortal } from '@/domain/candidates/commands/portal-session';
import { renewCandidateLink, requestPortalLink } from '@/domain/candidates/commands/tokens';
import { getMyself } from '@/domain/candidates/queries/myself';
import { myselfSchema, renewLinkSchema } from '@/domain/candidates/schema';
import { listOwnCandidacies } from '@/domain/pipeline/queries/own-candidacies';
import { ownCandidacySchema } from '@/domain/pipeline/schema';
import { candidateProcedure, createRouter, limitedProcedure, publicProcedure } from '../init';

export const portalRouter = createRouter({
  requestLink: limitedProcedure(MAIL_LIMITS)
    .input(emailOnlySchema)
    .output(acceptedSchema)
    .mutation(({ ctx, input }) => requestPortalLink(ctx, input)),
  renewLink: limitedProcedure(MAIL_LIMITS)
    .input(renewLinkSchema)
    .output(acceptedSchema)
    .mutation(({ ctx, input }) => renewCandidateLink(ctx, input)),
  open: limitedProcedure(TOKEN_LIMITS)
    .input(tokenSchema)
    .output(acceptedSchema)
    .mutation(({ ctx, input }) => openPortal(ctx, input)),
  leave: publicProcedure.output(acceptedSchema).mutation(({ ctx }) => leavePortal(ctx)),
  me: candidateProcedure.output(myselfSchema).query(({ ctx }) => getMyself(ctx, ctx.own)),
  applications: candidateProcedure
    .output(z.array(ownCandidacySchema))
    .query(({ ctx }) => listOwnCandidacies(ctx, ctx.own)),
});
