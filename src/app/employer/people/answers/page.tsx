import type { Metadata } from 'next';
import { AnswersScreen } from './answers-screen';

export const metadata: Metadata = { title: 'Import answers' };

const AnswersPage = () => <AnswersScreen />;
export default AnswersPage;
