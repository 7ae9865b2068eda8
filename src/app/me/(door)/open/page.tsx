import type { Metadata } from 'next';
import { OpenForm } from './open-form';

export const metadata: Metadata = { title: 'Open your applications', referrer: 'no-referrer' };

export default function OpenPage() {
  return <OpenForm purpose="portal" />;
}
