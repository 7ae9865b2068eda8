'use client';
import { createContext, useContext, type ReactNode } from 'react';

interface Admin {
  name: string;
  email: string;
  /** Days and times are told in it: the server draws pages in a zone of its own. */
  timeZone: string;
  /** Works for an employer too. */
  isMember: boolean;
}

const AdminContext = createContext<Admin | null>(null);

export const AdminProvider = ({ admin, children }: { admin: Admin; children: ReactNode }) => (
  <AdminContext value={admin}>{children}</AdminContext>
);

const DAY = { dateStyle: 'medium' } as const;
const DAY_AND_TIME = { dateStyle: 'medium', timeStyle: 'short' } as const;

/** The platform admin who is signed in. */
export const useAdmin = (): Admin => {
  const admin = useContext(AdminContext);
  if (admin === null) throw new Error('useAdmin is for pages below /admin.');
  return admin;
};

/** A moment as its day, or as day and time, where the admin is. */
export const When = ({ at, time = false }: { at: Date; time?: boolean }) => {
  const { timeZone } = useAdmin();
  const words = new Intl.DateTimeFormat('en-GB', { ...(time ? DAY_AND_TIME : DAY), timeZone });
  return <time dateTime={at.toISOString()}>{words.format(at)}</time>;
};
