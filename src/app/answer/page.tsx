import type { Metadata } from 'next';
import { AnswerScreen } from './answer-screen';

export const metadata: Metadata = {
  title: 'One question',
  referrer: 'no-referrer',
  robots: { index: false },
};

export default function AnswerPage() {
  return <AnswerScreen />;
}
