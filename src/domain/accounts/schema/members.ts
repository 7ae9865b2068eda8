import { z } from 'zod';
import { memberRoleSchema, type MemberRole } from '@/domain/kernel/policy';
import { emailSchema, passwordSchema, signInSchema, signUpSchema, tokenSchema } from '../schema';

/** What a role lets one do, after "You will" or "Can". */
export const ROLE_WORDS: Record<MemberRole, { name: string; may: string }> = {
  owner: { name: 'Owner', may: 'post jobs, bring people in, decide, and manage who is a member.' },
  recruiter: { name: 'Recruiter', may: 'post jobs, bring people in and decide.' },
  viewer: { name: 'Viewer', may: 'see jobs and rankings, and change nothing.' },
};

export const memberSchema = z.object({
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: memberRoleSchema,
  joinedAt: z.date(),
});
export type MemberView = z.infer<typeof memberSchema>;

/** An invitation that is neither accepted nor revoked. */
export const invitationSchema = z.object({
  invitationId: z.uuid(),
  email: z.string(),
  role: memberRoleSchema,
  createdAt: z.date(),
  expiresAt: z.date(),
  expired: z.boolean(),
});
export type InvitationView = z.infer<typeof invitationSchema>;

export const inviteSchema = z.object({ email: emailSchema, role: memberRoleSchema });
export const invitationIdSchema = z.object({ invitationId: z.uuid() });
export const memberIdSchema = z.object({ userId: z.uuid() });
export const changeRoleSchema = memberIdSchema.extend({ role: memberRoleSchema });

/** What the holder of an invitation's link is shown. */
export const openedInvitationSchema = z.object({
  organizationName: z.string(),
  inviterName: z.string(),
  role: memberRoleSchema,
  email: z.string(),
  /** The address has an account already, whose password is asked for; else one is made. */
  hasAccount: z.boolean(),
});
export type OpenedInvitation = z.infer<typeof openedInvitationSchema>;

export const acceptInvitationSchema = tokenSchema.extend({ password: signInSchema.shape.password });
export const joinByInvitationSchema = tokenSchema.extend({
  name: signUpSchema.shape.name,
  password: passwordSchema,
  timeZone: signUpSchema.shape.timeZone,
});
export type JoinByInvitation = z.infer<typeof joinByInvitationSchema>;
