'use client';
import { createContext, useContext, type ReactNode } from 'react';

interface Admin {
  name: string;
  email: string;
  /** Works for an employer too. */
  isMember: boolean;
}

const AdminContext = createContext<Admin | null>(null);

export const AdminProvider = ({ admin, children }: { admin: Admin; children: ReactNode }) => (
  <AdminContext value={admin}>{children}</AdminContext>
);

/** The platform admin who is signed in. */
export const useAdmin = (): Admin => {
  const admin = useContext(AdminContext);
  if (admin === null) throw new Error('useAdmin is for pages below /admin.');
  return admin;
};
