import type { Metadata } from 'next';
import { OpenForm } from '../open-form';

export const metadata: Metadata = { title: 'Confirm your application', referrer: 'no-referrer' };

export default function OpenApplicationPage() {
  return <OpenForm purpose="application" />;
}
