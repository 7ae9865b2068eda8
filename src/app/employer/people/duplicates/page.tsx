import type { Metadata } from 'next';
import { DuplicatesScreen } from './duplicates-screen';

export const metadata: Metadata = { title: 'Possible duplicates' };

const DuplicatesPage = () => <DuplicatesScreen />;
export default DuplicatesPage;
