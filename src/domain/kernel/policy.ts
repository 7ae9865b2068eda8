import { z } from 'zod';

export const MEMBER_ROLES = ['owner', 'recruiter', 'viewer'] as const;
export const memberRoleSchema = z.enum(MEMBER_ROLES);
export type MemberRole = z.infer<typeof memberRoleSchema>;

export const PERMISSIONS = [
  'organization:read',
  'organization:manage',
  'job:read',
  'job:write',
  'candidate:read',
  'candidate:write',
  'match:read',
  'candidacy:decide',
  'notification:read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const READS = ['organization:read', 'job:read', 'candidate:read', 'match:read', 'notification:read'] as const;

/** Who may do what inside an organisation: data, shared by the server and the UI. */
export const ROLE_PERMISSIONS: Record<MemberRole, readonly Permission[]> = {
  owner: PERMISSIONS,
  recruiter: [...READS, 'job:write', 'candidate:write', 'candidacy:decide'],
  viewer: READS,
};

/** Whether `role` holds `permission`; the UI hides what it may not do, the server refuses it. */
export const roleMay = (role: MemberRole, permission: Permission): boolean =>
  ROLE_PERMISSIONS[role].includes(permission);
