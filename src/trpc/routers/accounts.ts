import { z } from 'zod';
import {
  acceptInvitation,
  joinByInvitation,
  openInvitation,
} from '@/domain/accounts/commands/accept-invitation';
import { requestPasswordReset, resetPassword } from '@/domain/accounts/commands/reset-password';
import { signIn, signOut } from '@/domain/accounts/commands/sign-in';
import { signUp } from '@/domain/accounts/commands/sign-up';
import { resendVerification, verifyEmail } from '@/domain/accounts/commands/verify-email';
import {
  INVITED_LIMITS,
  MAIL_LIMITS,
  SIGN_IN_LIMITS,
  SIGN_UP_LIMITS,
  TOKEN_LIMITS,
} from '@/domain/accounts/policy';
import { whoAmI } from '@/domain/accounts/queries';
import {
  acceptedSchema,
  emailOnlySchema,
  meSchema,
  resetPasswordSchema,
  signInResultSchema,
  signInSchema,
  signUpSchema,
  tokenSchema,
  verifyEmailSchema,
} from '@/domain/accounts/schema';
import {
  acceptInvitationSchema,
  joinByInvitationSchema,
  openedInvitationSchema,
} from '@/domain/accounts/schema/members';
import { createRouter, limitedProcedure, publicProcedure } from '../init';

export const accountsRouter = createRouter({
  me: publicProcedure.output(meSchema.nullable()).query(({ ctx }) => whoAmI(ctx)),
  signUp: limitedProcedure(SIGN_UP_LIMITS)
    .input(signUpSchema)
    .output(acceptedSchema)
    .mutation(({ ctx, input }) => signUp(ctx, input)),
  verifyEmail: limitedProcedure(TOKEN_LIMITS)
    .input(verifyEmailSchema)
    .output(emailOnlySchema)
    .mutation(({ ctx, input }) => verifyEmail(ctx, input)),
  resendVerification: limitedProcedure(MAIL_LIMITS)
    .input(emailOnlySchema)
    .output(acceptedSchema)
    .mutation(({ ctx, input }) => resendVerification(ctx, input)),
  signIn: limitedProcedure(SIGN_IN_LIMITS)
    .input(signInSchema)
    .output(signInResultSchema)
    .mutation(({ ctx, input }) => signIn(ctx, input)),
  signOut: publicProcedure.output(z.void()).mutation(({ ctx }) => signOut(ctx)),
  requestPasswordReset: limitedProcedure(MAIL_LIMITS)
    .input(emailOnlySchema)
    .output(acceptedSchema)
    .mutation(({ ctx, input }) => requestPasswordReset(ctx, input)),
  resetPassword: limitedProcedure(TOKEN_LIMITS)
    .input(resetPasswordSchema)
    .output(acceptedSchema)
    .mutation(({ ctx, input }) => resetPassword(ctx, input)),
  /** Changes nothing; a mutation, since a query would carry the link's secret in an address. */
  openInvitation: limitedProcedure(INVITED_LIMITS)
    .input(tokenSchema)
    .output(openedInvitationSchema)
    .mutation(({ ctx, input }) => openInvitation(ctx, input)),
  acceptInvitation: limitedProcedure(TOKEN_LIMITS)
    .input(acceptInvitationSchema)
    .output(z.void())
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
  joinByInvitation: limitedProcedure(TOKEN_LIMITS)
    .input(joinByInvitationSchema)
    .output(z.void())
    .mutation(({ ctx, input }) => joinByInvitation(ctx, input)),
});
