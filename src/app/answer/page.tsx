import type { Metadata } from 'next';
import { AnswerScreen } from './answer-screen';

export const metadata: Metadata = {
  title: 'Questions for you',
  referrer: 'no-referrer',
  robots: { index: false },
};

export default function AnswerPage() {
  return <AnswerScreen />;
}
