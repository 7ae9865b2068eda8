'use client';
import { createContext, useContext, type ReactNode } from 'react';
import { roleMay, type MemberRole, type Permission } from '@/domain/kernel/policy';

export interface Member {
  name: string;
  email: string;
  timeZone: string;
  organizationName: string;
  role: MemberRole;
}

const MemberContext = createContext<Member | null>(null);

export const MemberProvider = ({ member, children }: { member: Member; children: ReactNode }) => (
  <MemberContext value={member}>{children}</MemberContext>
);

/** Who is signed in, and what the UI offers them; the server checks again. */
export const useMember = (): Member & { may: (permission: Permission) => boolean } => {
  const member = useContext(MemberContext);
  if (member === null) throw new Error('useMember is for pages below /employer.');
  return { ...member, may: (permission) => roleMay(member.role, permission) };
};
