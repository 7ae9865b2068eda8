import { z } from 'zod';
import { invite, resendInvitation, revokeInvitation } from '@/domain/accounts/commands/invite';
import { changeRole, removeMember } from '@/domain/accounts/commands/members';
import { INVITATION_LIMIT } from '@/domain/accounts/policy';
import { listInvitations, listMembers } from '@/domain/accounts/queries';
import {
  changeRoleSchema,
  invitationIdSchema,
  invitationSchema,
  inviteSchema,
  memberIdSchema,
  memberSchema,
} from '@/domain/accounts/schema/members';
import { createRouter, limitedMemberProcedure, memberProcedure } from '../init';

export const membersRouter = createRouter({
  list: memberProcedure('organization:read')
    .output(z.array(memberSchema))
    .query(({ ctx }) => listMembers(ctx, ctx.grant)),
  changeRole: memberProcedure('organization:manage')
    .input(changeRoleSchema)
    .output(changeRoleSchema)
    .mutation(({ ctx, input }) => changeRole(ctx, ctx.grant, input)),
  remove: memberProcedure('organization:manage')
    .input(memberIdSchema)
    .output(memberIdSchema)
    .mutation(({ ctx, input }) => removeMember(ctx, ctx.grant, input)),
  invitations: memberProcedure('organization:manage')
    .output(z.array(invitationSchema))
    .query(({ ctx }) => listInvitations(ctx, ctx.grant)),
  invite: limitedMemberProcedure('organization:manage', INVITATION_LIMIT)
    .input(inviteSchema)
    .output(invitationIdSchema)
    .mutation(({ ctx, input }) => invite(ctx, ctx.grant, input)),
  resendInvitation: limitedMemberProcedure('organization:manage', INVITATION_LIMIT)
    .input(invitationIdSchema)
    .output(invitationIdSchema)
    .mutation(({ ctx, input }) => resendInvitation(ctx, ctx.grant, input)),
  revokeInvitation: memberProcedure('organization:manage')
    .input(invitationIdSchema)
    .output(invitationIdSchema)
    .mutation(({ ctx, input }) => revokeInvitation(ctx, ctx.grant, input)),
});
