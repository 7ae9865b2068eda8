import { z } from 'zod';
import { MAIL_LIMITS, TOKEN_LIMITS } from '@/domain/accounts/policy';
import { acceptedSchema, emailOnlySchema, tokenSchema } from '@/domain/accounts/schema';
import { saveOwnAnswers, saveOwnProfile, undoOwnChange } from '@/domain/candidates/commands/own-facts';
import { leavePortal, openPortal } from '@/domain/candidates/commands/portal-session';
import { savePreferences, setPoolConsent } from '@/domain/candidates/commands/preferences';
import { renewCandidateLink, requestPortalLink } from '@/domain/candidates/commands/tokens';
import { ownFactsSchema, saveOwnProfileSchema } from '@/domain/candidates/schema/own-facts';
import { getMyself } from '@/domain/candidates/queries/myself';
import { getOwnData } from '@/domain/candidates/queries/own-data';
import { getOwnFacts } from '@/domain/candidates/queries/own-facts';
import { getOwnResumeReading } from '@/domain/candidates/queries/resume-reading';
import { resumeReadingSchema } from '@/domain/candidates/schema/resume-reading';
import {
  myselfSchema,
  ownChangeSchema,
  ownDataSchema,
  poolConsentSchema,
  preferencesSchema,
  renewLinkSchema,
  saveOwnAnswersSchema,
} from '@/domain/candidates/schema';
import { openContest } from '@/domain/pipeline/commands/contest';
import { saveOwnScreeningAnswer } from '@/domain/pipeline/commands/own-screening';
import { undoWithdrawal, withdraw } from '@/domain/pipeline/commands/withdraw';
import { openMirror } from '@/domain/pipeline/queries/mirror';
import { listOwnCandidacies } from '@/domain/pipeline/queries/own-candidacies';
import { contestIdSchema, openContestSchema } from '@/domain/pipeline/schema/contest';
import { mirrorViewSchema } from '@/domain/pipeline/schema/mirror';
import {
  answerOwnScreeningSchema,
  candidacyIdSchema,
  ownCandidacySchema,
} from '@/domain/pipeline/schema/own-candidacy';
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
  mirror: candidateProcedure
    .input(candidacyIdSchema)
    .output(mirrorViewSchema)
    .query(({ ctx, input }) => openMirror(ctx, ctx.own, input)),
  contest: candidateProcedure
    .input(openContestSchema)
    .output(contestIdSchema)
    .mutation(({ ctx, input }) => openContest(ctx, ctx.own, input)),
  withdraw: candidateProcedure
    .input(candidacyIdSchema)
    .output(candidacyIdSchema)
    .mutation(({ ctx, input }) => withdraw(ctx, ctx.own, input)),
  undoWithdrawal: candidateProcedure
    .input(candidacyIdSchema)
    .output(candidacyIdSchema)
    .mutation(({ ctx, input }) => undoWithdrawal(ctx, ctx.own, input)),
  facts: candidateProcedure.output(ownFactsSchema).query(({ ctx }) => getOwnFacts(ctx, ctx.own)),
  resume: candidateProcedure
    .output(resumeReadingSchema.nullable())
    .query(({ ctx }) => getOwnResumeReading(ctx, ctx.own)),
  saveAnswers: candidateProcedure
    .input(saveOwnAnswersSchema)
    .output(ownChangeSchema)
    .mutation(({ ctx, input }) => saveOwnAnswers(ctx, ctx.own, input)),
  saveProfile: candidateProcedure
    .input(saveOwnProfileSchema)
    .output(ownChangeSchema)
    .mutation(({ ctx, input }) => saveOwnProfile(ctx, ctx.own, input)),
  answerScreening: candidateProcedure
    .input(answerOwnScreeningSchema)
    .output(candidacyIdSchema)
    .mutation(({ ctx, input }) => saveOwnScreeningAnswer(ctx, ctx.own, input)),
  undoChange: candidateProcedure
    .input(ownChangeSchema)
    .output(ownChangeSchema)
    .mutation(({ ctx, input }) => undoOwnChange(ctx, ctx.own, input)),
  data: candidateProcedure.output(ownDataSchema).query(({ ctx }) => getOwnData(ctx, ctx.own)),
  savePreferences: candidateProcedure
    .input(preferencesSchema)
    .output(preferencesSchema)
    .mutation(({ ctx, input }) => savePreferences(ctx, ctx.own, input)),
  setPoolConsent: candidateProcedure
    .input(poolConsentSchema)
    .output(poolConsentSchema)
    .mutation(({ ctx, input }) => setPoolConsent(ctx, ctx.own, input)),
});
