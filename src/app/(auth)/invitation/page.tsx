import type { Metadata } from 'next';
import { InvitationScreen } from './invitation-screen';

export const metadata: Metadata = { title: 'Your invitation', referrer: 'no-referrer' };

export default function InvitationPage() {
  return <InvitationScreen />;
}
