import type { Metadata } from 'next';
import { VerifyForm } from './verify-form';

export const metadata: Metadata = { title: 'Confirm your address', referrer: 'no-referrer' };

export default function VerifyPage() {
  return <VerifyForm />;
}
