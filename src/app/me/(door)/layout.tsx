import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Door } from '../../door';

export const metadata: Metadata = { robots: { index: false } };

export default function CandidateDoorLayout({ children }: { children: ReactNode }) {
  return <Door brand="Flexibees">{children}</Door>;
}
